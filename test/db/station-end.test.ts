import { afterAll, beforeAll, expect, test } from 'vitest'
import { unfinishedFor } from '../../db/draft/carry.ts'
import { stationEndOf } from '../../db/reward/station-end.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

let desk: ClassDesk
let planId: string
let nextPlanId: string
beforeAll(async () => {
  desk = await openClassDesk()
  planId = await plan(desk.cycleId, desk.planYear, 'IN_EXECUTION')
  const [next] = await desk.sql(
    `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
     values ($1, $2, $3::int, 'draft', 'cycle/next', now()) returning id`,
    [desk.federation.federationId, desk.federation.top.id, desk.planYear + 1],
  )
  nextPlanId = await plan(String(next?.id), desk.planYear + 1, 'DRAFTING')
  for (const [index, topic] of ['Đã học', 'Chưa học', 'Đã hoãn', 'Chưa mở'].entries())
    await desk.sql(
      `insert into class_line (plan_id, federation_id, code, position, topic, audience, delivery_form, days, seats,
         month, lead_unit, budget_dong)
       values ($1, $2, $3, $4, $5, 'Cán bộ', 'DIRECT', 1, 40, 5, 'Ban', 0)`,
      [planId, desk.federation.federationId, `L0${index + 1}`, index + 1, topic],
    )
})
afterAll(() => desk?.close())

async function plan(cycleId: string, planYear: number, state: string): Promise<string> {
  const [row] = await desk.sql(
    `insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state, department_id)
     values ($1, $2, $3, 'TRAINING', $4, 'Kế hoạch', $5, $6) returning id`,
    [
      desk.federation.federationId,
      cycleId,
      desk.federation.top.id,
      planYear,
      state,
      desk.federation.departmentId,
    ],
  )
  return String(row?.id)
}

const offered = async () => {
  const { matters } = await desk.reads('head', (entered) => unfinishedFor(entered, nextPlanId))
  return matters.map(({ title, scheduledOn }) => [title, scheduledOn !== null])
}

test('a class that has not begun is named before its station ends early, and is not lost', async () => {
  await desk.insert({ state: 'RUNNING', planId, lineCode: 'L01', title: 'Đã học' })
  const open = await desk.insert({ planId, lineCode: 'L02', title: 'Chưa học' })
  await desk.insert({ state: 'POSTPONED', planId, lineCode: 'L03', title: 'Đã hoãn' })
  const ending = await desk.reads('leader', (entered) => stationEndOf(entered, desk.planYear))
  expect(
    ending.classes.map(({ title, state, startsOn }) => [title, state, startsOn !== null]),
  ).toEqual(
    expect.arrayContaining([
      ['Chưa học', 'OPEN_FOR_NOMINATION', true],
      ['Đã hoãn', 'POSTPONED', false],
    ]),
  )
  expect(ending.classes).toHaveLength(2)
  expect(await offered()).toEqual([
    ['Đã hoãn', false],
    ['Chưa mở', false],
  ])

  await desk.does('leader', cycleRoutes.endStation, {
    params: { planYear: desk.planYear },
    body: { phase: 'classes', reason: 'Các lớp chính đã xong' },
  })
  const [row] = await desk.sql('select state, starts_on from training_class where id = $1', [
    open.classId,
  ])
  expect(row).toMatchObject({ state: 'OPEN_FOR_NOMINATION' })
  expect(await offered()).toEqual([
    ['Chưa học', true],
    ['Đã hoãn', false],
    ['Chưa mở', false],
  ])
  const [entry] = await desk.sql(`select facts from register_entry where deed = 'station.ended'`)
  expect(Object(entry?.facts).left).toMatch(/^T-\d+, T-\d+$/)
  const letters = await desk.sql(
    `select o.full_name, l.params from letter l join official o on o.id = l.official_id
     where l.text_key = 'cycle.letters.classesEnded'`,
  )
  expect(letters).toMatchObject([{ full_name: 'Lục Văn Sáng', params: { count: 2 } }])
})

test('a class that begins after all is not offered any more', async () => {
  await desk.sql(`update training_class set state = 'RUNNING' where title = 'Chưa học'`)
  expect(await offered()).toEqual([
    ['Đã hoãn', false],
    ['Chưa mở', false],
  ])
})

test('an inspection without an issued result is named when its station ends', async () => {
  await desk.sql(
    `insert into inspection (federation_id, cycle_id, unit_id, unit_path, unit_name, kind, subject, period_from, period_to,
       decision_number, decision_on, visit_from, visit_to, state, process_id, planned_by)
     values ($1, $2, $3, 'ht.u1', 'Công đoàn phường Số 1', 'TRAINING', 'x', '2024-01-01', '2024-12-31', '05', '2025-01-05',
       '2025-02-01', '2025-02-01', 'PLANNED', 'inspection/x', $4)`,
    [
      desk.federation.federationId,
      desk.cycleId,
      desk.federation.units[0]?.id,
      desk.federation.person('inspectionHead').officialId,
    ],
  )
  const ending = await desk.reads('leader', (entered) => stationEndOf(entered, desk.planYear))
  expect(ending).toMatchObject({
    phase: 'inspection',
    classes: [],
    lines: [],
    inspections: [{ unitName: 'Công đoàn phường Số 1', state: 'PLANNED' }],
  })
})
