import { defaultCalendar, instantOf } from '../../domain/cycle/calendar.ts'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import { addedUp, netGrowth } from '../../domain/cycle/movement.ts'
import type { PastResultForm } from '../../domain/cycle/past.contract.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { day, dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { performs } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { askToClose } from './ask-to-close.ts'
import { bringInUnits } from './import-units.ts'

type Past = { federationId: string; planYear: number; at: string }

/**
 * A year from before this system comes in with its results and its units' paper forms, standing in
 * its last station; from there its process leads it to its close.
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
  const cycle = await bringIn(tx, { federationId, planYear, at })
  const { cycleId } = cycle
  const { net } = netGrowth(addedUp(body.units.flatMap(({ months }) => months)))
  await tx
    .insertInto('yearResult')
    .values(results.map((result) => ({ ...rowOf(result, net), federationId, cycleId })))
    .execute()
  await askToClose(tx, { federationId, cycleId, planYear, unitId: cycle.unitId })
  await bringInUnits(tx, { federationId, cycleId, at }, body.units)
  await requestProcess(tx, {
    federationId,
    workflowType: 'trainingCycle',
    workflowId: cycle.processId,
    message: 'start',
    name: 'trainingCycle',
    input: { cycleId, from: 'reward' },
    key: `${cycle.processId}/start`,
  })
  return {
    reply: { planYear, results: results.length },
    as,
    object: { type: 'cycle', id: cycleId, revision: 1, cycleId },
    facts: { planYear, results: results.length },
    content: body,
  }
})

/** What was typed; a net growth follows from the units' forms, and is marked as such. */
function rowOf({ figures, from, done, measuredIn, ...result }: PastResultForm, net: number) {
  const isNet = from === 'MOVEMENT'
  const facts = {
    ...figures,
    ...(isNet && { from }),
    ...(measuredIn !== '' && { measuredIn }),
  }
  return { ...result, done: isNet ? net : done, facts: JSON.stringify(facts) }
}

async function bringIn(tx: Tx, { federationId, planYear, at }: Past) {
  const top = await tx
    .selectFrom('unit')
    .select(['id', 'code'])
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  const processId = processIds.cycle(top.code, planYear)
  const cycle = await tx
    .insertInto('cycle')
    .values({
      federationId,
      unitId: top.id,
      planYear,
      phase: 'reward',
      needsSurvey: 'HELD',
      imported: true,
      processId,
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
  return { cycleId: cycle.id, unitId: top.id, processId }
}
