import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** The plan as its revision and approval ask for it. */
export async function planOf(tx: Tx, planId: string) {
  return found(await plans(tx).where('plan.id', '=', planId).executeTakeFirst())
}

/** The same row, held until the end of the transaction: a deed is about to change its state. */
export async function planForChange(tx: Tx, planId: string) {
  return found(await plans(tx).where('plan.id', '=', planId).forUpdate('plan').executeTakeFirst())
}

/**
 * A deed on a part of the plan: its state may not change meanwhile, but others may work on other
 * parts at the same time.
 */
export async function planForPart(tx: Tx, planId: string) {
  return found(await plans(tx).where('plan.id', '=', planId).forShare('plan').executeTakeFirst())
}

export type PlanRow = Awaited<ReturnType<typeof planOf>>

function plans(tx: Tx) {
  return tx
    .selectFrom('plan')
    .innerJoin('cycle', 'cycle.id', 'plan.cycleId')
    .select([
      'plan.id',
      'plan.federationId',
      'plan.cycleId',
      'plan.unitId',
      'plan.planType',
      'plan.planYear',
      'plan.title',
      'plan.state',
      'plan.departmentId',
      'plan.draftedBy',
      'plan.publishedVersion',
      'plan.approvalNumber',
      'plan.headlineClasses',
      'plan.headlineTrainees',
      'plan.signingCapacity',
      'plan.revision',
      'cycle.processId as cycleProcessId',
      'cycle.phase',
    ])
}

/** The plans of a year that were consulted on, training first. */
export async function plansOfYear(tx: Tx, planYear: number) {
  const rows = await tx
    .selectFrom('plan')
    .select(['id', 'planType', 'title', 'state'])
    .where('planYear', '=', planYear)
    .orderBy('planType', 'desc')
    .execute()
  return rows.map(planOfCycle)
}

export async function plansOfCycle(tx: Tx, cycleId: string) {
  const rows = await tx
    .selectFrom('plan')
    .select(['id', 'planType', 'title', 'state'])
    .where('cycleId', '=', cycleId)
    .orderBy('planType', 'desc')
    .execute()
  return rows.map(planOfCycle)
}

type Listed = { id: string; planType: string; title: string; state: string }

export function planOfCycle({ id, planType, title, state }: Listed) {
  const type = planType === 'TRAINING' ? 'TRAINING' : 'MEMBERSHIP_DEVELOPMENT'
  return { id, planType: type, title, state } as const
}

/** The consultation that a plan comes from: the latest one it was part of. */
export function roundOfPlan(tx: Tx, planId: string) {
  return rounds(tx, planId).orderBy('round.number', 'desc').limit(1).executeTakeFirst()
}

/** Every consultation whose comments a plan answers, the first before the second. */
export function roundsOfPlan(tx: Tx, planId: string) {
  return rounds(tx, planId).orderBy('round.number').execute()
}

function rounds(tx: Tx, planId: string) {
  return tx
    .selectFrom('roundPlan')
    .innerJoin('round', 'round.id', 'roundPlan.roundId')
    .select(['round.id', 'round.number', 'round.state', 'round.closedAt', 'roundPlan.version'])
    .where('roundPlan.planId', '=', planId)
}

/** When the calendar of the plan's year lets a moment come. */
export async function momentOf(tx: Tx, cycleId: string, moment: string): Promise<string | null> {
  const row = await tx
    .selectFrom('cycleMoment')
    .select('at')
    .where('cycleId', '=', cycleId)
    .where('moment', '=', moment)
    .executeTakeFirst()
  return row?.at ?? null
}
