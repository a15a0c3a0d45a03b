import { defaultCalendar, instantOf } from '../../domain/cycle/calendar.ts'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { day, dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { performs } from '../performer.ts'

type Past = { federationId: string; planYear: number; at: string }

/**
 * A year from before this system comes in with its results, standing in its last station. No
 * process runs for it: there is nothing left to wait for.
 */
export const importPast = performs(routes.importPast, async ({ tx, caller, at }, { body }) => {
  const as = mustAllow(deeds.imported, caller, {})
  const { planYear, results } = body
  const { federationId } = caller
  if (planYear > yearOf(dayOfInstant(at)))
    throw new Refusal('cycle.not-past', 'invalid', {
      params: { planYear },
      faults: [{ code: 'cycle.not-past', at: '/planYear', params: { planYear } }],
    })
  const cycleId = await bringIn(tx, { federationId, planYear, at })
  await tx
    .insertInto('yearResult')
    .values(
      results.map(({ figures, ...result }) => ({
        ...result,
        federationId,
        cycleId,
        facts: JSON.stringify(figures),
      })),
    )
    .execute()
  return {
    reply: { planYear, results: results.length },
    as,
    object: { type: 'cycle', id: cycleId, revision: 1, cycleId },
    facts: { planYear, results: results.length },
    content: body,
  }
})

async function bringIn(tx: Tx, { federationId, planYear, at }: Past): Promise<string> {
  const top = await tx
    .selectFrom('unit')
    .select(['id', 'code'])
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  const cycle = await tx
    .insertInto('cycle')
    .values({
      federationId,
      unitId: top.id,
      planYear,
      phase: 'reward',
      needsSurvey: 'HELD',
      imported: true,
      processId: processIds.cycle(top.code, planYear),
      openedAt: at,
    })
    .onConflict((conflict) => conflict.columns(['unitId', 'planYear']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!cycle) throw new Refusal('cycle.already-open', 'wrong-state', { params: { planYear } })
  const opened = day(`${planYear - 1}-10-12`)
  const rows = defaultCalendar(planYear, opened, await holidaysOf(tx))
  await tx
    .insertInto('cycleMoment')
    .values(
      rows.map((row) => ({
        cycleId: cycle.id,
        federationId,
        moment: row.moment,
        phase: row.phase,
        day: row.day,
        at: instantOf(row),
        announced: true,
      })),
    )
    .execute()
  return cycle.id
}
