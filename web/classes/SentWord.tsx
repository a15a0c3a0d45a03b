import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Note } from '../kit/Note.tsx'
import { connection } from '../connection.ts'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import type { OutboxState } from './outbox.ts'

/** Where the taps are: on the server, under way, or on this machine until there is a line. */
export function SentWord({ state, onSend }: { state: OutboxState; onSend: () => void }) {
  const t = useText()
  const { online } = useStore(connection)
  const { taps, refused, isSending } = state
  if (refused)
    return (
      <Note tone="act" alert>
        <p>{t('classes.teaching.sent.refused', { reason: refused })}</p>
        <Button onClick={onSend}>{t('shell.retry')}</Button>
      </Note>
    )
  if (taps.size === 0)
    return (
      <p className="small" role="status">
        <Icon name="cloud-check" /> {t('classes.teaching.sent.all')}
      </p>
    )
  return (
    <p className="small" role="status">
      <Icon name="cloud-upload" />{' '}
      {online && isSending
        ? t('classes.teaching.sent.sending', { count: taps.size })
        : t('classes.teaching.sent.held', { count: taps.size })}{' '}
      {!isSending && (
        <Button kind="text" onClick={onSend}>
          {t('classes.teaching.sent.now')}
        </Button>
      )}
    </p>
  )
}
