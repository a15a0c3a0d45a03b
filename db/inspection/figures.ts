import { sql } from 'kysely'
import type { Figure } from '../../domain/inspection/criteria.ts'
import type { Tx } from '../database.ts'
import type { InspectionRow } from './inspection-row.ts'

type Numbers = Record<string, number | null>

/** What the system itself knows of the unit in the inspected period: one statement for all of it. */
export async function figuresOf(
  tx: Tx,
  inspection: InspectionRow,
): Promise<Record<Figure, Record<string, number> | null>> {
  const row = await numbersOf(tx, inspection)
  return {
    answer: shown(row, ['answered', 'asked', 'onTime'], row.asked),
    classes: shown(row, ['held', 'planned'], row.planned),
    trainees: shown(row, ['seats', 'attended', 'tested', 'certified'], row.sent),
    qAndA: shown(row, ['percent'], row.percent),
    list: shown(row, ['attended'], row.attended),
    release: shown(row, ['requests', 'refusals'], row.requests),
  }
}

async function numbersOf(
  tx: Tx,
  { unitId, unitPath, periodFrom, periodTo }: InspectionRow,
): Promise<Numbers> {
  const { rows } = await sql<Numbers>`
    with held as (
      select c.id, c.state from training_class c
      where c.organiser_unit_id = ${unitId} and c.starts_on between ${periodFrom} and ${periodTo}
    ), sent as (
      select n.id, n.state, n.release_state from nomination n join training_class c on c.id = n.class_id
      where n.unit_path <@ ${unitPath}::ltree and c.starts_on between ${periodFrom} and ${periodTo}
    ), spent as (
      select s.kind, extract(epoch from s.ends_at - s.starts_at) as seconds
      from class_session s join held on held.id = s.class_id where held.state <> 'CANCELLED'
    ), asked as (
      select a.submitted_at, a.is_late from answer a join round r on r.id = a.round_id
      where a.unit_id = ${unitId} and (r.due_at at time zone 'Asia/Ho_Chi_Minh')::date
        between ${periodFrom} and ${periodTo}
    )
    select
      (select count(*)::integer from asked) as asked,
      (select count(*)::integer from asked where submitted_at is not null) as answered,
      (select count(*)::integer from asked where submitted_at is not null and not is_late) as on_time,
      (select count(*)::integer from held) as planned,
      (select count(*)::integer from held where state not in
        ('PLANNED', 'OPEN_FOR_NOMINATION', 'POSTPONED', 'CANCELLED')) as held,
      (select sum(q.seats)::integer from class_quota q join unit u on u.id = q.unit_id
        join training_class c on c.id = q.class_id
        where u.path <@ ${unitPath}::ltree and c.starts_on between ${periodFrom} and ${periodTo}) as seats,
      (select count(*)::integer from sent) as sent,
      (select count(*)::integer from sent where state = 'ATTENDED') as attended,
      (select count(distinct t.nomination_id)::integer from test_mark t join sent on sent.id = t.nomination_id
        where t.mark is not null) as tested,
      (select count(*)::integer from certificate f join sent on sent.id = f.nomination_id
        where f.state = 'VALID') as certified,
      (select round(100 * sum(seconds) filter (where kind = 'Q_AND_A') / nullif(sum(seconds), 0))::integer
        from spent) as percent,
      (select count(*)::integer from sent where release_state in
        ('ASKED', 'GRANTED', 'REFUSED', 'NO_ANSWER')) as requests,
      (select count(*)::integer from sent where release_state in ('REFUSED', 'NO_ANSWER')) as refusals`.execute(
    tx,
  )
  return rows[0] ?? {}
}

/** Null where the system has nothing to count, so that nobody takes "no data" for nought. */
function shown(
  row: Numbers,
  names: readonly string[],
  basis: number | null | undefined,
): Record<string, number> | null {
  if (!basis) return null
  return Object.fromEntries(names.map((name) => [name, row[name] ?? 0]))
}
