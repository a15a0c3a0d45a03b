import { type RawBuilder, sql } from 'kysely'
import { type Day, day, dayOfInstant } from '../../domain/grammar/day.ts'
import {
  type FrequencyQuery,
  inspectionsPerPage,
} from '../../domain/inspection/inspection.contract.ts'
import type { FrequencyRowView } from '../../domain/inspection/views.contract.ts'
import type { Entered } from '../context.ts'
import { type Key, pageOf, walkOf } from '../federation/keyset.ts'

const keys: readonly Key[] = [
  { by: sql`u.name collate vi_natural`, type: 'text' },
  { by: sql`u.id`, type: 'uuid' },
]

/** A visit to a unit that has merged since is not one to its successor. */
const visitedUnit = sql`coalesce(i.visited_unit_id, i.unit_id)`

type Page = {
  since: Day
  units: FrequencyRowView[]
  total: number | null
  previous: string | null
  next: string | null
}

/** Units right below the federation that had no visit since so many years (S0.27). */
export async function notInspected(entered: Entered, query: FrequencyQuery): Promise<Page> {
  const { tx, at } = entered
  const since = yearsBefore(dayOfInstant(at), query.years)
  const narrowed = narrowedBy(entered, query, since)
  const walk = walkOf(query, keys)
  const { rows } = await sql<FrequencyRowView & { cursor: unknown }>`
    select u.id as unit_id, u.name as unit_name, last.visit_to as last_visited_on,
      last.id as last_inspection_id, ahead.visit_from as planned_on,
      jsonb_build_array(${sql.join(keys.map((key) => key.by))}) as cursor
    from unit u
    left join lateral (
      select i.id, i.visit_to from inspection i where ${visitedUnit} = u.id and i.minutes_signed_at is not null
      order by i.visit_to desc limit 1) last on true
    left join lateral (
      select min(i.visit_from) as visit_from from inspection i
      where i.unit_id = u.id and i.state in ('PLANNED', 'ANNOUNCED', 'SELF_REPORT_IN', 'ON_SITE')) ahead on true
    where ${narrowed} and ${walk.where}
    order by ${walk.orderBy} limit ${inspectionsPerPage + 1}`.execute(tx)
  const page = pageOf(rows, inspectionsPerPage, walk, query)
  return {
    since,
    units: page.rows,
    total: walk.isFirstPage ? await countOf(entered, narrowed) : null,
    previous: page.previous,
    next: page.next,
  }
}

async function countOf({ tx }: Entered, narrowed: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from unit u where ${narrowed}`.execute(tx)
  return rows[0]?.total ?? 0
}

export async function* everyNotInspected(
  entered: Entered,
  query: FrequencyQuery,
): AsyncGenerator<FrequencyRowView> {
  let after: string | undefined
  do {
    const page = await notInspected(entered, {
      ...query,
      before: undefined,
      from: undefined,
      after,
    })
    yield* page.units
    after = page.next ?? undefined
  } while (after)
}

function narrowedBy({ caller }: Entered, { q }: FrequencyQuery, since: Day): RawBuilder<unknown> {
  const conditions = [
    sql`u.federation_id = ${caller.federationId} and u.level = 'IMMEDIATE_UPPER' and u.valid_to is null`,
    sql`not exists (select from inspection i where ${visitedUnit} = u.id and i.minutes_signed_at is not null
      and i.visit_to >= ${since})`,
    q !== '' && sql`u.id in (select unit_ids_matching(${q}))`,
  ].filter((condition) => typeof condition === 'object')
  return sql.join(conditions, sql` and `)
}

/** The same date so many years ago; 29 February is 28 in other years. */
function yearsBefore(from: Day, years: number): Day {
  const year = Number(from.slice(0, 4)) - years
  const rest = from.slice(4)
  return day(`${year}${rest === '-02-29' ? '-02-28' : rest}`)
}
