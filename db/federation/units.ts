import { type RawBuilder, sql } from 'kysely'
import {
  type BranchView,
  type UnitRowView,
  type UnitsQuery,
  unitsPerPage,
} from '../../domain/federation/units.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { type Key, pageOf, walkOf } from './keyset.ts'
import { nearness } from './officials.ts'

type Page = {
  units: UnitRowView[]
  total: number | null
  previous: string | null
  next: string | null
}

export const unitFacts = sql`u.id as unit_id, u.code, u.name, u.level, u.kind, u.worker_count as workers,
  u.member_count as members, u.valid_from::text as valid_from, u.valid_to::text as valid_to`

export const successorsOfUnit = sql`coalesce((
  select jsonb_agg(jsonb_build_object('unitId', heir.id, 'name', heir.name, 'since', s.since)
    order by heir.name collate vi_natural)
  from unit_succession s join unit heir on heir.id = s.successor_id where s.unit_id = u.id), '[]'::jsonb)`

/** Units by name, one page of them: one statement, and one more for the first page's count. */
export async function unitsOf(entered: Entered, query: UnitsQuery): Promise<Page> {
  const { tx } = entered
  const narrowed = narrowedBy(entered, query)
  const keys = keysOf(query)
  const walk = walkOf(query, keys)
  const { rows } = await sql<UnitRowView & { cursor: unknown }>`
    select ${unitFacts}, u.ownership, u.sector, u.parent_id as above_id, above.name as above_name,
      ${successorsOfUnit} as successors,
      jsonb_build_array(${sql.join(keys.map((key) => key.by))}) as cursor
    from unit u left join unit above on above.id = u.parent_id
    where ${narrowed} and ${walk.where}
    order by ${walk.orderBy} limit ${unitsPerPage + 1}`.execute(tx)
  const page = pageOf(rows, unitsPerPage, walk, query)
  return {
    units: page.rows,
    total: walk.isFirstPage ? await countOf(tx, narrowed) : null,
    previous: page.previous,
    next: page.next,
  }
}

async function countOf(tx: Tx, narrowed: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from unit u where ${narrowed}`.execute(tx)
  return rows[0]?.total ?? 0
}

export async function* everyUnitOf(
  entered: Entered,
  query: UnitsQuery,
): AsyncGenerator<UnitRowView> {
  let after: string | undefined
  do {
    const { units, next } = await unitsOf(entered, {
      ...query,
      before: undefined,
      from: undefined,
      after,
    })
    yield* units
    after = next ?? undefined
  } while (after)
}

/** The units directly below one on a day, each with how many stand below it: one statement. */
export async function branchOf(
  { tx, at }: Entered,
  { above, on }: { above?: string | undefined; on?: string | undefined },
): Promise<{ on: string; units: BranchView[] }> {
  const day = on ?? dayOfInstant(at)
  const { rows } = await sql<BranchView>`
    select ${unitFacts}, (
      select count(*)::integer from unit c
      where c.parent_id = u.id and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to >= ${day})
    ) as children
    from unit u
    where ${above ? sql`u.parent_id = ${above}` : sql`u.parent_id is null`}
      and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day})
    order by u.name collate vi_natural, u.id`.execute(tx)
  return { on: day, units: rows }
}

function keysOf({ q }: UnitsQuery): Key[] {
  const byName: Key[] = [
    { by: sql`u.name collate vi_natural`, type: 'text' },
    { by: sql`u.id`, type: 'uuid' },
  ]
  return q === ''
    ? byName
    : [
        { by: nearness({ name: sql`u.name`, folded: sql`u.folded` }, q), type: 'integer' },
        ...byName,
      ]
}

function narrowedBy(entered: Entered, query: UnitsQuery): RawBuilder<unknown> {
  const { q, below, level, kind, ownership } = query
  const conditions = [
    sql`u.federation_id = ${entered.caller.federationId}`,
    q !== '' && sql`(u.id in (select unit_ids_matching(${q})) or u.code = upper(${q}))`,
    below && sql`u.id in (select unit_ids_below(${below})) and u.id <> ${below}`,
    level && sql`u.level = ${level}`,
    kind && sql`u.kind = ${kind}`,
    ownership && sql`u.ownership = ${ownership}`,
    standingAsked(query, query.on ?? dayOfInstant(entered.at)),
  ].filter((condition) => typeof condition === 'object')
  return sql.join(conditions, sql` and `)
}

/** A day alone asks for what stood on it; neither a day nor a state asks for all there ever was. */
function standingAsked({ state, on }: UnitsQuery, day: string): RawBuilder<unknown> | undefined {
  if (state === 'CLOSED') return sql`u.valid_to < ${day}`
  if (!state && !on) return undefined
  return sql`(u.valid_from <= ${day} and (u.valid_to is null or u.valid_to >= ${day}))`
}
