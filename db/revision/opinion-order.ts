import { sql } from 'kysely'
import { isBeingRevised } from '../../domain/cycle/plan-state.ts'
import { keyOf } from '../../domain/revision/changed-places.ts'
import type { OpinionPlace } from '../../domain/revision/place-key.ts'
import type { Tx } from '../database.ts'
import type { PlanRow } from './plan.ts'

/** Of two places the one that stands first, as a sort asks for it. */
export type PlaceOrder = (one: OpinionPlace, other: OpinionPlace) => number

/**
 * The places of a plan as it prints them, then those that only a consulted version has; in each the
 * first round before the second. What speaks of the whole comes last, behind the classes that are
 * asked for.
 */
export async function placeOrder(
  tx: Tx,
  { id, state, publishedVersion }: PlanRow,
): Promise<PlaceOrder> {
  const isOpenText = isBeingRevised(state) || publishedVersion === 0
  const { rows } = await sql<{ place: string }>`
    select place from (
      select distinct on (place) place, text, part, position, code from (
        select 0 as text, 1 as part, position::bigint, code, 'CLAUSE ' || code as place
          from clause where plan_id = ${id} and ${isOpenText}
        union all select 0, 2, position, code, 'TARGET ' || code
          from target where plan_id = ${id} and ${isOpenText}
        union all select 0, 3, position, code, 'LINE ' || code
          from class_line where plan_id = ${id} and ${isOpenText}
        union all
        select case when v.version = ${publishedVersion} and not ${isOpenText} then 0 else v.version end,
          p.part, e.position, e.printed ->> 'code', p.kind || ' ' || (e.printed ->> 'code')
        from plan_version v
        cross join (values (1, 'CLAUSE', 'clauses'), (2, 'TARGET', 'targets'), (3, 'LINE', 'classLines'))
          p (part, kind, key)
        cross join jsonb_array_elements(v.content -> p.key) with ordinality e (printed, position)
        where v.plan_id = ${id} and (v.version in (select version from round_plan where plan_id = ${id})
          or v.version = ${publishedVersion} and not ${isOpenText})
      ) printed order by place, text, part, position, code
    ) first order by text, part, position, code`.execute(tx)
  return orderOf(rows.map(({ place }) => place))
}

const ofTheWhole = ['LINE ', 'GENERAL ']

function orderOf(printed: readonly string[]): PlaceOrder {
  const ranks = new Map(printed.map((key, index) => [key, index]))
  ofTheWhole.forEach((key, index) => ranks.set(key, printed.length + 1 + index))
  const rankOf = (key: string) => ranks.get(key) ?? printed.length
  return (one, other) => {
    const [key, otherKey] = [keyOf(one), keyOf(other)]
    if (key === otherKey) return one.round - other.round
    return rankOf(key) - rankOf(otherKey) || (key < otherKey ? -1 : 1)
  }
}
