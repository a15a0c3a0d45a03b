import type { PreparationView } from '../../domain/feedback/preparation.contract.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import styles from './answer.module.css'

/** Who would be asked and until when, if the leader agreed now. */
export function InvitedNames({ view }: { view: PreparationView }) {
  const t = useText()
  const { invitedCount, invited } = view
  const said = (at: string) => `${timeOfInstant(at)} ${weekdayAndDay(dayOfInstant(at))}`
  const number = writeNumber(invitedCount)
  return (
    <>
      <p className={styles.due}>
        <b>{t('feedback.preparation.invited', { number })}</b>{' '}
        <span className="quiet">
          {view.opensAt
            ? t('feedback.preparation.opensAt', { at: said(view.opensAt) })
            : t('feedback.preparation.opens')}{' '}
          {t('feedback.preparation.due', {
            at: said(view.dueAt),
            days: view.workingDays,
            grace: said(view.graceUntil),
          })}
        </span>
      </p>
      {invited.length > 0 && (
        <details className={styles.names}>
          <summary>{t('feedback.preparation.names', { number })}</summary>
          <ul>
            {invited.map(({ unitId, unitName }) => (
              <li key={unitId}>{unitName}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
