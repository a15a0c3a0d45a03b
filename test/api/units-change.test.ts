import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { unitCorrectionForm, type UnitView } from '../../domain/federation/units.contract.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'
import * as year from '../setup/year-walk.ts'

let house: House
let walk: year.YearWalk
let roundId: string
const basis = 'Quyết định số 12/QĐ-LĐLĐ'
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

beforeAll(async () => {
  house = await openHouse({ unitCount: 4 })
  walk = year.openYearWalk(house)
  await year.openYear(walk)
  ;({ roundId } = await year.publishDraft(walk))
}, 120_000)
afterAll(() => house?.close())

const unitId = (n: number) => house.federation.units[n - 1]?.id ?? ''
const admin = () => signIn(house.address, 'admin')
const revisionOf = async (id: string) =>
  (await (await admin()).call(routes.unit, { params: { unitId: id } })).body.revision
const answersOf = (id: string) =>
  walk.asOwner('select state, number from answer where unit_id = $1 order by number', [id])

const writtenOf = (unit: UnitView) => unitCorrectionForm.strip().parse(unit)

async function grassrootsBelow(n: number): Promise<string> {
  const added = await (
    await admin()
  ).call(routes.addUnit, {
    body: {
      aboveId: unitId(n),
      code: `CS.${n}${Math.floor(Math.random() * 1e6)}`,
      name: `Công đoàn Công ty May Số ${n}`,
      kind: 'GRASSROOTS_UNION',
      level: 'GRASSROOTS',
      symbol: null,
      sector: null,
      ownership: null,
      workers: 50,
      members: 40,
      validFrom: '2025-07-01',
      contactName: null,
      contactPhone: null,
    },
  })
  return added.body.unitId
}

describe('a unit is corrected', () => {
  test('under the revision it was read at, with its old name in the history', async () => {
    const person = await admin()
    const params = { unitId: await grassrootsBelow(3) }
    const before = (await person.call(routes.unit, { params })).body
    const body = writtenOf(before)
    const renamed = { ...body, name: 'Nghiệp đoàn May', kind: 'TRADE_GUILD' as const, workers: 77 }
    const revision = before.revision
    expect(
      (await person.call(routes.correctUnit, { params, body: renamed }, { revision })).status,
    ).toBe(200)
    const late = await person.call(routes.correctUnit, { params, body }, { revision })
    expect([late.status, late.problem.code]).toEqual([412, 'grammar.edited-meanwhile'])
    expect((await person.call(routes.unit, { params })).body).toMatchObject({
      name: 'Nghiệp đoàn May',
      kind: 'TRADE_GUILD',
      workers: 77,
    })
    const history = await person.raw(`/history/unit/${params.unitId}`)
    expect(JSON.stringify(history.body)).toContain('Công đoàn Công ty May Số 3')
  })

  test('but never so that the tree would stand upside down', async () => {
    const person = await admin()
    await grassrootsBelow(4)
    const params = { unitId: unitId(4) }
    const unit = (await person.call(routes.unit, { params })).body
    const lower = { kind: 'GRASSROOTS_UNION', level: 'GRASSROOTS' } as const
    const body = { ...writtenOf(unit), ...lower }
    const refused = await person.call(
      routes.correctUnit,
      { params, body },
      { revision: unit.revision },
    )
    expect(refused.problem.errors[0]?.code).toBe('federation.level-not-above')
  })
})

test('a grassroots union moves with its people: the old upper unit loses sight, the new one gains it', async () => {
  const person = await admin()
  const moved = await grassrootsBelow(3)
  const official = await person.call(routes.addOfficial, {
    body: {
      unitId: moved,
      departmentId: null,
      fullName: 'Phan Thị Chuyển',
      sex: 'F',
      birthYear: 1980,
      employment: 'PART_TIME',
      position: 'PRESIDENT',
      since: '2025-07-01',
      term: null,
      newInTerm: false,
      email: null,
      phone: null,
    },
  })
  const params = { officialId: official.body.officialId }
  const sees = async (name: string) =>
    (await (await signIn(house.address, name)).call(routes.official, { params })).status
  expect([await sees('unit3.head'), await sees('unit4.head')]).toEqual([200, 404])

  const place = { params: { unitId: moved }, body: { aboveId: unitId(4), basis } }
  const revision = await revisionOf(moved)
  expect((await person.call(routes.moveUnit, place, { revision })).status).toBe(200)
  expect([await sees('unit3.head'), await sees('unit4.head')]).toEqual([404, 200])
  const unit = (await person.call(routes.unit, { params: { unitId: moved } })).body
  expect(unit.above.at(-1)?.unitId).toBe(unitId(4))

  const circle = { params: { unitId: unitId(4) }, body: { aboveId: moved, basis } }
  const refused = await person.call(routes.moveUnit, circle, {
    revision: await revisionOf(unitId(4)),
  })
  expect(refused.problem.errors[0]?.code).toBe('federation.not-below-itself')
})

describe('a merger', () => {
  test('of a unit that answered leaves what is signed under the old name', async () => {
    await year.signAnswer(walk, 1)
    const person = await admin()
    const query = { successorId: unitId(2) }
    const params = { unitId: unitId(1) }
    const preview = (await person.call(routes.mergerPreview, { params, query })).body
    expect(preview).toMatchObject({ moving: [], doubled: [], finished: 1, keyHolders: 2 })
    const before = await answersOf(unitId(1))
    const body = { ...query, lastDay: today(), basis }
    const merged = await person.call(
      routes.mergeUnit,
      { params, body },
      { revision: await revisionOf(unitId(1)) },
    )
    expect(merged.body).toMatchObject({ moved: 0 })
    expect(await answersOf(unitId(1))).toEqual(before)
    const unit = (await person.call(routes.unit, { params })).body
    expect([unit.validTo, unit.successors[0]?.unitId]).toEqual([today(), unitId(2)])
  })

  test('hands open obligations to a successor that owes none, as the preview said', async () => {
    const person = await admin()
    const heir = await grassrootsBelow(4)
    const owing = await grassrootsBelow(4)
    await walk.asOwner('update answer set unit_id = $1 where unit_id = $2', [owing, unitId(3)])
    await walk.asOwner('update task set unit_id = $1 where unit_id = $2', [owing, unitId(3)])
    const [obligation] = await answersOf(owing)
    const params = { unitId: owing }
    const preview = (
      await person.call(routes.mergerPreview, { params, query: { successorId: heir } })
    ).body
    expect(preview.moving).toEqual([obligation?.number])
    const body = { successorId: heir, lastDay: today(), basis }
    const revision = await revisionOf(owing)
    const merged = await person.call(routes.mergeUnit, { params, body }, { revision })
    expect(merged.body.moved).toBe(1)
    expect(await answersOf(heir)).toEqual([obligation])
    expect(await answersOf(owing)).toEqual([])
    const tasks = await walk.asOwner(
      'select unit_id, count(*)::int as n from task where done_at is null and unit_id in ($1, $2) group by 1',
      [owing, heir],
    )
    expect(tasks.map(({ unit_id }) => unit_id)).toEqual([heir])
  })

  test('ends an obligation that the successor has as well: one unit answers once', async () => {
    const person = await admin()
    const params = { unitId: unitId(2) }
    const query = { successorId: unitId(4) }
    const preview = (await person.call(routes.mergerPreview, { params, query })).body
    expect([preview.moving.length, preview.doubled.length]).toEqual([0, 1])
    const future = { ...query, lastDay: '2099-01-01', basis }
    const revision = await revisionOf(unitId(2))
    const early = await person.call(routes.mergeUnit, { params, body: future }, { revision })
    expect(early.problem.errors[0]?.code).toBe('federation.merger-in-future')
    const [{ id: answerId } = {}] = await walk.asOwner('select id from answer where unit_id = $1', [
      unitId(2),
    ])
    await walk.does('unit2.drafter', feedbackRoutes.askForTime, {
      params: { answerId: String(answerId) },
      body: { dueOn: '2030-01-02', reason: 'Đang sáp nhập, chưa kịp họp' },
    })
    const body = { ...future, lastDay: today() }
    expect((await person.call(routes.mergeUnit, { params, body }, { revision })).status).toBe(200)
    expect(await answersOf(unitId(2))).toMatchObject([{ state: 'EXCUSED' }])
    expect(await answersOf(unitId(4))).toHaveLength(1)
    const excuses = await walk.asOwner('select reason from excuse where unit_id = $1', [unitId(2)])
    expect(excuses).toEqual([{ reason: basis }])
    // what it had asked of the department went with the obligation
    const waiting = await walk.asOwner(
      `select kind from task where object_id = $1 and done_at is null
       union all select outcome from extension_request where outcome = 'OPEN'`,
      [answerId],
    )
    expect(waiting).toEqual([])
    // The round closes over what is left.
    await year.closeRound(walk, roundId)
  })
})
