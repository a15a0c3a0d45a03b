import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { candidatesOf } from '../../db/classes/candidates.ts'
import { fillSeats, fixListOnItsDay } from '../../db/classes/fix-list.ts'
import { closeNominations, endReleases } from '../../db/classes/moments.ts'
import { nominationsOf } from '../../db/classes/nominations.ts'
import { standingOfClass } from '../../db/classes/standing.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { insertOfficial } from '../setup/arranged/classes.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk()
})
afterAll(() => desk?.close())

const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: unknown) => error,
  )
const unitId = (unit: number) => desk.federation.units[unit - 1]?.id ?? ''
const now = () => new Date().toISOString()
const reason = 'Trùng hội nghị của thành phố.'

async function nominate(classId: string, unit: number, count = 1): Promise<string[]> {
  const rows = []
  for (let n = 0; n < count; n += 1) rows.push({ officialId: await insertOfficial(desk, unit) })
  const params = { classId, unitId: unitId(unit) }
  const { nominationIds } = await desk.does(`unit${unit}.drafter`, routes.nominate, {
    params,
    body: { rows },
  })
  return nominationIds
}

const approve = (classId: string, unit: number, order: string[]) =>
  desk.does(`unit${unit}.head`, routes.approveList, {
    params: { classId, unitId: unitId(unit) },
    body: { order },
  })

const release = (
  classId: string,
  nominationId: string,
  answer: 'ASKED' | 'GRANTED' | 'REFUSED',
  unit = 1,
) =>
  desk.does(`unit${unit}.drafter`, routes.recordRelease, {
    params: { classId, nominationId },
    body: { answer, because: answer === 'REFUSED' ? 'Đang mùa hàng' : null, letterNo: '12' },
  })

const statesOf = async (classId: string) => {
  const rows = await desk.sql(
    'select id, state, release_state, state_because from nomination where class_id = $1',
    [classId],
  )
  return new Map(rows.map((row) => [String(row.id), row]))
}

describe('nominating', () => {
  test('who can go stands first, and the others say why they cannot', async () => {
    const { classId } = await desk.insert({ eligibility: { positions: ['PRESIDENT'] } })
    const officialId = await insertOfficial(desk, 1)
    const other = await insertOfficial(desk, 1, { position: 'SAFETY_REP' })
    const candidates = await desk.reads('unit1.drafter', (entered) =>
      candidatesOf(entered, classId, ''),
    )
    expect(candidates[0]?.obstacles).toEqual([])
    const found = (id: string) => candidates.find((each) => each.officialId === id)?.obstacles
    expect(found(officialId)).toEqual([])
    expect(found(other)).toEqual([{ code: 'classes.other-position' }])
    const searched = await desk.reads('unit1.drafter', (entered) =>
      candidatesOf(entered, classId, 'buoi'),
    )
    expect(searched.some((each) => each.officialId === other)).toBe(true)
  })

  test('nobody is sent twice, nor to two classes at one time, nor for another unit', async () => {
    const sessions = [{ startsInHours: 24 * 50 }]
    const first = await desk.insert({ sessions })
    const second = await desk.insert({ sessions })
    const officialId = await insertOfficial(desk, 1)
    const given = (classId: string, id = officialId) => ({
      params: { classId, unitId: unitId(1) },
      body: { rows: [{ officialId: id }] },
    })
    await desk.does('unit1.drafter', routes.nominate, given(first.classId))
    for (const [classId, code] of [
      [first.classId, 'classes.already-nominated'],
      [second.classId, 'classes.in-another-class'],
    ] as const)
      expect(
        await refusalOf(desk.does('unit1.drafter', routes.nominate, given(classId))),
      ).toMatchObject({ faults: [{ code, at: '/rows/0/officialId' }] })
    const stranger = await insertOfficial(desk, 2)
    expect(
      await refusalOf(desk.does('unit1.drafter', routes.nominate, given(first.classId, stranger))),
    ).toMatchObject({ code: 'grammar.not-found' })
  })

  test('one unit never sees whom another sends', async () => {
    const { classId } = await desk.insert({ nominees: [{ unit: 1 }, { unit: 2 }] })
    const seen = await desk.reads('unit1.head', (entered) => nominationsOf(entered, classId))
    expect(seen.units.map((unit) => unit.unitId)).toEqual([unitId(1)])
    expect(seen.units.flatMap(({ nominees }) => nominees)).toHaveLength(1)
    const all = await desk.reads('organiser', (entered) => nominationsOf(entered, classId))
    expect(all.units.flatMap(({ nominees }) => nominees)).toHaveLength(2)
  })

  test('after the due time nobody is named any more', async () => {
    const { classId } = await desk.insert()
    await desk.inSystem((tx) => closeNominations(tx, classId, now()))
    expect(await refusalOf(nominate(classId, 1))).toMatchObject({
      code: 'classes.nominations-over',
    })
  })
})

describe('the list', () => {
  test('the president ranks; within the seats confirmed, beyond them waiting; refused fall out', async () => {
    const { classId } = await desk.insert({ seats: 3, quotas: [2, 1] })
    const [a = '', b = '', c = '', d = ''] = await nominate(classId, 1, 4)
    const [e = ''] = await nominate(classId, 2)
    expect(await approve(classId, 1, [c, a, b])).toEqual({ approved: 3, beyondQuota: 1 })
    await release(classId, c, 'ASKED')
    await release(classId, c, 'REFUSED')
    await desk.inSystem((tx) => fixListOnItsDay(tx, classId, now()))
    const states = await statesOf(classId)
    expect([a, b, c, d, e].map((id) => states.get(id)?.state)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'REFUSED_BY_EMPLOYER',
      'WITHDRAWN',
      'WITHDRAWN',
    ])
    expect(states.get(d)?.state_because).toBe('classes.left-out-by-president')
    expect(states.get(e)?.state_because).toBe('classes.never-approved')
    const again = await desk.inSystem((tx) => standingOfClass(tx, classId))
    expect(again).toMatchObject({ state: 'LIST_FIXED', next: { moment: 'beginClass' } })
  })

  test('a seat that becomes free goes to who waits, and the process is told to fill it', async () => {
    const { classId, nominationIds } = await desk.insert({
      seats: 1,
      quotas: [1, 0],
      state: 'LIST_FIXED',
      nominees: [
        { unit: 1, state: 'CONFIRMED' },
        { unit: 2, state: 'WAITLISTED' },
      ],
    })
    const [seated = '', waiting = ''] = nominationIds
    const params = { classId, nominationId: seated }
    await desk.does('unit1.drafter', routes.withdrawNominee, { params, body: { reason } })
    const { next } = await desk.inSystem((tx) => standingOfClass(tx, classId))
    expect(next?.moment).toBe('fillSeats')
    await desk.inSystem((tx) => fillSeats(tx, classId))
    await desk.inSystem((tx) => fillSeats(tx, classId))
    expect((await statesOf(classId)).get(waiting)?.state).toBe('CONFIRMED')
  })

  test('a substitute goes: from the waiting list of the unit, or named anew', async () => {
    const { classId, nominationIds, nomineeIds } = await desk.insert({
      seats: 2,
      state: 'LIST_FIXED',
      nominees: [
        { unit: 1, state: 'CONFIRMED' },
        { unit: 1, state: 'CONFIRMED' },
        { unit: 1, state: 'WAITLISTED' },
      ],
    })
    const [first = '', second = '', waiting = ''] = nominationIds
    const send = (nominationId: string, officialId: string) =>
      desk.does('unit1.head', routes.sendSubstitute, {
        params: { classId, nominationId },
        body: { officialId, reason },
      })
    expect(await send(first, nomineeIds[2] ?? '')).toEqual({ nominationId: waiting })
    const anew = await send(second, await insertOfficial(desk, 1))
    const states = await statesOf(classId)
    expect([first, second, waiting, anew.nominationId].map((id) => states.get(id)?.state)).toEqual([
      'WITHDRAWN',
      'WITHDRAWN',
      'CONFIRMED',
      'CONFIRMED',
    ])
    expect(await refusalOf(send(first, await insertOfficial(desk, 1)))).toMatchObject({
      code: 'classes.no-free-seat',
    })
  })

  test('employers who do not answer in time are counted, and may still answer', async () => {
    const { classId } = await desk.insert({ quotas: [0, 0, 1] })
    const [a = ''] = await nominate(classId, 3)
    expect(await refusalOf(release(classId, a, 'ASKED', 3))).toMatchObject({
      code: 'classes.not-approved-yet',
    })
    await approve(classId, 3, [a])
    await release(classId, a, 'ASKED', 3)
    await desk.inSystem((tx) => closeNominations(tx, classId, now()))
    await desk.inSystem((tx) => endReleases(tx, classId, now()))
    await desk.inSystem((tx) => endReleases(tx, classId, now()))
    expect((await statesOf(classId)).get(a)?.release_state).toBe('NO_ANSWER')
    const { employers } = await desk.reads('organiser', (entered) =>
      nominationsOf(entered, classId),
    )
    expect(employers).toMatchObject([{ asked: 1, granted: 0, unanswered: 1 }])
    expect(await release(classId, a, 'GRANTED', 3)).toMatchObject({ release: 'GRANTED' })
  })
})
