import { useEffect, useState } from 'react'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { PLAN_TYPES } from '../../domain/draft/plan.ts'
import type { CyclePlans, WorkingPlan } from '../../domain/draft/views.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { CarriedOver } from './CarriedOver.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Note } from '../kit/Note.tsx'
import { useMe } from '../app/me.ts'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import { Annex } from './Annex.tsx'
import { CheckList } from './CheckList.tsx'
import styles from './draft.module.css'
import { DraftBar } from './DraftBar.tsx'
import { Outline } from './Outline.tsx'
import { type Place, usePlace } from './place.ts'
import { PlanPaper } from './PlanPaper.tsx'
import { Shares } from './Shares.tsx'
import { StartPlan } from './StartPlan.tsx'

/** The plans of a year while they are written: outline, paper, last year in the margin. */
export function DraftPage() {
  const place = usePlace()
  const plans = useReading(draftRoutes.plansOfCycle, { params: { planYear: place.year } })
  return (
    <>
      <YearRibbon year={place.year} />
      <Shown reading={plans}>
        {(list) => {
          const planId = place.plan ?? list.plans[0]?.id
          return planId ? (
            <OnePlan {...{ list, planId, place }} />
          ) : (
            <NoPlanYet {...{ list, place }} />
          )
        }}
      </Shown>
    </>
  )
}

function NoPlanYet({ list, place }: { list: CyclePlans; place: Place }) {
  const t = useText()
  return (
    <>
      <PageHead title={t('draft.page.title', { year: place.year })} working />
      {PLAN_TYPES.map((planType) => (
        <StartPlan key={planType} {...{ list, planType, place }} />
      ))}
    </>
  )
}

type OneProps = { list: CyclePlans; planId: string; place: Place }

function OnePlan({ list, planId, place }: OneProps) {
  const found = useReading(draftRoutes.workingPlan, { params: { planId } })
  return <Shown reading={found}>{(plan) => <PlanDesk {...{ list, plan, place }} />}</Shown>
}

/** Whoever writes or lets out the drafts may see before how a unit will find them. */
const rehearsers = new Set(['departmentDrafter', 'departmentHead', 'committeeLeader'])

function PlanDesk({ list, plan, place }: { list: CyclePlans; plan: WorkingPlan; place: Place }) {
  const t = useText()
  const writable = mayDo(plan.allowedActions, 'draft.clauseEdited')
  const { grants } = useMe()
  const mayRehearse = grants.some(({ role }) => rehearsers.has(role))
  useScrollTo(place.at)
  return (
    <>
      <PageHead
        title={t('draft.page.title', { year: place.year })}
        state={
          <StateWord tone={plan.state === 'DRAFTING' ? 'now' : 'done'} head>
            {sayKey(`cycle.planStates.${plan.state}`) ?? plan.state}
          </StateWord>
        }
        deeds={
          <>
            <PlanSwitch {...{ list, plan, place }} />
            {mayRehearse && (
              <>
                <a className="btn" href={`/cycles/${place.year}/feedback/preparation`}>
                  {t('feedback.preparation.link')}
                </a>
                <a className="btn" href={`/cycles/${place.year}/feedback?rehearsal=any`}>
                  {t('draft.page.rehearse')}
                </a>
              </>
            )}
            <a className="btn" href={`/print/plans/${plan.id}`}>
              {t('draft.page.print')}
            </a>
          </>
        }
        working
      />
      {plan.returnedBecause !== null && (
        <Note tone="soon" title={t('draft.page.returned')}>
          {plan.returnedBecause}
        </Note>
      )}
      {!place.target && <CarriedOver planId={plan.id} />}
      {place.target ? (
        <Shares targetId={place.target} year={place.year} onBack={() => place.showTarget(null)} />
      ) : (
        <div className={styles.desk}>
          <Outline {...{ plan, place }} />
          <div>
            <PlanPaper {...{ plan, place, writable }} />
            {plan.planType === 'TRAINING' ? (
              <Annex {...{ plan, place, writable }} />
            ) : (
              <section className={`sheet ${styles.annex}`}>
                <CheckList {...{ plan, place }} />
              </section>
            )}
          </div>
        </div>
      )}
      <HistoryPanel objectType="plan" objectId={plan.id} />
      {(writable || plan.waitsFor.length > 0) && <DraftBar {...{ plan, place, writable }} />}
    </>
  )
}

/** The other plan of the year, or its beginning. */
function PlanSwitch({ list, plan, place }: { list: CyclePlans; plan: WorkingPlan; place: Place }) {
  const t = useText()
  const others = list.plans.filter(({ id }) => id !== plan.id)
  const missing = PLAN_TYPES.filter(
    (planType) => !list.plans.some((each) => each.planType === planType),
  )
  return (
    <>
      {others.map((other) => (
        <button
          className="btn text"
          type="button"
          key={other.id}
          onClick={() => place.showPlan(other.id)}
        >
          {t(`draft.planType.${other.planType}`)}
        </button>
      ))}
      {mayDo(list.allowedActions, 'draft.started') &&
        missing.map((planType) => <StartOther key={planType} {...{ list, planType, place }} />)}
    </>
  )
}

function StartOther({ list, planType, place }: Parameters<typeof StartPlan>[0]) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const title = t('draft.start.other', { plan: t(`draft.planType.${planType}`) })
  return (
    <>
      <button className="btn text" type="button" onClick={() => setAsking(true)}>
        {title}
      </button>
      <Dialog title={title} opened={asking} onClose={() => setAsking(false)}>
        <StartPlan {...{ list, planType, place }} />
      </Dialog>
    </>
  )
}

/** The part that was opened from the outline or from a check comes into view. */
function useScrollTo(at: string | undefined): void {
  useEffect(() => {
    if (!at) return
    const part = document.getElementById(`muc-${at}`)
    part?.scrollIntoView({ block: 'center' })
    const words = part?.querySelector<HTMLElement>('textarea.paper-input')
    const field = words ?? part?.querySelector<HTMLElement>('input, textarea')
    field?.focus({ preventScroll: true })
  }, [at])
}
