import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lecturer, openTeachingDesk, type TeachingDesk } from '../setup/teaching-desk.ts'

let desk: TeachingDesk
beforeAll(async () => {
  desk = await openTeachingDesk()
})
afterAll(() => desk?.close())

const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('attendance', () => {
  test('is taken by who teaches the session, and by the organiser', async () => {
    const made = await desk.taught()
    expect(await desk.take(lecturer, made, [{}, { mark: 'LATE' }])).toEqual({
      taken: 2,
      conflicts: [],
    })
    expect(
      await desk.take('organiser', made, [{}, {}, { mark: 'ABSENT' }], { session: 0 }),
    ).toMatchObject({
      taken: 1,
      conflicts: [{ mark: 'PRESENT', theirs: { mark: 'LATE' } }],
    })
    const { trainees, quality } = await desk.attendance('organiser', made)
    expect(trainees.map(({ attended, sessions }) => `${attended}/${sessions}`)).toEqual([
      '1/2',
      '1/2',
      '0/2',
    ])
    expect(quality.attendancePercent).toBe(33)
  })

  test('a lecturer of another class, a unit and a stranger take none', async () => {
    const made = await desk.taught({ sessions: [{ startsInHours: -1 }] })
    await expect(desk.take(lecturer, made, [{}])).rejects.toEqual(code('grammar.not-your-role'))
    await expect(desk.take('unit1.head', made, [{}])).rejects.toEqual(code('grammar.not-your-role'))
    await expect(desk.attendance(lecturer, made)).rejects.toEqual(code('grammar.not-found'))
  })

  test('a unit reads its own people and nobody else, another unit nothing', async () => {
    const made = await desk.insert({
      nominees: [{ unit: 1, state: 'CONFIRMED' }],
      state: 'RUNNING',
    })
    expect((await desk.attendance('unit1.head', made)).trainees).toHaveLength(1)
    await expect(desk.attendance('unit2.head', made)).rejects.toEqual(code('grammar.not-found'))
  })

  test('is refused before the session begins, by the clock of the database', async () => {
    const made = await desk.taught()
    await expect(desk.take(lecturer, made, [{}], { session: 1 })).rejects.toEqual(
      code('classes.session-not-begun'),
    )
  })

  test('sent twice under one key it is written once', async () => {
    const made = await desk.taught()
    const key = randomUUID()
    const first = await desk.take(lecturer, made, [{}, {}], { key })
    expect(await desk.take(lecturer, made, [{}, {}], { key })).toEqual(first)
    const rows = await desk.sql('select 1 from attendance where class_id = $1', [made.classId])
    expect(rows).toHaveLength(2)
  })

  test('what one person noted is not sent by another who has signed in since', async () => {
    const made = await desk.taught()
    await expect(desk.take('organiser', made, [{}], { as: lecturer })).rejects.toEqual(
      code('classes.noted-by-another'),
    )
  })

  test('an older tap of the same hand that comes in late changes nothing', async () => {
    const made = await desk.taught()
    await desk.take(lecturer, made, [{ mark: 'LATE', notedAt: '2027-04-13T02:00:00.000Z' }])
    const late = await desk.take(lecturer, made, [
      { mark: 'ABSENT', notedAt: '2027-04-13T01:00:00.000Z' },
    ])
    expect(late).toEqual({ taken: 0, conflicts: [] })
  })

  test('a correction after the day needs its reason and stands in the register with before and after', async () => {
    const made = await desk.taught({
      sessions: [{ startsInHours: -50, lecturerId: desk.lecturerId }],
    })
    await desk.take(lecturer, made, [{ mark: 'ABSENT' }])
    const { trainees } = await desk.attendance(lecturer, made)
    const [session = ''] = made.sessionIds
    const first = trainees.find(({ nominationId }) => nominationId === made.nominationIds[0])
    const seen = first?.marks[session]?.id ?? null
    await expect(desk.take(lecturer, made, [{ seen }])).rejects.toEqual(
      code('classes.attendance-not-in-order'),
    )
    await desk.take(lecturer, made, [{ seen, because: 'ký sau' }])
    const [entry] = await desk.sql(
      `select facts, official_id from register_entry where deed = 'attendance.corrected' and object_id = $1`,
      [made.classId],
    )
    expect(entry).toMatchObject({
      facts: { before: 'ABSENT', after: 'PRESENT', reason: 'ký sau', session: 1 },
      official_id: desk.federation.person(lecturer).officialId,
    })
  })

  test('who is excused has a word with it; nobody outside the list is marked', async () => {
    const made = await desk.taught()
    await expect(desk.take(lecturer, made, [{ mark: 'EXCUSED' }])).rejects.toEqual(
      code('classes.attendance-not-in-order'),
    )
    const other = await desk.taught()
    const foreign = { ...made, nominationIds: other.nominationIds }
    await expect(desk.take(lecturer, foreign, [{}])).rejects.toEqual(code('grammar.not-found'))
  })

  test('a mark is added to and never changed or taken out by the house', async () => {
    const [rights] = await desk.sql(
      `select bool_or(has_table_privilege(role, 'attendance', what)) as may
       from unnest(array['training_api', 'training_worker']) role, unnest(array['update', 'delete']) what`,
    )
    expect(rights?.may).toBe(false)
  })
})

describe('marks', () => {
  test('give a grade, and say who is kept from a certificate by what', async () => {
    const made = await desk.taught({ state: 'MARKING', sessions: desk.yesterday })
    await desk.take(lecturer, made, [{}, {}, { mark: 'ABSENT' }])
    expect(await desk.mark(lecturer, made, [{ mark: 8.5 }, { mark: 4.5 }, { mark: 9 }])).toEqual({
      given: 3,
    })
    const { trainees, quality } = await desk.marks('organiser', made)
    const byId = new Map(trainees.map((each) => [each.nominationId, each]))
    const seen = made.nominationIds.map((id) => {
      const trainee = byId.get(id)
      return [trainee?.grade, trainee?.obstacles.map((each) => each.code)]
    })
    expect(seen).toEqual([
      ['EXCELLENT', []],
      [null, ['classes.mark-below-pass']],
      ['EXCELLENT', ['classes.attendance-too-low']],
    ])
    expect(quality).toMatchObject({ trainees: 3, sat: 3, passed: 2, averageMark: 7.33 })
  })

  test('over the maximum, too fine, or before the test begins they are refused', async () => {
    const made = await desk.taught({ state: 'MARKING', sessions: desk.yesterday })
    for (const wrong of [10.01, 8.255])
      await expect(desk.mark(lecturer, made, [{ mark: wrong }])).rejects.toEqual(
        code('classes.marks-not-in-order'),
      )
    const early = await desk.taught({
      sessions: [
        { startsInHours: -2, lecturerId: desk.lecturerId },
        { startsInHours: 3, lecturerId: desk.lecturerId, kind: 'TEST' },
      ],
    })
    await expect(desk.mark(lecturer, early, [{ mark: 5 }])).rejects.toEqual(
      code('classes.test-not-begun'),
    )
  })

  test('a corrected one has seen what stood there, has its reason, and is in the register', async () => {
    const made = await desk.taught({ state: 'MARKING', sessions: desk.yesterday })
    await desk.mark(lecturer, made, [{ mark: null }])
    await expect(desk.mark('organiser', made, [{ mark: 7, because: 'thi bù' }])).rejects.toEqual(
      code('classes.marked-meanwhile'),
    )
    const stands = (await desk.marks(lecturer, made)).trainees.find(
      ({ nominationId }) => nominationId === made.nominationIds[0],
    )?.given
    const seen = stands?.id ?? ''
    await expect(desk.mark(lecturer, made, [{ mark: 7, seen }])).rejects.toEqual(
      code('classes.marks-not-in-order'),
    )
    await desk.mark(lecturer, made, [{ mark: 7, seen, because: 'thi bù' }])
    const [entry] = await desk.sql(
      `select facts from register_entry where deed = 'mark.corrected' and object_id = $1`,
      [made.classId],
    )
    expect(entry?.facts).toMatchObject({ before: null, after: 7, reason: 'thi bù' })
  })
})
