import { Link, useParams } from '@tanstack/react-router'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { InspectionView } from '../../domain/inspection/views.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { useYearOfPage } from '../app/year.ts'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { BeforeVisit } from './BeforeVisit.tsx'
import { Findings } from './Findings.tsx'
import look from './inspection.module.css'
import { MinutesPart } from './MinutesPart.tsx'
import { PlanPart } from './PlanPart.tsx'
import { Remedies } from './Remedies.tsx'
import { ResultPart } from './ResultPart.tsx'
import { SelfReport } from './SelfReport.tsx'
import { toneOf } from './words.ts'

export type Props = { inspection: InspectionView }

/** One inspection for everybody who has a part in it; each sees what is theirs to see and do. */
export function InspectionPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const found = useReading(routes.inspection, { params: { inspectionId } }, { everySeconds: 30 })
  return (
    <Shown reading={found}>
      {(inspection) => (
        <>
          <Head inspection={inspection} />
          <div className={look.split}>
            <div>
              <BeforeVisit inspection={inspection} />
              <Remedies inspection={inspection} />
              <ResultPart inspection={inspection} />
              <MinutesPart inspection={inspection} />
              <Findings inspection={inspection} />
              <SelfReport inspection={inspection} />
            </div>
            <PlanPart inspection={inspection} />
          </div>
          <HistoryPanel objectType="inspection" objectId={inspection.inspectionId} />
        </>
      )}
    </Shown>
  )
}

function Head({ inspection }: Props) {
  const t = useText()
  const { unitName, subject, state, stateBecause, planYear } = inspection
  useYearOfPage(planYear)
  const list = t('inspection.list.title')
  return (
    <>
      <PageHead
        working
        title={unitName}
        lead={subject}
        state={
          <StateWord head tone={toneOf[state]}>
            {t(`inspection.states.${state}`)}
          </StateWord>
        }
        crumbs={[{ label: list, link: <Link to="/inspections">{list}</Link> }, { label: unitName }]}
      />
      {state === 'CANCELLED' && stateBecause && (
        <Note tone="soon">
          <p>{t('inspection.page.cancelled', { reason: stateBecause })}</p>
        </Note>
      )}
    </>
  )
}
