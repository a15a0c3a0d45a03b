import pg from 'pg'
import { asPerson, type Entered } from '../../db/context.ts'
import { openDatabase } from '../../db/database.ts'
import { resultsOf } from '../../db/reward/results-view.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { inTurn } from './row.ts'
import { withSameStatements } from './same-statements.ts'
import type { Subject } from './subject.ts'

const planYear = 2031
const units = 43
const classes = 300
const seatsPerClass = 100
const people = 10_000
const times = 40
const warmUp = 5
const floorIs = 'the same statements in one transaction by pg, as owner of the tables'

/** The board of a year with 300 classes and 30,000 seats, as its readers open it. */
export const yearEndBoard: Subject = {
  rows: [{ name: 'year-end-board', unit: 'ms p50', goal: 1.5, goalIs: 'atMost', floorIs }],
  async *measure(ground) {
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, units)
    await fillYear(urls.ownerUrl, federation)
    const db = openDatabase(urls.appUrl, { role: 'training_api', poolSize: 1 })
    const { accountId } = federation.person('leader')
    const read = (entered: Entered) => resultsOf(entered, planYear)
    const figure = () => asPerson(db, accountId, read)
    try {
      const measured = await withSameStatements(
        urls,
        { accountId, reads: [read] },
        async (floor) => {
          await inTurn(warmUp, 50, { floor, figure })
          return inTurn(times, 50, { floor, figure })
        },
      )
      yield ['year-end-board', measured]
    } finally {
      await db.destroy()
    }
  },
}

async function fillYear(ownerUrl: string, federation: SmallFederation): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { federationId, top } = federation
  const by = federation.person('organiser').officialId
  try {
    const { rows } = await client.query<{ id: string }>(
      `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
       values ($1, $2, $3, 'reward', 'cycle/bench', now()) returning id`,
      [federationId, top.id, planYear],
    )
    const cycleId = rows[0]?.id
    await client.query(plan, [federationId, cycleId, top.id, planYear])
    await client.query(officials, [top.id, people])
    await client.query(held, [federationId, cycleId, top.id, classes, seatsPerClass])
    await client.query(seated, [cycleId, seatsPerClass, people, by])
    await client.query(marked, [by])
    await client.query(certified)
    await client.query(movements, [cycleId, top.id])
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const plan = `with p as (
    insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state)
    values ($1, $2, $3, 'TRAINING', $4::int, 'Kế hoạch', 'IN_EXECUTION') returning id
  ), t as (
    insert into target (federation_id, plan_id, code, position, text, kind, value, measured_in, measure, is_allocated,
      denominator)
    select $1, p.id, 'T' || n, n, text, kind, value, measured_in, measure, is_allocated, denominator from p, (values
      (1, 'Mở 300 lớp', 'MIN', 300, 'lớp', 'count', false, null::int),
      (2, '30.000 lượt học viên', 'MIN', 30000, 'lượt', 'attended', true, null),
      (3, '28.000 chứng chỉ', 'MIN', 28000, 'lượt', 'certified', true, null),
      (4, '90% đạt', 'MIN', 90, '%', 'certified', false, null),
      (5, '80% cán bộ được bồi dưỡng', 'PERCENT', 80, 'người', 'attended', false, 10000),
      (6, 'Tăng 30.000 đoàn viên', 'MIN', 30000, 'đoàn viên', 'net', true, null)
    ) v(n, text, kind, value, measured_in, measure, is_allocated, denominator) returning id, is_allocated
  ) insert into allocation (target_id, unit_id, federation_id, value)
    select t.id, u.id, $1, 700 from t, unit u where t.is_allocated and u.parent_id = $3`
const officials = `insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year,
    employment, level, position)
  select u.federation_id, u.id, u.path, 'Học viên ' || n, 'học viên ' || n, 'F', 1990, 'PART_TIME', 'GRASSROOTS',
    'PRESIDENT'
  from generate_series(1, $2::int) n
  join (select *, row_number() over (order by code) as place, count(*) over () as all from unit where parent_id = $1) u
    on u.place = n % u.all + 1`
const held = `insert into training_class (federation_id, cycle_id, organiser_unit_id, line_code, code, title, topic,
    audience, training_kind, delivery_form, seats, state, process_id, starts_on, ends_on)
  select $1, $2, $3, 'L' || n, 'L-' || n, 'Lớp ' || n, 'Nghiệp vụ', 'Cán bộ', 'WORKSHOP', 'DIRECT', $5::int, 'CLOSED',
    'class/bench/' || n, '2031-03-01', '2031-03-02' from generate_series(1, $4::int) n`
/** Everybody sits in three classes. */
const seated = `with o as (
    select id, federation_id, unit_id, unit_path, row_number() over (order by id) - 1 as place from official
    where employment = 'PART_TIME'
  ), k as (select id, row_number() over (order by code) - 1 as place from training_class where cycle_id = $1)
  insert into nomination (federation_id, class_id, unit_id, unit_path, official_id, state, proposed_by)
  select o.federation_id, k.id, o.unit_id, o.unit_path, o.id, 'ATTENDED', $4
  from k, generate_series(0, $2::int - 1) seat join o on true
  where o.place = (k.place * $2::int + seat) % $3::int`
const marked = `insert into test_mark (federation_id, class_id, nomination_id, kind, mark, marked_by)
  select federation_id, class_id, id, 'PAPER', 3 + (hashtext(id::text) & 7), $1 from nomination`
const certified = `insert into certificate (class_id, nomination_id, official_id, federation_id, type, issuing_body,
    register_year, register_number, register_no, verify_code, full_name, unit_name, programme, held_from, held_to, hours,
    issued_on, signer_name, signer_position)
  select n.class_id, n.id, n.official_id, n.federation_id, 'CERTIFICATE', 'BENCH', 2031, row_number() over (),
    row_number() over () || '/2031', n.id::text, 'x', 'x', 'x', '2031-03-01', '2031-03-02', 8, '2031-03-05', 'x', 'x'
  from nomination n join test_mark m on m.nomination_id = n.id where m.mark >= 5`
const movements = `insert into movement_form (federation_id, cycle_id, unit_id, unit_path, month, newly_developed,
    other_decrease, transfer_in, transfer_out, state, sent_at)
  select federation_id, $1, id, path, month, 80, 20, 5, 5, 'SENT', now()
  from unit, generate_series(1, 12) month where parent_id = $2`
