import { Link, useParams } from '@tanstack/react-router'
import type { ConferencesView } from '../../domain/feedback/conference.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { ConferencePart } from './ConferencePart.tsx'

/** The department's page of a round's meetings: before, in the hall, and until the minutes are signed. */
export function ConferencesPage() {
  const { year } = useParams({ from: '/shell/cycles/$year/feedback/conferences' })
  const params = { planYear: Number(year) }
  const reading = useReading(routes.conferences, { params }, { everySeconds: 20 })
  return (
    <>
      <YearRibbon year={Number(year)} />
      <Shown reading={reading} rows={6}>
        {(view) => <Conferences view={view} />}
      </Shown>
    </>
  )
}

function Conferences({ view }: { view: ConferencesView }) {
  const t = useText()
  const year = String(view.planYear)
  const drafts = view.drafts.map((draft) => t('feedback.conference.draftLine', draft)).join('; ')
  return (
    <>
      <PageHead
        working
        title={t('feedback.conference.title', { year })}
        lead={t('feedback.conference.lead', {
          drafts,
          read: view.readBy,
          units: view.units.length,
        })}
        deeds={
          <Link className="btn" to="/cycles/$year/feedback" params={{ year }}>
            {t('feedback.conference.back')}
          </Link>
        }
      />
      {view.meetings.length === 0 && <p className="quiet">{t('feedback.conference.noneHeld')}</p>}
      {view.meetings.map((meeting) => (
        <ConferencePart key={meeting.kind} view={view} meeting={meeting} />
      ))}
      {view.meetings.map(
        ({ conference }) =>
          conference && (
            <HistoryPanel
              key={conference.conferenceId}
              objectType="conference"
              objectId={conference.conferenceId}
            />
          ),
      )}
    </>
  )
}
