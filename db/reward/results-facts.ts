import { sql } from 'kysely'
import type { Population } from '../../domain/draft/target.ts'
import { LEAST_RATINGS, type RatingSums } from '../../domain/classes/rating.ts'
import type { ClassRowView } from '../../domain/reward/results.contract.ts'
import { ratedByOrganiser, sumsOf } from '../classes/ratings.ts'
import type { Tx } from '../database.ts'

/** What a year brought, counted per unit; the sum over all units is the federation's figure. */
export type UnitFacts = {
  unitId: string
  unitName: string
  attended: number
  certified: number
  ownClasses: number
  newUnions: number
  newlyDeveloped: number
  otherDecrease: number
  transferIn: number
  transferOut: number
  months: number
  /** Of its own people, wherever they learnt. */
  tested: number
  passed: number
  /** In the classes it held itself. */
  testedInOwn: number
  passedInOwn: number
  ratedInOwn: RatingSums | null
}

type Year = { id: string; planYear: number }

/** What came of the classes that each unit held itself, and the last marks of everybody. */
const ofOwnClasses = (id: string) => sql`
  last_mark as (
    select distinct on (m.nomination_id) m.nomination_id, m.mark, k.pass_mark, k.organiser_unit_id, k.state
    from test_mark m join training_class k on k.id = m.class_id where k.cycle_id = ${id}
    order by m.nomination_id, m.id desc
  ), own as (
    select organiser_unit_id as unit_id, count(mark)::integer as tested,
      (count(*) filter (where mark >= pass_mark))::integer as passed
    from last_mark where state in ('SETTLED', 'CLOSED') group by 1
  ), rated as (
    ${ratedByOrganiser(id)}
  )`

/** One statement, whatever the number of classes and seats. */
export async function unitFacts(tx: Tx, { id, planYear }: Year): Promise<UnitFacts[]> {
  const { rows } = await sql<UnitFacts>`
    with ${ofOwnClasses(id)}, sent as (
      select n.unit_id, (count(*) filter (where n.state = 'ATTENDED'))::integer as attended,
        count(c.id)::integer as certified, count(m.mark)::integer as tested,
        (count(*) filter (where m.mark >= m.pass_mark))::integer as passed
      from nomination n join training_class k on k.id = n.class_id
      left join certificate c on c.nomination_id = n.id and c.state = 'VALID'
      left join last_mark m on m.nomination_id = n.id
      where k.cycle_id = ${id} group by 1
    ), held as (
      select organiser_unit_id as unit_id, count(*)::integer as classes from training_class
      where cycle_id = ${id} and state in ('SETTLED', 'CLOSED') group by 1
    ), founded as (
      select parent_id as unit_id, count(*)::integer as unions from unit
      where level = 'GRASSROOTS' and extract(year from valid_from) = ${planYear} group by 1
    ), moved as (
      select unit_id, sum(newly_developed)::integer as newly_developed,
        sum(other_decrease)::integer as other_decrease, sum(transfer_in)::integer as transfer_in,
        sum(transfer_out)::integer as transfer_out, count(*)::integer as months
      from movement_form where cycle_id = ${id} and state = 'SENT' group by 1
    )
    select u.id as unit_id, u.name as unit_name, coalesce(s.attended, 0) as attended,
      coalesce(s.certified, 0) as certified, coalesce(h.classes, 0) as own_classes,
      coalesce(f.unions, 0) as new_unions, coalesce(m.newly_developed, 0) as newly_developed,
      coalesce(m.other_decrease, 0) as other_decrease, coalesce(m.transfer_in, 0) as transfer_in,
      coalesce(m.transfer_out, 0) as transfer_out, coalesce(m.months, 0) as months,
      coalesce(s.tested, 0) as tested, coalesce(s.passed, 0) as passed,
      coalesce(o.tested, 0) as tested_in_own, coalesce(o.passed, 0) as passed_in_own,
      r.sums as rated_in_own
    from unit u left join sent s on s.unit_id = u.id left join held h on h.unit_id = u.id
    left join founded f on f.unit_id = u.id left join moved m on m.unit_id = u.id left join own o on o.unit_id = u.id
    left join rated r on r.unit_id = u.id
    where u.level = 'IMMEDIATE_UPPER' and (u.valid_to is null
      or coalesce(s.unit_id, h.unit_id, f.unit_id, m.unit_id) is not null)
    order by u.code collate vi_natural`.execute(tx)
  return rows
}

export type ClassRow = Omit<ClassRowView, 'ratings'> & {
  rated: RatingSums | null
  isOfLine: boolean
  isOfUnit: boolean
  isHeld: boolean
  /** Whom it takes; of a year that was brought in it is not known. */
  eligibility: Population
  minutes: number
  questionMinutes: number
}

/** A year that was brought in says how many answered, their mean, and how many were satisfied. */
const importedSums = sql`case when (r.facts->>'ratings')::float8 >= ${LEAST_RATINGS} then jsonb_build_object(
  'ratings', (r.facts->>'ratings')::integer,
  'satisfaction', (r.facts->>'satisfaction')::float8 * (r.facts->>'ratings')::integer,
  'usefulness', null, 'satisfied', (r.facts->>'satisfied')::integer) end`

/** The minutes of each class of a year, and those of them that belonged to questions (S3.12). */
export const hoursOf = (id: string) => sql`
  hours as (
    select s.class_id, sum(extract(epoch from s.ends_at - s.starts_at) / 60) as minutes,
      coalesce(sum(extract(epoch from s.ends_at - s.starts_at) / 60)
        filter (where s.kind = 'Q_AND_A'), 0) as question_minutes
    from class_session s join training_class k on k.id = s.class_id where k.cycle_id = ${id} group by 1
  )`

/** The classes of the year with what came of each: one statement. Of an imported year, its results. */
export async function classRows(tx: Tx, { id }: Year): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    with ${hoursOf(id)}, last_mark as (
      select distinct on (nomination_id) nomination_id, class_id, mark from test_mark order by nomination_id, id desc
    ), marked as (
      select m.class_id, count(m.mark)::integer as tested,
        (count(*) filter (where m.mark >= k.pass_mark))::integer as passed
      from last_mark m join training_class k on k.id = m.class_id where k.cycle_id = ${id} group by 1
    ), seated as (
      select n.class_id, (count(*) filter (where n.state = 'ATTENDED'))::integer as attended
      from nomination n join training_class k on k.id = n.class_id where k.cycle_id = ${id} group by 1
    )
    select k.code, k.title, u.name as unit_name, k.seats::float8 as planned, coalesce(s.attended, 0)::float8 as attended,
      coalesce(m.tested, 0)::float8 as tested, coalesce(m.passed, 0)::float8 as passed,
      k.line_code is not null as is_of_line, u.level = 'IMMEDIATE_UPPER' as is_of_unit,
      k.state in ('SETTLED', 'CLOSED') as is_held, k.id as class_id, ${sumsOf('o')} as rated, k.eligibility,
      coalesce(h.minutes, 0)::float8 as minutes, coalesce(h.question_minutes, 0)::float8 as question_minutes
    from training_class k join unit u on u.id = k.organiser_unit_id
    left join seated s on s.class_id = k.id left join marked m on m.class_id = k.id
    left join hours h on h.class_id = k.id
    left join ratings_of_classes(array(select id from training_class where cycle_id = ${id})) o on o.class_id = k.id
    where k.cycle_id = ${id} and k.state <> 'CANCELLED'
    union all
    select r.code, r.title, null, r.planned::float8, r.done::float8, (r.facts->>'tested')::float8,
      (r.facts->>'certified')::float8, true, false, coalesce(r.done, 0) > 0, null,
      ${importedSums}, '{}'::jsonb, 0, 0
    from year_result r where r.cycle_id = ${id} and r.kind = 'CLASS'
    order by code`.execute(tx)
  return rows
}
