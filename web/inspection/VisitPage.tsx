import { getRouteApi, Link } from '@tanstack/react-router'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { InspectionView } from '../../domain/inspection/views.contract.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { CriterionList } from './CriterionList.tsx'
import { CriterionStep } from './CriterionStep.tsx'
import look from './inspection.module.css'
import { SummaryStep } from './SummaryStep.tsx'

const page = getRouteApi('/shell/inspections/$inspectionId/visit')

/** The form of the visit: one criterion a screen, with the list beside it where there is room. */
export function VisitPage() {
  const { inspectionId } = page.useParams()
  const found = useReading(routes.inspection, { params: { inspectionId } }, { everySeconds: 60 })
  return <Shown reading={found}>{(inspection) => <Form inspection={inspection} />}</Shown>
}

export type VisitProps = { inspection: InspectionView; go: (at: number | 'summary') => void }

function Form({ inspection }: { inspection: InspectionView }) {
  const t = useText()
  const { at } = page.useSearch()
  const navigate = page.useNavigate()
  const { inspectionId, criteria, allowedActions } = inspection
  const go = (next: number | 'summary') => void navigate({ search: { at: next } })
  if (!mayDo(allowedActions, 'finding.written'))
    return (
      <Empty
        deed={
          <Link to="/inspections/$inspectionId" params={{ inspectionId }}>
            {t('inspection.visit.back')}
          </Link>
        }
      >
        {t('inspection.visit.notOpen')}
      </Empty>
    )
  const firstOpen = criteria.find(({ finding }) => !finding?.outcome)?.number
  const current = at ?? firstOpen ?? 'summary'
  const criterion = criteria.find(({ number }) => number === current)
  return (
    <div className={look.visit}>
      <CriterionList inspection={inspection} current={current} />
      {criterion ? (
        <CriterionStep key={criterion.criterionId} {...{ inspection, criterion, go }} />
      ) : (
        <SummaryStep {...{ inspection, go }} />
      )}
    </div>
  )
}
