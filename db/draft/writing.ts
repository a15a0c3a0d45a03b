import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import type { Performed } from '../performer.ts'
import type { Facts } from '../register.ts'
import { found } from '../subject.ts'

/** What every deed on a plan needs of it. */
export type PlanStanding = {
  planId: string
  state: string
  federationId: string
  cycleId: string
  unitId: string
  planRevision: number
}

/** The columns of `PlanStanding`, for queries that join the plan. */
export const standingColumns = [
  'plan.id as planId',
  'plan.state',
  'plan.federationId',
  'plan.cycleId',
  'plan.unitId',
  'plan.revision as planRevision',
] as const

/** The plan to which something is added: locked, so that codes and order are given out once. */
export async function planToWrite(tx: Tx, planId: string): Promise<PlanStanding> {
  return found(
    await tx
      .selectFrom('plan')
      .select(standingColumns)
      .where('plan.id', '=', planId)
      .forUpdate()
      .executeTakeFirst(),
  )
}

/** Where the register writes a deed on a plan. */
export function onPlan(plan: PlanStanding): Pick<Performed<never>, 'object'> {
  const { planId, planRevision, cycleId, unitId } = plan
  return { object: { type: 'plan', id: planId, revision: planRevision, cycleId, unitId } }
}

/** The end of an edit: the next save must name the revision it brought about. */
export function saved(
  plan: PlanStanding,
  as: Performed<never>['as'],
  now: { revision: number; at: string },
  facts: Facts = {},
): Performed<{ revision: number; savedAt: string }> {
  return { reply: { revision: now.revision, savedAt: now.at }, as, ...onPlan(plan), facts }
}

/** A code names one thing of a plan, in every version of it. */
export function mustBeFree(rows: readonly { code: string }[], taken: readonly string[]): void {
  const used = new Set(taken)
  const faults = rows.flatMap(({ code }, index) => {
    if (!used.has(code)) {
      used.add(code)
      return []
    }
    return [{ code: 'draft.code-taken', at: `/rows/${index}/code`, params: { code } }]
  })
  if (faults.length > 0) throw new Refusal('grammar.invalid-input', 'invalid', { faults })
}
