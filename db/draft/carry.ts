import { sql } from 'kysely'
import { carryRoutes as routes, type MatterView } from '../../domain/draft/carry.contract.ts'
import { draftDeeds as deeds } from '../../domain/draft/deeds.ts'
import { allowedActions, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { type Before, mattersOf, yearBefore } from './matters.ts'
import { takeMatter } from './take-matter.ts'
import { onPlan, type PlanStanding, planToWrite } from './writing.ts'

export async function unfinishedFor({ tx, caller }: Entered, planId: string) {
  const plan = found(
    await tx
      .selectFrom('plan')
      .select(['state', 'planYear'])
      .where('id', '=', planId)
      .executeTakeFirst(),
  )
  const before = await yearBefore(tx, planId)
  return {
    fromYear: plan.planYear - 1,
    matters: before ? await mattersOf(tx, planId, before) : [],
    allowedActions: allowedActions([deeds.matterTaken, deeds.matterLeft], caller, {
      state: plan.state,
    }),
  }
}

type Wanted = { kind: MatterView['kind']; origin: string }

async function mattersToDecide(tx: Tx, plan: PlanStanding, wanted: readonly Wanted[]) {
  const before = found((await yearBefore(tx, plan.planId)) ?? undefined)
  const offered = await mattersOf(tx, plan.planId, before)
  const keys = new Map(wanted.map((each) => [`${each.kind} ${each.origin}`, each]))
  const matters = [...keys.values()].map(({ kind, origin }) => {
    const matter = found(offered.find((each) => each.kind === kind && each.origin === origin))
    if (matter.outcome)
      throw new Refusal('draft.matter-decided', 'wrong-state', { params: { origin } })
    return matter
  })
  return { before, matters }
}

type Decided = { plan: PlanStanding; before: Before; matter: MatterView; by: string }
type Outcome = { outcome: 'TAKEN' | 'LEFT'; because?: string; takenAs?: string }

function record(tx: Tx, { plan, before, matter, by }: Decided, outcome: Outcome) {
  const { kind, origin, title } = matter
  const { planId, federationId } = plan
  const decision = { because: null, takenAs: null, ...outcome, decidedBy: by }
  return tx
    .insertInto('carriedMatter')
    .values({
      ...decision,
      kind,
      origin,
      title,
      planId,
      federationId,
      fromCycleId: before.id,
    })
    .onConflict((conflict) =>
      conflict.columns(['planId', 'kind', 'origin']).doUpdateSet({
        ...decision,
        decidedAt: sql<string>`clock_timestamp()`,
      }),
    )
    .execute()
}

export const carryPerformers = [
  performs(routes.takeOver, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(deeds.matterTaken, caller, plan)
    const { before, matters } = await mattersToDecide(tx, plan, body.matters)
    const taken: { origin: string; takenAs: string }[] = []
    for (const matter of matters) {
      const takenAs = await takeMatter(tx, { plan, before, matter })
      const decided = { plan, before, matter, by: caller.officialId }
      await record(tx, decided, { outcome: 'TAKEN', takenAs })
      taken.push({ origin: matter.origin, takenAs })
    }
    const said = taken.map(({ origin, takenAs }) => `${origin} → ${takenAs}`).join(', ')
    const facts = { count: taken.length, taken: said }
    return { reply: { taken }, as, ...onPlan(plan), facts, content: { taken } }
  }),

  performs(routes.leaveBehind, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(deeds.matterLeft, caller, plan)
    const { before, matters } = await mattersToDecide(tx, plan, [body])
    const matter = found(matters[0])
    const decided = { plan, before, matter, by: caller.officialId }
    await record(tx, decided, { outcome: 'LEFT', because: body.reason })
    const facts = { origin: matter.origin, title: matter.title, reason: body.reason }
    return { reply: { origin: matter.origin }, as, ...onPlan(plan), facts }
  }),
]
