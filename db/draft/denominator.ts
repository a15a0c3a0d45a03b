import { sql } from 'kysely'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { population } from '../../domain/draft/plan-content.ts'
import { isShareOfPeople, type Population } from '../../domain/draft/target.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { isOfPopulation } from './population.ts'
import { targetToWrite } from './targets.ts'
import { onPlan } from './writing.ts'

export const denominatorPerformers = [
  performs(routes.freezeDenominator, async ({ tx, caller, at }, { params, revision }) => {
    const row = await targetToWrite(tx, params.targetId)
    const as = mustAllow(routes.freezeDenominator.deed, caller, row)
    mustBeCurrent(row, revision, null)
    if (!isShareOfPeople(row)) throw new Refusal('draft.nobody-to-count', 'invalid')
    const denominator = await countOf(tx, row.federationId, population.parse(row.population))
    const denominatorOn = dayOfInstant(at)
    await tx
      .updateTable('target')
      .set({ denominator, denominatorOn, revision: revision + 1 })
      .where('id', '=', row.id)
      .execute()
    const reply = { denominator, denominatorOn, revision: revision + 1, savedAt: at }
    const facts = { code: row.code, denominator, denominatorOn }
    return { reply, as, ...onPlan(row), facts }
  }),
]

/** What is sent on has its denominators: of those that nobody froze, each is frozen now. */
export async function freezeMissing(tx: Tx, planId: string, on: string): Promise<void> {
  const targets = await tx
    .selectFrom('target')
    .select(['id', 'federationId', 'kind', 'measuredIn', 'population'])
    .where('planId', '=', planId)
    .where('denominator', 'is', null)
    .orderBy('position')
    .forUpdate()
    .execute()
  for (const { id, federationId, ...target } of targets.filter(isShareOfPeople))
    await tx
      .updateTable('target')
      .set((update) => ({ denominatorOn: on, revision: update('revision', '+', 1) }))
      .set('denominator', await countOf(tx, federationId, population.parse(target.population)))
      .where('id', '=', id)
      .execute()
}

/** How many officials of units that stand today a target speaks of. */
async function countOf(tx: Tx, federationId: string, who: Population): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from official o join unit u on u.id = o.unit_id
    where o.federation_id = ${federationId}
      and ${isOfPopulation(who)}`.execute(tx)
  return rows[0]?.count ?? 0
}
