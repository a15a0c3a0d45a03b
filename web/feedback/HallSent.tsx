import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Note } from '../kit/Note.tsx'
import { useText } from '../text.ts'
import type { HallDesk } from './useHall.ts'

/** Where what was done in the hall is: on the server, or on this machine until there is a line. */
export function HallSent({ desk: { state, flush, settle } }: { desk: HallDesk }) {
  const t = useText()
  const { items, refused, isSending } = state
  return (
    <>
      <p className="small" role="status">
        <Icon name={items.length === 0 ? 'cloud-check' : 'cloud-upload'} />{' '}
        {items.length === 0
          ? t('feedback.conference.allSent')
          : t('feedback.conference.kept', { count: items.length })}{' '}
        {items.length > 0 && !isSending && (
          <Button kind="text" onClick={flush}>
            {t('feedback.conference.sendNow')}
          </Button>
        )}
      </p>
      {refused.map(({ item, reason }) => {
        const unit = { unit: item.unitName }
        const isOpinion = item.kind === 'opinion'
        const what = isOpinion
          ? t('feedback.conference.refusedOpinion', unit)
          : t('feedback.conference.refusedMark', unit)
        return (
          <Note key={item.key} tone="act" alert>
            <p>{t('feedback.conference.refusedItem', { what, reason })}</p>
            {isOpinion && <p>“{item.opinion.words}”</p>}
            <div className="row">
              {isOpinion && (
                <Button onClick={() => settle(item, true)}>
                  {t('feedback.conference.takeBack')}
                </Button>
              )}
              <Button onClick={() => settle(item, false)}>{t('feedback.conference.drop')}</Button>
            </div>
          </Note>
        )
      })}
    </>
  )
}
