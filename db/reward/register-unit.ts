import { cycleOfYear } from '../cycle/find.ts'
import { reachableUnit } from '../cycle/movement-rows.ts'
import { instantOf } from '../../domain/cycle/calendar.ts'
import { dayOfInstant, instantAt, day, writeDay } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { clockOf } from '../context.ts'
import { calendarOf } from '../cycle/calendar.ts'
import type { CycleRow } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'

/** "No registration, no year-end award": by the day of the calendar, and not a moment later. */
export const registerUnit = performs(routes.register, async ({ tx, caller }, { params, body }) => {
  const cycle = await cycleOfYear(tx, params.planYear)
  const unit = await reachableUnit(tx, body.unitId)
  const subject = { unitId: unit.id, state: cycle.closedAt ? 'CLOSED' : 'OPEN' }
  const as = mustAllow(deeds.registered, caller, subject)
  const dueAt = await registrationDueAt(tx, cycle)
  if (Date.parse(await clockOf(tx)) > Date.parse(dueAt))
    throw new Refusal('reward.registration-over', 'wrong-state', {
      params: { dueOn: writeDay(dayOfInstant(dueAt)), planYear: cycle.planYear },
    })
  const row = await tx
    .insertInto('awardRegistration')
    .values({
      federationId: cycle.federationId,
      cycleId: cycle.id,
      unitId: unit.id,
      unitPath: unit.path,
      form: body.form,
      pledge: body.pledge,
      registeredBy: caller.officialId,
    })
    .onConflict((conflict) => conflict.columns(['cycleId', 'unitId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Refusal('reward.registered-already', 'wrong-state')
  return {
    reply: { unitId: unit.id },
    as,
    object: { type: 'awardRegistration', id: row.id, cycleId: cycle.id, unitId: unit.id },
    facts: { unitName: unit.name, planYear: cycle.planYear, form: body.form },
    content: body,
  }
})

/** Years opened before the calendar had this date keep the customary one. */
export async function registrationDueAt(tx: Tx, cycle: CycleRow): Promise<string> {
  const rows = await calendarOf(tx, cycle)
  const row = rows.find(({ moment }) => moment === 'registrationDue')
  return row ? instantOf(row) : instantAt(day(`${cycle.planYear}-01-25`), '17:00')
}
