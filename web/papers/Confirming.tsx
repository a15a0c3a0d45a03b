import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'

type ConfirmingProps = {
  word: string
  deed: { problem: Error | null; sending: boolean }
  send: () => Promise<unknown>
  onClose: () => void
}

/** The foot of a dialog that asks once more: why it was refused, the deed, the way back. */
export function Confirming({ word, deed, send, onClose }: ConfirmingProps) {
  const t = useText()
  return (
    <>
      <ProblemNote problem={deed.problem} />
      <div className="row">
        <Button kind="primary" sending={deed.sending} onClick={() => void send()}>
          {word}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </>
  )
}
