import { membershipPlan } from '../../db/demo/content/membership-plan.ts'
import type { PlanContent } from '../../db/demo/content/plan-content.ts'
import { trainingPlan } from '../../db/demo/content/training-plan.ts'
import { newTarget } from '../../domain/draft/forms.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import type { DemoOfficial } from './office.ts'

type Drafting = { planYear: number; today: string; drafter: DemoOfficial; head: DemoOfficial }

/** The two plans are written line by line, sent on and forwarded to the committee's leader. */
export async function draftPlans(drafting: Drafting): Promise<void> {
  const { planYear, today, drafter } = drafting
  const { plans } = await drafter.reads(draftRoutes.plansOfCycle, { params: { planYear } })
  for (const content of [trainingPlan(planYear, today), membershipPlan(planYear)]) {
    const state = plans.find((plan) => plan.planType === content.planType)?.state
    if (state === undefined || state === 'DRAFTING') await draftPlan(drafting, content)
    else if (state === 'WITH_HEAD') await forward(drafting, content.planType)
  }
}

async function draftPlan(drafting: Drafting, content: PlanContent): Promise<void> {
  const { planYear, drafter } = drafting
  const { planType } = content
  const does = (deed: string) => `${planYear}/${planType}/${deed}`
  const { id: planId } = await drafter.does(does('start'), draftRoutes.start, {
    params: { planYear },
    body: { planType, copyOf: null },
  })
  await write(drafting, planId, content)
  await allocate(drafting, planId, content)
  await drafter.does(does('send-on'), draftRoutes.sendOn, { params: { planId } })
  await forward(drafting, planType)
}

async function write(
  { planYear, drafter }: Drafting,
  planId: string,
  content: PlanContent,
): Promise<void> {
  const does = (deed: string) => `${planYear}/${content.planType}/${deed}`
  const params = { planId }
  const plan = await drafter.reads(draftRoutes.workingPlan, { params })
  const { title, term, headlineClasses, headlineTrainees, recipients } = content
  await drafter.does(
    does('head'),
    draftRoutes.editHead,
    {
      params,
      body: {
        title,
        term,
        headlineClasses,
        headlineTrainees,
        recipients: [...recipients],
        signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
      },
    },
    plan.head.revision,
  )
  await drafter.does(does('bases'), draftRoutes.addLegalBases, {
    params,
    body: { rows: [...content.legalBases] },
  })
  await drafter.does(does('clauses'), draftRoutes.addClauses, {
    params,
    body: { rows: content.clauses.map((clause) => ({ ...clause, finished: true })) },
  })
  await drafter.does(does('targets'), draftRoutes.addTargets, {
    params,
    body: { rows: content.targets.map(targetOf(content)) },
  })
  if (content.classLines.length > 0)
    await drafter.does(does('lines'), draftRoutes.addLines, {
      params,
      body: { rows: [...content.classLines] },
    })
}

function targetOf({ allocations }: PlanContent) {
  return ({ clause, ...target }: PlanContent['targets'][number]) =>
    newTarget.parse({
      value: null,
      minValue: null,
      maxValue: null,
      formula: null,
      ...target,
      clauseCode: clause,
      isAllocated: target.code in allocations,
    })
}

async function allocate(
  { planYear, drafter }: Drafting,
  planId: string,
  content: PlanContent,
): Promise<void> {
  const { targets } = await drafter.reads(draftRoutes.workingPlan, { params: { planId } })
  for (const [code, rows] of Object.entries(content.allocations)) {
    const target = targets.find((each) => each.code === code)
    if (!target) throw new Error(`there is no target ${code}`)
    const params = { targetId: target.id }
    const {
      others,
      rows: shared,
      revision,
    } = await drafter.reads(draftRoutes.allocations, { params })
    const idOf = new Map([...others, ...shared].map((unit) => [unit.unitCode, unit.unitId]))
    await drafter.does(
      `${planYear}/${content.planType}/allocate/${code}`,
      draftRoutes.allocate,
      {
        params,
        body: {
          rows: rows.map(({ unitCode, ...figures }) => ({
            unitId: idOf.get(unitCode) ?? '',
            ...figures,
          })),
        },
      },
      revision,
    )
  }
}

async function forward(
  { planYear, drafter, head }: Drafting,
  planType: PlanContent['planType'],
): Promise<void> {
  const { plans } = await drafter.reads(draftRoutes.plansOfCycle, { params: { planYear } })
  const plan = plans.find((each) => each.planType === planType)
  if (plan)
    await head.does(`${planYear}/${planType}/forward`, draftRoutes.forward, {
      params: { planId: plan.id },
    })
}
