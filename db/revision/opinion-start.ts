import { sql } from 'kysely'
import type { OpinionsQuery } from '../../domain/revision/opinions.contract.ts'
import type { OpinionPlace } from '../../domain/revision/place-key.ts'
import type { Tx } from '../database.ts'
import type { CountedPlace } from './opinion-cells.ts'
import { atPlace, isDisposed, narrowedTo, opinionsOnPlan, opinionTables } from './opinion-filter.ts'
import type { PlaceOrder } from './opinion-order.ts'
import { orderWithinPlace } from './opinion-walk.ts'

type Wanted = {
  planId: string
  query: OpinionsQuery
  places: readonly CountedPlace[]
  order: PlaceOrder
}

/**
 * How many opinions stand before the page that was asked for by what is on it. Pages are cut from
 * the beginning, so that the same one opens whichever of its rows is asked for.
 */
export async function startOf(tx: Tx, wanted: Wanted): Promise<number> {
  const { query, places, order } = wanted
  const { at, size } = query
  if (at === undefined) return 0
  const stands = at === 'open' ? await firstOpen(tx, wanted) : await oneOf(tx, wanted, at)
  if (!stands) return 0
  const before = places
    .filter((place) => order(place, stands.place) < 0)
    .reduce((sum, { total }) => sum + total, stands.before)
  return before - (before % size)
}

type Stands = { place: OpinionPlace; before: number }

async function firstOpen(tx: Tx, { planId, query, places }: Wanted): Promise<Stands | null> {
  const place = places.find(({ open }) => open > 0)
  if (!place) return null
  const { rows } = await sql<{ before: number }>`
    select coalesce(min(nth) filter (where not is_disposed) - 1, 0)::integer as before from (
      select ${isDisposed} as is_disposed, row_number() over (order by ${orderWithinPlace}) as nth
      from ${opinionTables}
      where ${opinionsOnPlan(planId)} and ${narrowedTo(planId, query)} and ${atPlace(place)}
    ) here`.execute(tx)
  return { place, before: rows[0]?.before ?? 0 }
}

async function oneOf(tx: Tx, { planId, query }: Wanted, id: string): Promise<Stands | null> {
  const { rows } = await sql<Stands>`
    with wanted as (
      select r.number as round, c.place_kind, c.place_code, row(${orderWithinPlace}) as stands
      from ${opinionTables} where ${opinionsOnPlan(planId)} and c.id = ${id}
    )
    select jsonb_build_object('round', w.round, 'kind', w.place_kind, 'code', w.place_code) as place,
      (select count(*)::integer from ${opinionTables}
        where ${opinionsOnPlan(planId)} and ${narrowedTo(planId, query)} and r.number = w.round
          and c.place_kind = w.place_kind and c.place_code is not distinct from w.place_code
          and row(${orderWithinPlace}) < w.stands) as before
    from wanted w`.execute(tx)
  return rows[0] ?? null
}

/** The places from there on that surely hold a page, and how many of the first are passed over. */
export function placesBehind(
  places: readonly CountedPlace[],
  { start, needed }: { start: number; needed: number },
): { chosen: CountedPlace[]; offset: number } {
  const chosen: CountedPlace[] = []
  let passed = 0
  let offset = 0
  for (const place of places) {
    if (passed >= start + needed) break
    if (passed + place.total > start) {
      if (chosen.length === 0) offset = start - passed
      chosen.push(place)
    }
    passed += place.total
  }
  return { chosen, offset }
}
