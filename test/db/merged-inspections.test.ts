import { afterEach, beforeEach, expect, test } from 'vitest'
import { movementBoard, unitMovement } from '../../db/cycle/movement-rows.ts'
import { mergerPreviewOf } from '../../db/federation/merger-preview.ts'
import { notInspected } from '../../db/inspection/frequency.ts'
import { inspectionView } from '../../db/inspection/view.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { unitsRoutes } from '../../domain/federation/units.contract.ts'
import { addDays, dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

const today = dayOfInstant(new Date())
const planYear = yearOf(today) - 1
let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.openYear(planYear)
}, 60_000)
afterEach(() => desk?.close())

const unitId = (unit: number) => desk.federation.units[unit - 1]?.id ?? ''
const codeOf = (deed: Promise<unknown>) =>
  deed.then(() => null).catch((error: { code?: string }) => error.code ?? error)
const viewOf = (who: string, id: string) =>
  desk.reads(who, (entered) => inspectionView(entered, id))
const previewOf = (unit: number, heir: number) =>
  desk.reads('admin', ({ tx }) =>
    mergerPreviewOf(tx, { unitId: unitId(unit), successorId: unitId(heir) }),
  )

async function plan(unit: number) {
  const visit = addDays(today, 20)
  const { officialId } = desk.federation.person('inspector1')
  const { inspectionId } = await desk.does('inspectionHead', routes.plan, {
    body: {
      planYear,
      unitId: unitId(unit),
      kind: 'TRAINING',
      subject: 'Công tác đào tạo năm trước',
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      decisionNumber: '05/QĐ-UBKT',
      decisionOn: '2025-01-05',
      visitFrom: visit,
      visitTo: visit,
      team: [{ officialId, role: 'LEAD' }],
    },
  })
  return { inspectionId, params: { inspectionId } }
}

async function announced(unit: number) {
  const planned = await plan(unit)
  const body = { selfReportDueOn: addDays(today, 10) }
  await desk.does('inspectionHead', routes.announce, { params: planned.params, body })
  return planned
}

/** Visited, with its result issued, and one remedy that the unit has not mended yet. */
async function followed(unit: number) {
  const { inspectionId } = await announced(unit)
  await desk.asOwner(
    `update inspection set state = 'FOLLOW_UP', minutes_signed_at = now(), issued_at = now() where id = $1`,
    [inspectionId],
  )
  const [row] = await desk.asOwner(
    `insert into remedy (inspection_id, federation_id, number, measure, owner_unit_id, due_on, due_at, state)
     select id, federation_id, 1, 'Cập nhật hồ sơ lớp', unit_id, current_date + 30, now() + interval '30 days', 'OPEN'
     from inspection where id = $1 returning id`,
    [inspectionId],
  )
  return { inspectionId, remedyId: String(row?.id) }
}

async function merge(unit: number, heir: number): Promise<number> {
  const [row] = await desk.asOwner('select revision from unit where id = $1', [unitId(unit)])
  const body = { successorId: unitId(heir), lastDay: today, basis: 'Quyết định 15/QĐ-LĐLĐ' }
  const given = { params: { unitId: unitId(unit) }, body }
  const { moved } = await desk.does('admin', unitsRoutes.mergeUnit, given, {
    revision: Number(row?.revision),
  })
  return moved
}

test('an announced inspection goes to the successor, who reports and is told; its name stays', async () => {
  const { inspectionId, params } = await announced(1)
  const secret = await plan(1)
  await desk.does('unit1.drafter', routes.writeReport, { params, body: { text: 'Hai lớp đã mở.' } })
  expect(await previewOf(1, 2)).toMatchObject({ inspections: 2, remedies: 0 })
  expect(await codeOf(viewOf('unit2.head', inspectionId))).toBe('grammar.not-found')

  expect(await merge(1, 2)).toBe(2)
  const view = await viewOf('unit2.head', inspectionId)
  expect(view).toMatchObject({
    unitName: desk.federation.units[0]?.name,
    isUnit: true,
    selfReport: {
      text: 'Hai lớp đã mở.',
      writtenBy: desk.federation.person('unit1.drafter').fullName,
    },
  })
  expect(await codeOf(viewOf('unit2.head', secret.inspectionId))).toBe('grammar.not-found')
  await desk.does('unit2.head', routes.sendReport, { params, body: {} })
  expect((await viewOf('inspectionHead', inspectionId)).state).toBe('SELF_REPORT_IN')
  const open = await desk.asOwner(
    `select kind from task where unit_id = $1 and ended_because is not null`,
    [unitId(1)],
  )
  expect(open).toEqual([])
  const told = await desk.asOwner(
    `select l.text_key, o.full_name, l.link from letter l join official o on o.id = l.official_id
     where l.text_key like '%handedOver%' order by 1, 2, 3`,
  )
  const [staff, head] = ['unit2.drafter', 'unit2.head'].map((who) => desk.federation.person(who))
  const link = `/inspections/${inspectionId}`
  const { fullName } = desk.federation.person('inspectionHead')
  expect(told).toHaveLength(4)
  expect(told).toEqual(
    expect.arrayContaining([
      { text_key: 'inspection.letters.handedOver', full_name: staff?.fullName, link },
      { text_key: 'inspection.letters.handedOver', full_name: head?.fullName, link },
      { text_key: 'inspection.letters.handedOverTeam', full_name: fullName, link },
    ]),
  )
  const entries = await desk.asOwner(
    `select facts ->> 'successor' as successor, unit_id from register_entry
     where deed = 'inspection.handedOver' and object_id::text = $1`,
    [inspectionId],
  )
  expect(entries).toEqual([{ successor: desk.federation.units[1]?.name, unit_id: unitId(2) }])
})

test('an open remedy is mended by the successor, and what is over keeps the old unit', async () => {
  const { inspectionId, remedyId } = await followed(1)
  const params = { remedyId }
  await desk.does('unit1.head', routes.answerRemedy, { params, body: { words: 'Đang làm.' } })
  await desk.does('inspector1', routes.returnRemedy, { params, body: { reason: 'Chưa có hồ sơ.' } })
  const closed = await announced(1)
  await desk.asOwner(`update inspection set state = 'CANCELLED' where id = $1`, [
    closed.inspectionId,
  ])
  expect(await previewOf(1, 2)).toMatchObject({ inspections: 1, remedies: 1 })
  expect(await merge(1, 2)).toBe(1)
  expect(await desk.asOwner('select unit_id from inspection order by state')).toEqual([
    { unit_id: unitId(1) },
    { unit_id: unitId(2) },
  ])
  const waiting = await desk.asOwner(
    `select unit_id from task where kind = 'inspection.remedy' and done_at is null`,
  )
  expect(waiting).toEqual([{ unit_id: unitId(2) }, { unit_id: unitId(2) }])

  await desk.does('unit2.drafter', routes.answerRemedy, { params, body: { words: 'Đã cập nhật.' } })
  await desk.does('inspector1', routes.acceptRemedy, { params, body: {} })
  const view = await viewOf('unit2.head', inspectionId)
  expect(view.state).toBe('CLOSED')
  expect(view.remedies[0]?.answers.map(({ words, answeredBy }) => [words, answeredBy])).toEqual([
    ['Đang làm.', desk.federation.person('unit1.head').fullName],
    ['Đã cập nhật.', desk.federation.person('unit2.drafter').fullName],
  ])
  const { units } = await desk.reads('inspectionHead', (entered) =>
    notInspected(entered, { q: '', years: 1 }),
  )
  const [heir] = units.filter((row) => row.unitId === unitId(2))
  expect(heir).toMatchObject({ lastVisitedOn: null })
})

const counts = { newlyDeveloped: 10, otherDecrease: 2, transferIn: 1, transferOut: 3 }
const write = (unit: number, months: number[]) =>
  desk.does(`unit${unit}.drafter`, cycleRoutes.writeMovement, {
    params: { planYear, unitId: unitId(unit) },
    body: { months: months.map((month) => ({ month, ...counts })) },
  })
const send = (unit: number, months: number[]) =>
  desk.does(`unit${unit}.head`, cycleRoutes.sendMovement, {
    params: { planYear, unitId: unitId(unit) },
    body: { months },
  })
const monthsOf = async (unit: number) => {
  const of = { planYear, unitId: unitId(unit) }
  const { months } = await desk.reads('admin', (entered) => unitMovement(entered, of))
  return months.map(({ month, state, newlyDeveloped }) => [month, state, newlyDeveloped])
}

test('months not sent go to the successor; what either has sent is left as it is signed', async () => {
  await write(1, [1, 2, 3, 4])
  await send(1, [1])
  await write(2, [3, 4])
  await send(2, [4])
  expect(await previewOf(1, 2)).toMatchObject({
    months: [`2/${planYear}`, `3/${planYear}`],
    stayingMonths: [`4/${planYear}`],
  })
  expect(await merge(1, 2)).toBe(2)
  expect(await monthsOf(1)).toEqual([
    [1, 'SENT', 10],
    [4, 'DRAFT', 10],
  ])
  expect(await monthsOf(2)).toEqual([
    [2, 'DRAFT', 10],
    [3, 'DRAFT', 20],
    [4, 'SENT', 10],
  ])
  await send(2, [2, 3])
  const board = await desk.reads('head', (entered) => movementBoard(entered, planYear))
  expect(board.sums.newlyDeveloped).toBe(50)
  // a unit that is no more is behind with nothing
  expect(board.units.find((row) => row.unitId === unitId(1))?.missing).toEqual([])
  const entries = await desk.asOwner(
    `select facts ->> 'months' as months from register_entry where deed = 'movement.handedOver'`,
  )
  expect(entries).toEqual([{ months: `2/${planYear}, 3/${planYear}` }])
})

test('whoever holds a post in the successor inspects it no more, and another team goes on', async () => {
  const { inspectionId, params } = await announced(1)
  const one = desk.federation.person('inspector1').officialId
  const two = desk.federation.person('inspector2').officialId
  await desk.asOwner(
    `insert into post (official_id, unit_id, federation_id, position, since, is_main)
     select $1, $2, federation_id, 'VICE_PRESIDENT', '2020-01-01', false from unit where id = $2`,
    [one, unitId(2)],
  )
  expect((await viewOf('inspectionHead', inspectionId)).team).toMatchObject([{ isLost: false }])
  await merge(1, 2)
  expect((await viewOf('inspectionHead', inspectionId)).team).toMatchObject([{ isLost: true }])
  const begin = () => desk.does('inspector1', routes.beginVisit, { params, body: {} })
  expect(await codeOf(begin())).toBe('inspection.conflict-of-interest')
  const { revision, allowedActions } = await viewOf('inspector1', inspectionId)
  expect(allowedActions.find(({ deed }) => deed === 'visit.begun')).toMatchObject({
    allowed: false,
    because: 'inspection.seat-lost',
  })

  const change = (officialId: string) =>
    desk.does(
      'inspectionHead',
      routes.changeTeam,
      { params, body: { team: [{ officialId, role: 'LEAD' }], reason: 'Nhận chức vụ ở đơn vị.' } },
      { revision },
    )
  expect(await codeOf(change(one))).toBe('inspection.team-not-in-order')
  await change(two)
  expect((await viewOf('inspectionHead', inspectionId)).team).toMatchObject([
    { officialId: two, isLost: false },
  ])
  const waiting = await desk.asOwner(
    `select official_id from task where kind = 'inspection.visit' and done_at is null`,
  )
  expect(waiting).toEqual([{ official_id: two }])
  const told = await desk.asOwner(
    `select official_id from letter where text_key = 'inspection.letters.teamChanged'`,
  )
  expect(told.map(({ official_id }) => official_id)).toEqual(expect.arrayContaining([one, two]))
  expect(told).toHaveLength(2)
})

test('nor does whoever held a post in a unit that was merged into the inspected one', async () => {
  await desk.asOwner(
    `insert into post (official_id, unit_id, federation_id, position, since, until, is_main)
     select $1, $2, federation_id, 'VICE_PRESIDENT', '2023-01-01', '2024-06-30', false from unit where id = $2`,
    [desk.federation.person('inspector1').officialId, unitId(1)],
  )
  await merge(1, 2)
  expect(await codeOf(plan(2))).toBe('inspection.team-not-in-order')
  expect(await codeOf(plan(3))).toBeNull()
})

test('a unit that still owes something is not closed, and what it owes is named', async () => {
  await announced(1)
  await write(1, [2])
  const close = (unit: number) =>
    desk.does('admin', unitsRoutes.closeUnit, {
      params: { unitId: unitId(unit) },
      body: {
        lastDay: today,
        successorIds: [unitId(2), unitId(3)].filter((id) => id !== unitId(unit)),
      },
    })
  await expect(close(1)).rejects.toMatchObject({
    code: 'federation.unit-still-owes',
    faults: [
      { code: 'federation.open-inspections', params: { names: 'Công tác đào tạo năm trước' } },
      { code: 'federation.open-months', params: { names: `2/${planYear}` } },
    ],
  })
  expect(await codeOf(close(3))).toBeNull()
})
