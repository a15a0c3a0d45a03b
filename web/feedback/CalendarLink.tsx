import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { addressOf } from '../address.ts'
import { Icon } from '../kit/Icon.tsx'
import { useText } from '../text.ts'

/** The unit's dates of this round, for the calendar of one's telephone. */
export function CalendarLink({ answerId }: { answerId: string }) {
  const t = useText()
  return (
    <a className="btn" href={addressOf(routes.answerCalendar.path, { answerId })} download>
      <Icon name="calendar" />
      {t('feedback.calendar.deed')}
    </a>
  )
}
