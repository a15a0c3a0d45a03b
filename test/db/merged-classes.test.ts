import { afterAll, beforeAll, expect, test } from 'vitest'
import { nominationsOf } from '../../db/classes/nominations.ts'
import { mergerPreviewOf } from '../../db/federation/merger-preview.ts'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import { unitsRoutes } from '../../domain/federation/units.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { insertOfficial } from '../setup/arranged/classes.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk({ unitCount: 4 })
})
afterAll(() => desk?.close())

const unitId = (unit: number) => desk.federation.units[unit - 1]?.id ?? ''
const partsOf = (classId: string) =>
  desk.sql(
    `select u.code, q.id, q.seats, q.given_back, q.approved_at is not null as approved
     from class_quota q join unit u on u.id = q.unit_id where q.class_id = $1 order by u.code`,
    [classId],
  )
const namesOf = (classId: string) =>
  desk.sql(
    `select u.code, n.unit_path::text as path, n.priority, n.state from nomination n join unit u on u.id = n.unit_id
     where n.class_id = $1 order by n.priority, n.state`,
    [classId],
  )
async function merge(unit: number, heir: number): Promise<number> {
  const [row] = await desk.sql('select revision from unit where id = $1', [unitId(unit)])
  const { moved } = await desk.does(
    'admin',
    unitsRoutes.mergeUnit,
    {
      params: { unitId: unitId(unit) },
      body: {
        successorId: unitId(heir),
        lastDay: dayOfInstant(new Date()),
        basis: 'Quyết định 15/QĐ-LĐLĐ',
      },
    },
    { revision: Number(row?.revision) },
  )
  return moved
}

test('a merger hands over seats, names and what waits for the unit; what is over stays', async () => {
  const made = await desk.insert({
    quotas: [2, 1],
    nominees: [
      { unit: 1, state: 'UNIT_APPROVED' },
      { unit: 2, state: 'UNIT_APPROVED' },
    ],
  })
  const past = await desk.insert({
    state: 'CLOSED',
    quotas: [1, 1],
    nominees: [{ unit: 1, state: 'ATTENDED' }],
  })
  const alone = await desk.insert({ quotas: [2] })
  const { classId } = made
  await desk.sql(
    `update class_quota set approved_at = now(), approved_by = $2 where class_id = $1 and unit_id = $3`,
    [classId, desk.federation.person('unit2.head').officialId, unitId(2)],
  )
  await desk.does('unit1.drafter', classesRoutes.nominate, {
    params: { classId, unitId: unitId(1) },
    body: {
      rows: [{ officialId: await insertOfficial(desk, 1), reason: null, needsLodging: false }],
    },
  })
  const [, own] = await partsOf(classId)
  const codes = await desk.sql(
    'select code from training_class where id = any ($1) order by code',
    [[classId, alone.classId]],
  )
  const preview = await desk.reads('admin', ({ tx }) =>
    mergerPreviewOf(tx, { unitId: unitId(1), successorId: unitId(2) }),
  )
  expect(preview.classes).toEqual(codes.map(({ code }) => code))

  expect(await merge(1, 2)).toBe(2)
  expect(await partsOf(classId)).toEqual([
    { code: 'U002', id: own?.id, seats: 3, given_back: 0, approved: false },
  ])
  expect(await namesOf(classId)).toEqual([
    { code: 'U002', path: 'ht.u2', priority: 1, state: 'UNIT_APPROVED' },
    { code: 'U002', path: 'ht.u2', priority: 2, state: 'UNIT_APPROVED' },
    { code: 'U002', path: 'ht.u2', priority: 3, state: 'PROPOSED' },
  ])
  expect(await partsOf(alone.classId)).toEqual([
    { code: 'U002', id: alone.quotaIds[0], seats: 2, given_back: 0, approved: false },
  ])
  expect(await partsOf(past.classId)).toMatchObject([{ code: 'U001' }, { code: 'U002' }])
  expect(await namesOf(past.classId)).toMatchObject([{ code: 'U001' }])
  const tasks = await desk.sql(
    `select unit_id, object_id from task where kind = 'classes.approve' and done_at is null`,
  )
  expect(tasks).toEqual([{ unit_id: unitId(2), object_id: own?.id }])
})

test('the successor’s president approves the list with the names that came', async () => {
  const { classId } = await desk.insert({
    quotas: [0, 0, 2, 1],
    nominees: [{ unit: 3, state: 'PROPOSED' }],
  })
  await merge(3, 4)
  const { units } = await desk.reads('unit4.head', (entered) => nominationsOf(entered, classId))
  const nominees = units.flatMap((unit) => unit.nominees)
  expect(nominees).toHaveLength(1)
  const { approved } = await desk.does('unit4.head', classesRoutes.approveList, {
    params: { classId, unitId: unitId(4) },
    body: { order: nominees.map(({ nominationId }) => nominationId) },
  })
  expect(approved).toBe(1)
})
