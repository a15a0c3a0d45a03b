import { Link, useParams } from '@tanstack/react-router'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { DecisionPrintView } from '../../domain/reward/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { PrintedDecision } from './PrintedDecision.tsx'
import '../kit/paper/print.css'

/** The decision on A4 with its list; what stands above the sheet is not printed. */
export function DecisionPage() {
  const { id } = useParams({ from: '/shell/print/commendations/$id' })
  const found = useReading(routes.decisionPrint, { params: { commendationId: id } })
  return <Shown reading={found}>{(paper) => <OnTheDesk {...{ id, paper }} />}</Shown>
}

function OnTheDesk({ id, paper }: { id: string; paper: DecisionPrintView }) {
  const t = useText()
  useTitle(t('reward.pages.print.title'))
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link to="/rewards/$id" params={{ id }}>
          {t('reward.pages.print.back')}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('reward.pages.print.print')}
        </Button>
      </div>
      <PrintedDecision paper={paper} />
    </div>
  )
}
