import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unfinishedFor } from '../../db/draft/carry.ts'
import { readWorkingPlan } from '../../db/draft/working-plan.ts'
import type { MatterView } from '../../domain/draft/carry.contract.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { insertClass } from '../setup/arranged/classes.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'

let desk: Desk
let cycleId: string
let before: string
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)

beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
  cycleId = await desk.openYear(2027)
  await desk.openYear(2028)
  before = await writeSmallPlan(desk, 2027)
  await desk.asOwner(`update plan set state = 'ISSUED' where id = $1`, [before])
  await desk.asOwner(`update cycle set phase = 'reward' where id = $1`, [cycleId])
})
afterEach(() => desk.close())

const begin = (copyOf: string | null) =>
  desk
    .does('drafter', routes.start, {
      params: { planYear: 2028 },
      body: { planType: 'TRAINING', copyOf },
    })
    .then(({ id }) => id)
const offered = async (planId: string) =>
  (await desk.reads('head', (entered) => unfinishedFor(entered, planId))).matters
const short = (matters: readonly MatterView[]) =>
  matters.map(({ kind, origin, planned, done }) => [kind, origin, planned, done])
const planOf = (planId: string) =>
  desk.reads('drafter', ({ tx, caller }) => readWorkingPlan(tx, caller, planId))
const take = (planId: string, matters: readonly MatterView[]) =>
  desk.does('head', routes.takeOver, {
    params: { planId },
    body: { matters: matters.map(({ kind, origin }) => ({ kind, origin })) },
  })

/** The first line was run; one of three nominees learnt there. */
const firstIsRun = () =>
  insertClass(
    { sql: desk.asOwner, federation: desk.federation, cycleId },
    {
      state: 'CLOSED',
      planId: before,
      lineCode: 'L01',
      nominees: [
        { unit: 1, state: 'ATTENDED' },
        { unit: 2, state: 'NO_SHOW' },
        { unit: 3, state: 'WAITLISTED' },
        { unit: 1, state: 'WITHDRAWN' },
      ],
    },
  )

async function openRemedy(): Promise<void> {
  const { federationId, units, person } = desk.federation
  const [inspection] = await desk.asOwner(
    `insert into inspection (federation_id, cycle_id, unit_id, unit_path, unit_name, kind, subject, period_from,
       period_to, decision_number, decision_on, visit_from, visit_to, state, process_id, planned_by,
       announced_at, minutes_signed_at)
     values ($1, $2, $3, $4::ltree, $5, 'TRAINING', 'x', '2026-01-01', '2026-12-31', '05/QĐ-UBKT', '2027-05-01',
       '2027-05-20', '2027-05-20', 'FOLLOW_UP', 'i', $6, now(), now()) returning id`,
    [
      federationId,
      cycleId,
      units[0]?.id,
      units[0]?.path,
      units[0]?.name,
      person('head').officialId,
    ],
  )
  await desk.asOwner(
    `insert into remedy (federation_id, inspection_id, number, measure, owner_unit_id, due_on, due_at, state)
     values ($1, $2, 1, 'Bổ sung chữ ký', $3, '2027-12-01', now(), 'OPEN')`,
    [federationId, inspection?.id, units[0]?.id],
  )
}

describe('what a year leaves', () => {
  test('are classes not run, people not taught, targets missed and open remedies', async () => {
    await firstIsRun()
    await openRemedy()
    const matters = await offered(await begin(null))
    expect(short(matters)).toEqual([
      ['CLASS', 'L02-2027', 98, 0],
      ['NEED', expect.stringMatching(/^T-\d+$/), 3, 1],
      ['TARGET', 'T1-2027', 2, 1],
      ['REMEDY', expect.stringMatching(/^KN-2027-1-/), null, null],
    ])
    // the count of trainees follows from nothing that is kept, so it was not missed either
    expect(matters.map(({ origin }) => origin)).not.toContain('T2-2027')
  })

  test('is not judged before its last station, but for classes and remedies', async () => {
    await openRemedy()
    await desk.asOwner(`update cycle set phase = 'inspection' where id = $1`, [cycleId])
    expect((await offered(await begin(null))).map(({ kind }) => kind)).toEqual([
      'CLASS',
      'CLASS',
      'REMEDY',
    ])
  })
})

describe('what is left goes over', () => {
  test('as lines with their origin and as clauses, in one deed, each once', async () => {
    await firstIsRun()
    const planId = await begin(null)
    const matters = await offered(planId)
    const { taken } = await take(planId, matters)
    expect(taken.map(({ takenAs }) => takenAs)).toEqual(['L01', 'L02', 'VI.1'])
    const plan = await planOf(planId)
    expect(plan.classLines).toMatchObject([
      {
        topic: 'Cán bộ mới, đợt 2',
        audience: 'Cán bộ công đoàn cơ sở mới được bầu',
        seats: 98,
        month: 5,
        leadUnit: 'Ban Công tác Công đoàn',
        carriedFrom: 'L02-2027',
      },
      { seats: 2, days: 2.5, carriedFrom: matters[1]?.origin },
    ])
    expect(plan.clauses[0]).toMatchObject({ code: 'VI.1', text: 'Mở 2 lớp.' })
    expect((await offered(planId)).map(({ outcome }) => outcome)).toEqual([
      'TAKEN',
      'TAKEN',
      'TAKEN',
    ])
    const [first] = matters
    expect(await refusalOf(take(planId, first ? [first] : []))).toMatchObject({
      code: 'draft.matter-decided',
    })
  })

  test('to the line that was copied already, which is not written twice', async () => {
    const planId = await begin(before)
    const matters = (await offered(planId)).filter(({ kind }) => kind === 'CLASS')
    await take(planId, matters)
    const lines = (await planOf(planId)).classLines
    expect(lines.map(({ code, carriedFrom }) => [code, carriedFrom])).toEqual([
      ['L01', 'L01-2027'],
      ['L02', 'L02-2027'],
    ])
  })

  test('and is offered again when its line is removed', async () => {
    const planId = await begin(null)
    const [first] = await offered(planId)
    await take(planId, first ? [first] : [])
    const [line] = (await planOf(planId)).classLines
    await desk.does(
      'drafter',
      routes.removeLine,
      { params: { lineId: line?.id ?? '' } },
      { revision: line?.revision ?? 0 },
    )
    expect((await offered(planId))[0]).toMatchObject({ origin: 'L01-2027', outcome: null })
    await take(planId, first ? [first] : [])
    expect((await offered(planId))[0]).toMatchObject({ outcome: 'TAKEN', takenAs: 'L01' })
  })

  test('or stays behind with the reason', async () => {
    const planId = await begin(null)
    const leave = (reason: string) =>
      desk.does('head', routes.leaveBehind, {
        params: { planId },
        body: { kind: 'CLASS', origin: 'L01-2027', reason },
      })
    await leave('Đối tượng đã học lớp khác')
    expect((await offered(planId))[0]).toMatchObject({
      outcome: 'LEFT',
      because: 'Đối tượng đã học lớp khác',
    })
    expect(await refusalOf(leave('Lần nữa xem sao'))).toMatchObject({ kind: 'wrong-state' })
    expect((await planOf(planId)).classLines).toEqual([])
  })
})
