import { Link, useParams } from '@tanstack/react-router'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { papersRoutes } from '../../domain/papers/papers.contract.ts'
import type { PrintedPlanView } from '../../domain/papers/print.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { DeedButton } from '../kit/Deeds.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { PrintedPlan } from './PrintedPlan.tsx'
import '../kit/paper/print.css'

/** A plan on A4 as Decree 30 lays it out; what stands above the sheet is not printed. */
export function PrintPage() {
  const { planId = '' } = useParams({ strict: false })
  const found = useReading(papersRoutes.printedPlan, { params: { planId } })
  return <Shown reading={found}>{(plan) => <OnTheDesk plan={plan} />}</Shown>
}

function OnTheDesk({ plan }: { plan: PrintedPlanView }) {
  const t = useText()
  useTitle(plan.abstract)
  const { planYear, receipt, contentSha256 } = plan
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link to="/cycles/$year" params={{ year: String(planYear) }}>
          {t('papers.pages.print.back', { planYear })}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('papers.pages.print.print')}
        </Button>
      </div>
      {receipt && <Receipt receipt={receipt} />}
      <PrintedPlan plan={plan} />
      {contentSha256 && (
        <p className="small print-tools">
          <span>{t('papers.pages.print.hash', { hash: contentSha256.slice(0, 16) })}</span>
        </p>
      )}
      <div className="print-tools">
        <HistoryPanel objectType="plan" objectId={plan.planId} />
      </div>
    </div>
  )
}

type ReceiptProps = { receipt: NonNullable<PrintedPlanView['receipt']> }

function Receipt({ receipt }: ReceiptProps) {
  const t = useText()
  const { paperId, unitId, unitName, receivedAt, allowedActions } = receipt
  const acknowledge = useDeed(papersRoutes.acknowledgeReceipt)
  if (receivedAt) {
    const at = `${timeOfInstant(receivedAt)} ${writeDay(dayOfInstant(receivedAt))}`
    return (
      <p className="print-tools">
        <StateWord tone="done">{t('papers.pages.print.acknowledged', { at })}</StateWord>
      </p>
    )
  }
  return (
    <>
      <div className="print-tools">
        <span>{t('papers.pages.print.lead', { unit: unitName })}</span>
        <DeedButton
          actions={allowedActions}
          deed="receipt.acknowledged"
          kind="primary"
          sending={acknowledge.sending}
          onPress={() => void acknowledge.send({ params: { paperId, unitId }, body: {} })}
        >
          {t('papers.pages.print.acknowledge')}
        </DeedButton>
      </div>
      <ProblemNote problem={acknowledge.problem} />
    </>
  )
}
