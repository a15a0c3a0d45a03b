import { sql } from 'kysely'
import type { OpinionCell } from '../../domain/revision/opinion-counts.ts'
import type { OpinionFilter } from '../../domain/revision/opinions.contract.ts'
import type { OpinionPlace } from '../../domain/revision/place-key.ts'
import type { Tx } from '../database.ts'
import { isDisposed, narrowedTo, opinionsOnPlan, countedTables } from './opinion-filter.ts'
import type { PlaceOrder } from './opinion-order.ts'

export type CellOfPlace = OpinionCell & { place: OpinionPlace }

/** What is said of each place and what became of it, counted, in the order of the plan. */
export async function opinionCells(
  tx: Tx,
  planId: string,
  order: PlaceOrder,
): Promise<CellOfPlace[]> {
  const { rows } = await sql<CellOfPlace>`
    select jsonb_build_object('round', round, 'kind', place_kind, 'code', place_code) as place,
      kind, disposition, is_disposed, count(*)::integer as count
    from (
      select r.number as round, c.place_kind, c.place_code, c.kind, d.disposition, ${isDisposed} as is_disposed
      from ${countedTables} where ${opinionsOnPlan(planId)}
    ) said
    group by round, place_kind, place_code, kind, disposition, is_disposed`.execute(tx)
  return rows.toSorted((one, other) => order(one.place, other.place))
}

export type CountedPlace = OpinionPlace & { total: number; open: number; undecided: number }

/** How many opinions of each place a filter finds, in the order of the plan. */
export async function countedPlaces(
  tx: Tx,
  planId: string,
  { filter, order }: { filter: OpinionFilter; order: PlaceOrder },
): Promise<CountedPlace[]> {
  const { rows } = await sql<CountedPlace>`
    select r.number as round, c.place_kind as kind, c.place_code as code, count(*)::integer as total,
      (count(*) filter (where not ${isDisposed}))::integer as open,
      (count(*) filter (where d.comment_id is null))::integer as undecided
    from ${countedTables} where ${opinionsOnPlan(planId)} and ${narrowedTo(planId, filter)}
    group by r.number, c.place_kind, c.place_code`.execute(tx)
  return rows.toSorted(order)
}

/** How many still stand in the way of the checks. */
export async function openOpinions(tx: Tx, planId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open from ${countedTables}
    where ${opinionsOnPlan(planId)} and not ${isDisposed}`.execute(tx)
  return rows[0]?.open ?? 0
}
