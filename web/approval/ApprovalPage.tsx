import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  approvalRoutes as routes,
  type DossierView,
} from '../../domain/approval/approval.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { WaitsFor } from '../app/WaitsFor.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { FilterTabs } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import styles from './approval.module.css'
import { type BallotDraft, BallotCheck, BallotDone } from './BallotCheck.tsx'
import { Dossier } from './Dossier.tsx'
import { useApprovalSearch } from './search.ts'
import { isSubmitted, type Submitted } from './words.ts'

/** The dossier for those who check it, vote on it and sign it. */
export function ApprovalPage() {
  const t = useText()
  const { year, search } = useApprovalSearch()
  const plans = useReading(routes.approvalsOfYear, { params: { planYear: year } })
  return (
    <>
      {search.step === undefined && (
        <>
          <YearRibbon year={year} />
          <WaitsFor word="approval" year={year} />
        </>
      )}
      <Shown reading={plans}>
        {(found) => {
          const planId = search.plan ?? found.plans[0]?.id
          if (planId) return <OnePlan key={planId} planId={planId} />
          return (
            <>
              <PageHead title={t('approval.page.title')} working />
              <Empty>{t('approval.page.noPlan')}</Empty>
            </>
          )
        }}
      </Shown>
    </>
  )
}

function OnePlan({ planId }: { planId: string }) {
  const found = useReading(routes.dossier, { params: { planId } }, { everySeconds: 30 })
  return (
    <Shown reading={found}>
      {(dossier) =>
        isSubmitted(dossier) ? <Way dossier={dossier} /> : <NotYet dossier={dossier} />
      }
    </Shown>
  )
}

/** Dossier and cards, then the check page, then the confirmation. */
function Way({ dossier }: { dossier: Submitted }) {
  const { search } = useApprovalSearch()
  const [ballot, setBallot] = useState<BallotDraft | null>(null)
  if (search.step === 'check' && ballot) return <BallotCheck {...{ dossier, ballot }} />
  if (search.step === 'done' && dossier.mine.ballot) return <BallotDone dossier={dossier} />
  return (
    <>
      <PlanTabs dossier={dossier} />
      <Dossier {...{ dossier, ballot, setBallot }} />
      <HistoryPanel objectType="approval" objectId={dossier.approval.id} />
    </>
  )
}

function NotYet({ dossier }: { dossier: DossierView }) {
  const t = useText()
  const { year } = useApprovalSearch()
  return (
    <>
      <PlanTabs dossier={dossier} />
      <PageHead title={t('approval.page.title')} lead={dossier.plan.title} working />
      <Empty
        deed={
          <Link
            to="/cycles/$year/revision"
            params={{ year: String(year) }}
            search={{ plan: dossier.plan.id }}
          >
            {t('approval.page.toRevision')}
          </Link>
        }
      >
        {t('approval.page.notSubmitted')}
      </Empty>
    </>
  )
}

function PlanTabs({ dossier: { plans, plan } }: { dossier: DossierView }) {
  const t = useText()
  const { go } = useApprovalSearch()
  if (plans.length < 2) return null
  return (
    <div className={styles.plans}>
      <FilterTabs
        label={t('approval.page.plans')}
        value={plan.id}
        onChoose={(id) => go({ plan: id, tab: undefined })}
        tabs={plans.map(({ id, planType }) => ({
          value: id,
          label: t(`approval.page.${planType}`),
        }))}
      />
    </div>
  )
}
