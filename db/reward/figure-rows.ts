import { type RawBuilder, sql } from 'kysely'
import { ratingFiguresOf, type RatingSums } from '../../domain/classes/rating.ts'
import {
  type FigureRowsQuery,
  type FigureRowsView,
  type FigureRowView,
  figureRowsPerPage,
} from '../../domain/reward/results.contract.ts'
import { type Source, sourceOf } from '../../domain/reward/results.ts'
import { sumsOf } from '../classes/ratings.ts'
import type { Entered } from '../context.ts'
import { type CycleRow, cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { isOfPopulation } from '../draft/population.ts'
import { type Key, pageOf, walkOf } from '../federation/keyset.ts'
import { found } from '../subject.ts'
import { idsMeantFor } from './counted-classes.ts'
import { hoursOf } from './results-facts.ts'
import { asksWho, ofYearsCounted, type PlannedTarget, plannedTargets } from './results-targets.ts'

export type Asked = { planYear: number; planType: string; code: string }

const keys: readonly Key[] = [
  { by: sql`r.place`, type: 'text' },
  { by: sql`r.sort`, type: 'text' },
  { by: sql`r.id`, type: 'uuid' },
]

/** Those whom a number of the board counts: as many rows as the number says. */
export async function figureRows(
  { tx }: Entered,
  { planYear, planType, code }: Asked,
  query: FigureRowsQuery,
): Promise<FigureRowsView> {
  const cycle = await cycleOfYear(tx, planYear)
  const targets = await plannedTargets(tx, cycle.id)
  const target = found(targets.find((each) => each.planType === planType && each.code === code))
  const source = sourceOf(target)
  const unitName = query.unitId ? await nameOf(tx, query.unitId) : null
  const unitId = query.unitId ?? null
  const meant = source === 'classesFor' ? await idsMeantFor(tx, cycle.id, target.population) : []
  const counted = source && statementOf(source, { target, cycle, unitId, meant })
  if (!counted) {
    const nothing = { rows: [], total: 0, previous: null, next: null }
    return { text: target.text, source, unitName, ...nothing }
  }
  const walk = walkOf(query, keys)
  const { rows } = await sql<Omit<FigureRowView, 'ratings'> & Row>`
    with r as (${counted})
    select r.id, r.link_id, r.name, r.unit_name, r.class_id, r.class_name, r.mark, r.has_passed, r.certificate, r.sums,
      r.question_percent, jsonb_build_array(${sql.join(keys.map((key) => key.by))}) as cursor
    from r where ${walk.where} order by ${walk.orderBy} limit ${figureRowsPerPage + 1}`.execute(tx)
  const total = walk.isFirstPage ? await count(tx, counted) : null
  return {
    text: target.text,
    source,
    unitName,
    total,
    ...pageOf(rows.map(withFigures), figureRowsPerPage, walk, query),
  }
}

type Row = { sums: RatingSums | null; cursor: unknown }

function withFigures<R extends Row>({ sums, ...row }: R) {
  return { ...row, ratings: ratingFiguresOf([sums]) }
}

async function count(tx: Tx, counted: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from (${counted}) r`.execute(tx)
  return rows[0]?.total ?? 0
}

/** Every page after the other, for the workbook. */
export async function* everyFigureRow(
  entered: Entered,
  asked: Asked,
  query: FigureRowsQuery,
): AsyncGenerator<FigureRowView> {
  let after: string | undefined
  do {
    const page = await figureRows(entered, asked, { unitId: query.unitId, after })
    yield* page.rows
    after = page.next ?? undefined
  } while (after)
}

async function nameOf(tx: Tx, unitId: string): Promise<string> {
  return found(
    await tx.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst(),
  ).name
}

type Counting = {
  target: PlannedTarget
  cycle: CycleRow
  unitId: string | null
  /** The classes for those of whom the target speaks. */
  meant: readonly string[]
}

/** Net growth has its forms, month by month, on a page of its own. */
function statementOf(source: Source, counting: Counting): RawBuilder<unknown> | null {
  switch (source) {
    case 'heldClasses':
      return classes(counting, sql`k.line_code is not null`)
    case 'classesFor':
      return classes(
        counting,
        sql`k.line_code is not null and k.id = any (${[...counting.meant]}::uuid[])`,
      )
    case 'ownClasses':
      return classes(counting, sql`u.level = 'IMMEDIATE_UPPER'`)
    case 'questionShare':
      return classes(counting, sql`h.minutes > 0`)
    case 'attended':
      return people(counting, sql`n.state = 'ATTENDED'`)
    case 'certified':
      return people(counting, sql`c.id is not null`)
    case 'passRate':
      return people(counting, sql`m.mark is not null`)
    case 'newUnions':
      return unions(counting)
    case 'netGrowth':
      return null
  }
}

const ofUnit = (column: string, unitId: string | null) =>
  unitId === null ? sql`true` : sql`${sql.ref(column)} = ${unitId}`

function classes({ cycle, unitId }: Counting, which: RawBuilder<unknown>) {
  return sql`
    select k.id, k.id as link_id, k.code || '. ' || k.title as name, u.name as unit_name, u.code collate vi_natural as place,
      k.code collate vi_natural as sort, k.id as class_id, null::text as class_name, null::float8 as mark,
      null::boolean as has_passed, null::text as certificate, ${sumsOf('o')} as sums,
      round(100 * h.question_minutes / nullif(h.minutes, 0), 1)::float8 as question_percent
    from training_class k join unit u on u.id = k.organiser_unit_id
    left join (with ${hoursOf(cycle.id)} select * from hours) h on h.class_id = k.id
    left join ratings_of_classes(array(select id from training_class where cycle_id = ${cycle.id})) o on o.class_id = k.id
    where k.cycle_id = ${cycle.id} and k.state in ('SETTLED', 'CLOSED') and ${which}
      and ${ofUnit('k.organiserUnitId', unitId)}`
}

/** A share counts each person once, whatever the number of their classes. */
function people({ target, cycle, unitId }: Counting, which: RawBuilder<unknown>) {
  const isShare = target.kind === 'PERCENT'
  const asked = asksWho(target)
    ? sql`${ofYearsCounted(target, cycle.id)} and n.state = 'ATTENDED'
        and ${isOfPopulation(target.population)}`
    : sql`k.cycle_id = ${cycle.id}`
  return sql`
    select ${isShare ? sql`distinct on (o.id)` : sql``} n.id, o.id as link_id, o.full_name as name,
      s.name as unit_name, s.code collate vi_natural as place, o.sort_name as sort, k.id as class_id, k.title as class_name,
      m.mark::float8 as mark, m.mark >= k.pass_mark as has_passed, c.register_no as certificate,
      null::jsonb as sums, null::float8 as question_percent
    from nomination n join training_class k on k.id = n.class_id
    join unit s on s.id = n.unit_id
    join official o on o.id = n.official_id join unit u on u.id = o.unit_id
    left join certificate c on c.nomination_id = n.id and c.state = 'VALID'
    left join lateral (select t.mark from test_mark t where t.class_id = k.id and t.nomination_id = n.id
      order by t.id desc limit 1) m on true
    where ${asked} and ${which} and ${ofUnit('n.unitId', unitId)} and k.state <> 'CANCELLED'
    ${isShare ? sql`order by o.id, n.id` : sql``}`
}

function unions({ cycle, unitId }: Counting) {
  return sql`
    select u.id, u.id as link_id, u.name, p.name as unit_name, p.code collate vi_natural as place,
      u.code collate vi_natural as sort,
      null::uuid as class_id, null::text as class_name, null::float8 as mark, null::boolean as has_passed,
      null::text as certificate, null::jsonb as sums, null::float8 as question_percent
    from unit u join unit p on p.id = u.parent_id
    where u.level = 'GRASSROOTS' and extract(year from u.valid_from) = ${cycle.planYear}
      and p.level = 'IMMEDIATE_UPPER' and ${ofUnit('u.parentId', unitId)}`
}
