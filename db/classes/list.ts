import { type RawBuilder, sql } from 'kysely'
import { type ClassesQuery, classesPerPage } from '../../domain/classes/classes.contract.ts'
import type { ClassRowView } from '../../domain/classes/views.contract.ts'
import { cycleOfYear } from '../cycle/find.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { type Key, pageOf, walkOf } from '../federation/keyset.ts'

type Page = {
  classes: ClassRowView[]
  total: number | null
  previous: string | null
  next: string | null
}
type Row = ClassRowView & { cursor: unknown }

/** Days since the first of this century's, so that the order is one of whole numbers. */
const dayNumber = sql`(c.starts_on - date '2000-01-01')`
const keys: readonly Key[] = [
  { by: dayNumber, type: 'integer' },
  { by: sql`c.id`, type: 'uuid' },
]

/** The classes of a year by their first day: two statements, and one more for the first page's count. */
export async function classesOf(entered: Entered, query: ClassesQuery): Promise<Page> {
  const { tx } = entered
  const cycle = await cycleOfYear(tx, query.planYear)
  const narrowed = narrowedBy(query, cycle)
  const walk = walkOf(query, keys)
  const { rows } = await sql<Row>`
    select c.id as class_id, c.code, c.title, c.topic, c.audience, u.name as organiser_name, c.venue, c.state,
      c.starts_on::text as starts_on, c.ends_on::text as ends_on, c.seats, to_jsonb(n) as counts, c.cursor
    from (
      select c.*, jsonb_build_array(${sql.join(keys.map((key) => key.by))}) as cursor
      from training_class c
      where ${narrowed} and ${walk.where}
      order by ${walk.orderBy} limit ${classesPerPage + 1}
    ) c
    join unit u on u.id = c.organiser_unit_id
    cross join lateral class_counts(c.id) n
    order by ${walk.orderBy}`.execute(tx)
  const page = pageOf(rows, classesPerPage, walk, query)
  return {
    classes: page.rows,
    total: walk.isFirstPage ? await countOf(tx, narrowed) : null,
    previous: page.previous,
    next: page.next,
  }
}

async function countOf(tx: Tx, narrowed: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from training_class c where ${narrowed}`.execute(tx)
  return rows[0]?.total ?? 0
}

/** The page, and whether its reader may open a class. */
export async function classesWithRights(entered: Entered, query: ClassesQuery) {
  const mayOpen = entered.caller.grants.some(({ role }) => role === 'classOrganiser')
  return { ...(await classesOf(entered, query)), mayOpen }
}

/** Page after page, for the workbook. */
export async function* everyClassOf(
  entered: Entered,
  query: ClassesQuery,
): AsyncGenerator<ClassRowView> {
  let after: string | undefined
  do {
    const { classes, next } = await classesOf(entered, {
      ...query,
      before: undefined,
      from: undefined,
      after,
    })
    yield* classes
    after = next ?? undefined
  } while (after)
}

function narrowedBy(
  { q, state, month, mine }: ClassesQuery,
  cycle: { id: string; federationId: string },
): RawBuilder<unknown> {
  const conditions = [
    sql`c.federation_id = ${cycle.federationId} and c.cycle_id = ${cycle.id}`,
    q !== '' &&
      sql`c.folded like all (select '%' || replace(replace(w, '\\', ''), '%', '') || '%'
      from unnest(string_to_array(fold(trim(${q})), ' ')) w where w <> '')`,
    state && sql`c.state = ${state}`,
    month && sql`extract(month from c.starts_on) = ${month}`,
    // What the fence shows of quotas is what one's own units have.
    mine &&
      sql`(app_reaches_unit(c.organiser_unit_id) or exists (
        select from class_quota q where q.class_id = c.id and app_reaches_unit(q.unit_id)))`,
  ].filter((condition) => condition !== undefined && condition !== false)
  return sql.join(conditions, sql` and `)
}
