import { consultationTerm, obstaclesInTerm } from '../../domain/draft/consultation-term.ts'
import { consultationPreview } from '../../domain/draft/views.contract.ts'
import { day, dayOfInstant } from '../../domain/grammar/day.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'

export type Asked = { dueOn?: string | undefined; graceDays: number }

/** The term of a consultation that would be opened now, and what stands against it. */
export async function termOf(tx: Tx, cycleId: string, at: string, asked: Asked) {
  const holidays = await holidaysOf(tx)
  const announced = await tx
    .selectFrom('cycleMoment')
    .select('day')
    .where('cycleId', '=', cycleId)
    .where('moment', '=', 'consultationDue')
    .where('announced', '=', true)
    .executeTakeFirst()
  const term = {
    openedAt: at,
    dueOn: asked.dueOn ? day(asked.dueOn) : null,
    graceDays: asked.graceDays,
    announcedDueOn: announced ? day(announced.day) : null,
  }
  return {
    ...consultationTerm(term, holidays),
    obstacles: obstaclesInTerm(term, holidays),
    holidays,
    openedOn: dayOfInstant(at),
  }
}

/** All of a year's plans go out together, and the training plan is never missing. */
export function obstaclesInPlans(
  plans: readonly { planType: string; title: string; state: string }[],
): Obstacle[] {
  const late = plans.filter(({ state }) => state !== 'WITH_LEADER')
  return [
    ...(plans.some(({ planType }) => planType === 'TRAINING')
      ? []
      : [{ code: 'draft.no-training-plan' }]),
    ...late.map(({ title }) => ({ code: 'draft.plan-not-with-leader', params: { title } })),
  ]
}

export function plansOf(tx: Tx, cycleId: string) {
  return tx
    .selectFrom('plan')
    .select(['id', 'planType', 'title', 'state', 'revision'])
    .where('cycleId', '=', cycleId)
    .orderBy('planType', 'desc')
}

/** What agreeing to consult would bring, for the dialog that asks. */
export async function previewConsultation(tx: Tx, at: string, planYear: number, asked: Asked) {
  const cycle = await cycleOfYear(tx, planYear)
  const term = await termOf(tx, cycle.id, at, asked)
  const plans = await plansOf(tx, cycle.id).execute()
  const { count } = await tx
    .selectFrom('unit')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('level', '=', 'IMMEDIATE_UPPER')
    .where((eb) =>
      eb.or([eb('validTo', 'is', null), eb('validTo', '>=', sql<string>`current_date`)]),
    )
    .executeTakeFirstOrThrow()
  return consultationPreview.parse({
    ...term,
    unitCount: Number(count),
    plans: plans.map(({ id, title, state }) => ({ planId: id, title, state })),
    obstacles: [...obstaclesInPlans(plans), ...term.obstacles],
  } satisfies z.input<typeof consultationPreview> & Record<string, unknown>)
}
