import { type RawBuilder, sql } from 'kysely'
import {
  type OfficialRowView,
  type OfficialsQuery,
  officialsPerPage,
} from '../../domain/federation/officials.contract.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import { fold } from '../../domain/grammar/text.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { type Key, pageOf, walkOf } from './keyset.ts'

type Page = {
  officials: OfficialRowView[]
  total: number | null
  previous: string | null
  next: string | null
}
type Row = OfficialRowView & { cursor: unknown }

const columns = sql`o.id as official_id, o.full_name, o.sex, o.birth_year, o.employment, o.level, o.position,
  o.position_since::text as position_since, o.new_in_term, o.unit_id, u.name as unit_name,
  above.name as above_name, d.name as department_name`

/** Officials within reach, one page of them: one statement, and one more for the first page's count. */
export async function officialsOf(entered: Entered, query: OfficialsQuery): Promise<Page> {
  const { tx, caller } = entered
  const narrowed = narrowedBy(query, caller)
  const keys = keysOf(query)
  const walk = walkOf(query, keys)
  // The page is cut before anything is joined to it: fifty rows are looked up, not thousands.
  const { rows } = await sql<Row>`
    select ${columns}, o.cursor
    from (
      select o.*, jsonb_build_array(${sql.join(keys.map((key) => key.by))}) as cursor
      from official o ${query.sort === 'unit' ? itsUnit : sql``}
      where ${query.sort === 'unit' ? narrowedBy(query, caller, 'unit') : narrowed} and ${walk.where}
      order by ${walk.orderBy} limit ${officialsPerPage + 1}
    ) o
    join unit u on u.id = o.unit_id
    left join unit above on above.id = u.parent_id
    left join department d on d.id = o.department_id
    order by ${walk.orderBy}`.execute(tx)
  const page = pageOf(rows, officialsPerPage, walk, query)
  return {
    officials: page.rows,
    total: walk.isFirstPage ? await countOf(tx, narrowed) : null,
    previous: page.previous,
    next: page.next,
  }
}

async function countOf(tx: Tx, narrowed: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from official o where ${narrowed}`.execute(tx)
  return rows[0]?.total ?? 0
}

/** Every page after the other, for the workbook. */
export async function* everyOfficialOf(
  entered: Entered,
  query: OfficialsQuery,
): AsyncGenerator<OfficialRowView> {
  let after: string | undefined
  do {
    const { officials, next } = await officialsOf(entered, {
      ...query,
      before: undefined,
      from: undefined,
      after,
    })
    yield* officials
    after = next ?? undefined
  } while (after)
}

/** What comes nearest to the words typed stands first; then by given name in Vietnamese order. */
function keysOf({ q, sort }: OfficialsQuery): Key[] {
  const byName: Key[] = [
    { by: sql`o.sort_words`, type: 'text[]' },
    { by: sql`o.id`, type: 'uuid' },
  ]
  if (sort === 'unit')
    return [
      { by: sql`u.name collate vi_natural`, type: 'text' },
      { by: sql`u.id`, type: 'uuid' },
      ...byName,
    ]
  if (q === '') return byName
  return [
    { by: nearness({ name: sql`o.full_name`, folded: sql`o.folded` }, q), type: 'integer' },
    ...byName,
  ]
}

/**
 * 0 where every word stands in the name with its marks as typed, 1 where it stands there with
 * others ('huong' in 'Hường'), 2 where it is only a part of a word ('huong' in 'Phương').
 */
export function nearness(
  { name, folded }: { name: RawBuilder<unknown>; folded: RawBuilder<unknown> },
  q: string,
): RawBuilder<number> {
  const all = (words: string, text: RawBuilder<unknown>) =>
    sql.join(
      words
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => sql`position(${` ${word} `}::text in ' ' || ${text} || ' ') > 0`),
      sql` and `,
    )
  const typed = q.normalize('NFC').toLowerCase()
  return sql`(case when ${all(typed, sql`lower(${name})`)} then 0
    when ${all(fold(q), folded)} then 1 else 2 end)`
}

function narrowedBy(
  query: OfficialsQuery,
  caller: Caller,
  reachOf: 'unit' | 'official' = 'official',
): RawBuilder<unknown> {
  const { q, unitId, position, employment, level, sex, newInTerm } = query
  const conditions = [
    // The same for everybody, so that the planner walks the index by name; the fence says it again.
    sql`o.federation_id = ${caller.federationId}`,
    q === '' ? withinReach(caller, reachOf) : sql`o.id in (select official_ids_matching(${q}))`,
    unitId && sql`o.unit_id = any (array(select unit_ids_below(${unitId})))`,
    position && sql`o.position = ${position}`,
    employment && sql`o.employment = ${employment}`,
    level && sql`o.level = ${level}`,
    sex && sql`o.sex = ${sex}`,
    newInTerm && sql`o.new_in_term = ${newInTerm === 'yes'}`,
  ].filter((condition) => condition !== undefined && condition !== '' && condition !== null)
  return sql.join(conditions, sql` and `)
}

/**
 * What the fence lets through anyway, said so that an index can serve it: of the unit where the list
 * goes by units, and not of both, because the planner would believe that few are left to sort.
 */
function withinReach(caller: Caller, of: 'unit' | 'official'): RawBuilder<unknown> | undefined {
  const { grants, officialId } = caller
  if (grants.some((grant) => grant.ofFederation && grant.role !== 'lecturer')) return undefined
  if (grants.every((grant) => grant.ofFederation)) return sql`o.id = ${officialId}`
  const area = oneAreaOf(caller)
  // for either order of the list there is an index within the area: the page is walked, not sorted
  if (!area) return sql`o.unit_id = any (array(select unit_ids_in_reach()))`
  return of === 'unit' ? sql`u.area = ${area}` : sql`o.area = ${area}`
}

/** The immediate-upper union within which this person sees everything and beyond it nothing. */
function oneAreaOf({ grants }: Caller): string | null {
  const paths = new Set(grants.map(({ unitPath }) => unitPath))
  const [path = ''] = paths
  return paths.size === 1 && path.split('.').length === 2 ? path : null
}

/** The federation is said of the unit too: its index in the order of names begins with it. */
const itsUnit = sql`join unit u on u.id = o.unit_id and u.federation_id = o.federation_id`
