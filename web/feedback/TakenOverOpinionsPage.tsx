import { useParams } from '@tanstack/react-router'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { TakenOverOpinionsView } from '../../domain/feedback/taken-over-opinions.contract.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './conference.module.css'
import { OwnSaid } from './OwnConference.tsx'

/** What merged units said, for the president who answers for them now. */
export function TakenOverOpinionsPage() {
  const { year } = useParams({ from: '/shell/cycles/$year/feedback/taken-over-opinions' })
  const planYear = Number(year)
  const reading = useReading(routes.takenOverOpinions, { params: { planYear } })
  return (
    <>
      <YearRibbon year={planYear} />
      <Shown reading={reading} rows={4}>
        {(view) => <TakenOver view={view} />}
      </Shown>
    </>
  )
}

function TakenOver({ view }: { view: TakenOverOpinionsView }) {
  const t = useText()
  const { planYear, dueAt, closedAt, opinions } = view
  const until = { time: timeOfInstant(dueAt), day: writeDay(dayOfInstant(dueAt)) }
  return (
    <>
      <PageHead title={t('feedback.conference.takenOverTitle', { year: String(planYear) })} />
      {opinions.length === 0 ? (
        <p className="quiet">{t('feedback.conference.takenOverNone')}</p>
      ) : (
        <section className={look.invited}>
          <p>
            {closedAt
              ? t('feedback.conference.takenOverClosed')
              : t('feedback.conference.takenOverHelp', until)}
          </p>
          <ol className={look.opinions}>
            {opinions.map((opinion) => (
              <OwnSaid key={opinion.opinionId} opinion={opinion} by={opinion.unitName} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
