import { sql } from 'kysely'
import { ratingFiguresOf, type RatingSums } from '../../domain/classes/rating.ts'
import type { FiguresView } from '../../domain/reward/views.contract.ts'
import { ratedByOrganiser } from '../classes/ratings.ts'
import type { Tx } from '../database.ts'
import { inspectionResults } from '../inspection/results.ts'

export type UnitFigures = {
  unitId: string
  unitName: string
  isRegistered: boolean
  figures: FiguresView
}
type Row = Omit<UnitFigures, 'figures'> &
  Omit<FiguresView, 'inspection' | 'ratings'> & { sums: RatingSums | null }
type Year = { id: string; planYear: number }

/**
 * What each unit did in a year, as it stands beside a proposal: two statements whatever the number
 * of units. A unit that sent nobody has no classes' figures, which is not the same as none.
 */
export async function yearFigures(tx: Tx, year: Year, unitId?: string): Promise<UnitFigures[]> {
  const results = await inspectionResults(tx, year.planYear)
  const { rows } = await statement(year, unitId).execute(tx)
  return rows.map(({ unitId: id, unitName, isRegistered, sums, ...figures }) => {
    const best = results.find((result) => result.unitId === id)
    const inspection = best && {
      inspectionId: best.inspectionId,
      rating: best.rating,
      scorePercent: best.scorePercent === null ? null : Number(best.scorePercent),
      number: best.number,
      openRemedies: best.openRemedies,
    }
    return {
      unitId: id,
      unitName,
      isRegistered,
      figures: {
        ...figures,
        ratings: ratingFiguresOf([sums]),
        inspection: inspection ?? null,
      },
    }
  })
}

const statement = ({ id }: Year, unitId: string | undefined) => sql<Row>`
  with units as (
    select u.id, u.name, u.code from unit u
    where u.level = 'IMMEDIATE_UPPER' and u.valid_to is null
      and ${unitId === undefined ? sql`true` : sql`u.id = ${unitId}`}
  ), held as (
    select organiser_unit_id as unit_id, count(*)::integer as classes
    from training_class where cycle_id = ${id} and state in ('SETTLED', 'CLOSED') group by 1
  ), rated as (
    ${ratedByOrganiser(id)}
  ), last_mark as (
    select distinct on (m.nomination_id) m.nomination_id, m.mark, c.pass_mark
    from test_mark m join training_class c on c.id = m.class_id
    where c.cycle_id = ${id} order by m.nomination_id, m.id desc
  ), sent as (
    select n.unit_id, count(*)::integer as nominated,
      (count(*) filter (where n.state = 'ATTENDED'))::integer as attended,
      count(m.mark)::integer as tested, (count(*) filter (where m.mark >= m.pass_mark))::integer as passed
    from nomination n join training_class c on c.id = n.class_id
    left join last_mark m on m.nomination_id = n.id
    where c.cycle_id = ${id} and n.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') group by 1
  ), moved as (
    select unit_id, sum(newly_developed - other_decrease)::integer as net, count(*)::integer as months
    from movement_form where cycle_id = ${id} and state = 'SENT' group by 1
  ), answered as (
    select a.unit_id, (count(*) filter (where a.state in ('SUBMITTED', 'COUNTED') and not a.is_late))::integer as in_time,
      (count(*) filter (where a.state in ('SUBMITTED', 'COUNTED') and a.is_late))::integer as late,
      (count(*) filter (where a.state = 'NO_ANSWER'))::integer as missing
    from answer a join round r on r.id = a.round_id where r.cycle_id = ${id} group by 1
  )
  select u.id as unit_id, u.name as unit_name, r.id is not null as is_registered,
    h.classes, s.nominated, s.attended, s.tested, s.passed, k.sums, m.net, coalesce(m.months, 0) as months_sent,
    coalesce(a.in_time, 0) as answers_in_time, coalesce(a.late, 0) as answers_late,
    coalesce(a.missing, 0) as answers_missing
  from units u
  left join award_registration r on r.unit_id = u.id and r.cycle_id = ${id}
  left join held h on h.unit_id = u.id left join rated k on k.unit_id = u.id
  left join sent s on s.unit_id = u.id
  left join moved m on m.unit_id = u.id left join answered a on a.unit_id = u.id
  order by u.code collate vi_natural`
