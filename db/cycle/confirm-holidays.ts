import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { finishTasks } from '../tasks.ts'

/** The lunar days off are computed until somebody has seen the decree and says that they stand. */
export const confirmHolidays = performs(
  routes.confirmHolidays,
  async ({ tx, caller }, { body: { year } }) => {
    const as = mustAllow(deeds.holidaysConfirmed, caller, {})
    const confirmed = await tx
      .updateTable('holiday')
      .set((row) => ({ provisional: false, revision: row('revision', '+', 1) }))
      .where('day', '>=', `${year}-01-01`)
      .where('day', '<=', `${year}-12-31`)
      .where('provisional', '=', true)
      .returning('day')
      .execute()
    if (confirmed.length === 0)
      throw new Refusal('cycle.nothing-provisional', 'wrong-state', { params: { year } })
    await finishWhenDecreed(tx, year, caller.officialId)
    return {
      reply: { year, confirmed: confirmed.length },
      as,
      object: { type: 'holiday', id: caller.federationId },
      facts: { year, days: confirmed.length },
    }
  },
)

/** The task of a year's days off is done when none of them is computed any more. */
export async function finishWhenDecreed(tx: Tx, year: number, by: string): Promise<void> {
  const computed = await tx
    .selectFrom('holiday')
    .select('day')
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .where('provisional', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (computed) return
  const cycle = await tx
    .selectFrom('cycle')
    .select('id')
    .where('planYear', '=', year)
    .executeTakeFirst()
  if (cycle) await finishTasks(tx, { kinds: ['cycle.confirmHolidays'], objectId: cycle.id, by })
}
