import { Link } from '@tanstack/react-router'
import {
  type AnswerView,
  type EarlierAnswer as Earlier,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { Note } from '../kit/Note.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { Outcomes } from './Outcomes.tsx'

/** Where units are asked once more: what this one said the first time, and what became of it. */
export function EarlierAnswer({ view }: { view: AnswerView }) {
  const t = useText()
  const { earlier, planYear, plans } = view
  if (!earlier) return null
  const { draft } = earlier
  const version = Math.max(...plans.map((plan) => plan.version))
  return (
    <>
      <Note title={t('feedback.reopening.now', { version })}>
        {earlier.submittedAt === null ? (
          <p>{t('feedback.reopening.earlierSilent', { draft })}</p>
        ) : (
          <Sent earlier={earlier} at={earlier.submittedAt} year={planYear} />
        )}
      </Note>
      <details>
        <summary>{t('feedback.reopening.earlier', { draft })}</summary>
        <EarlierOutcomes answerId={earlier.answerId} />
      </details>
    </>
  )
}

function Sent({ earlier, at, year }: { earlier: Earlier; at: string; year: number }) {
  const t = useText()
  const { answerId, number, draft } = earlier
  const day = writeDay(dayOfInstant(at))
  return (
    <p>
      {t('feedback.reopening.earlierSent', { number, draft, day })}{' '}
      <Link to="/cycles/$year/feedback/answers/$answerId" params={{ year: String(year), answerId }}>
        {t('feedback.reopening.earlierRead', { number })}
      </Link>
    </p>
  )
}

function EarlierOutcomes({ answerId }: { answerId: string }) {
  const reading = useReading(routes.outcomes, { params: { answerId } })
  return <Shown reading={reading}>{(found) => <Outcomes outcomes={found} />}</Shown>
}
