import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attendanceOfClass } from '../../db/classes/attendance.ts'
import { certificatesOfClass } from '../../db/classes/certificates-view.ts'
import { sheetsOfClass } from '../../db/classes/certificate-sheets.ts'
import { learningOf, teachingOf } from '../../db/classes/learning.ts'
import { lookUpCertificate, lookUpPerson } from '../../db/classes/look-up.ts'
import { marksOfClass } from '../../db/classes/test-marks.ts'
import type { Entered } from '../../db/context.ts'
import { doJobPage } from '../../db/jobs.ts'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { testMarkRoutes } from '../../domain/classes/test-marks.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { insertLecturer, type MadeClass, type SessionWish } from '../setup/arranged/classes.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

let desk: ClassDesk
let lecturerId: string
const lecturer = 'member4'

beforeAll(async () => {
  desk = await openClassDesk()
  const { officialId } = desk.federation.person(lecturer)
  await desk.sql(`update role_grant set role = 'lecturer' where official_id = $1`, [officialId])
  lecturerId = await insertLecturer(desk, { officialId })
})
afterAll(() => desk?.close())

const nominees = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    unit: (index % 3) + 1,
    state: 'CONFIRMED' as const,
  }))

type Wish = {
  state?: 'RUNNING' | 'MARKING' | 'CERTIFYING'
  people?: number
  sessions?: SessionWish[]
}

function taught({ state = 'RUNNING', people = 3, sessions }: Wish = {}): Promise<MadeClass> {
  return desk.insert({
    state,
    seats: people,
    sessions: sessions ?? [
      { startsInHours: -2, lecturerId },
      { startsInHours: 20, lecturerId },
    ],
    nominees: nominees(people),
  })
}

type Tap = { mark?: AttendanceMark; because?: string; seen?: string | null; notedAt?: string }

function take(
  who: string,
  made: MadeClass,
  taps: Tap[],
  { session = 0, key = randomUUID(), as = who } = {},
) {
  return desk.does(
    who,
    teachingRoutes.takeAttendance,
    {
      params: { classId: made.classId, sessionId: made.sessionIds[session] ?? '' },
      body: {
        notedBy: desk.federation.person(as).officialId,
        marks: taps.map((tap, index) => ({
          nominationId: made.nominationIds[index] ?? '',
          mark: 'PRESENT' as const,
          ...tap,
        })),
      },
    },
    { key },
  )
}

const attendance = (who: string, made: MadeClass) =>
  desk.reads(who, (entered) => attendanceOfClass(entered, made.classId))

const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('attendance', () => {
  test('is taken by who teaches the session, and by the organiser', async () => {
    const made = await taught()
    expect(await take(lecturer, made, [{}, { mark: 'LATE' }])).toEqual({ taken: 2, conflicts: [] })
    expect(
      await take('organiser', made, [{}, {}, { mark: 'ABSENT' }], { session: 0 }),
    ).toMatchObject({
      taken: 1,
      conflicts: [{ mark: 'PRESENT', theirs: { mark: 'LATE' } }],
    })
    const { trainees, quality } = await attendance('organiser', made)
    expect(trainees.map(({ attended, sessions }) => `${attended}/${sessions}`)).toEqual([
      '1/2',
      '1/2',
      '0/2',
    ])
    expect(quality.attendancePercent).toBe(33)
  })

  test('a lecturer of another class, a unit and a stranger take none', async () => {
    const made = await taught({ sessions: [{ startsInHours: -1 }] })
    await expect(take(lecturer, made, [{}])).rejects.toEqual(code('grammar.not-your-role'))
    await expect(take('unit1.head', made, [{}])).rejects.toEqual(code('grammar.not-your-role'))
    await expect(attendance(lecturer, made)).rejects.toEqual(code('grammar.not-found'))
  })

  test('a unit reads its own people and nobody else, another unit nothing', async () => {
    const made = await desk.insert({
      nominees: [{ unit: 1, state: 'CONFIRMED' }],
      state: 'RUNNING',
    })
    expect((await attendance('unit1.head', made)).trainees).toHaveLength(1)
    await expect(attendance('unit2.head', made)).rejects.toEqual(code('grammar.not-found'))
  })

  test('is refused before the session begins, by the clock of the database', async () => {
    const made = await taught()
    await expect(take(lecturer, made, [{}], { session: 1 })).rejects.toEqual(
      code('classes.session-not-begun'),
    )
  })

  test('sent twice under one key it is written once', async () => {
    const made = await taught()
    const key = randomUUID()
    const first = await take(lecturer, made, [{}, {}], { key })
    expect(await take(lecturer, made, [{}, {}], { key })).toEqual(first)
    const rows = await desk.sql('select 1 from attendance where class_id = $1', [made.classId])
    expect(rows).toHaveLength(2)
  })

  test('what one person noted is not sent by another who has signed in since', async () => {
    const made = await taught()
    await expect(take('organiser', made, [{}], { as: lecturer })).rejects.toEqual(
      code('classes.noted-by-another'),
    )
  })

  test('an older tap of the same hand that comes in late changes nothing', async () => {
    const made = await taught()
    await take(lecturer, made, [{ mark: 'LATE', notedAt: '2027-04-13T02:00:00.000Z' }])
    const late = await take(lecturer, made, [
      { mark: 'ABSENT', notedAt: '2027-04-13T01:00:00.000Z' },
    ])
    expect(late).toEqual({ taken: 0, conflicts: [] })
  })

  test('a correction after the day needs its reason and stands in the register with before and after', async () => {
    const made = await taught({ sessions: [{ startsInHours: -50, lecturerId }] })
    await take(lecturer, made, [{ mark: 'ABSENT' }])
    const { trainees } = await attendance(lecturer, made)
    const [session = ''] = made.sessionIds
    const first = trainees.find(({ nominationId }) => nominationId === made.nominationIds[0])
    const seen = first?.marks[session]?.id ?? null
    await expect(take(lecturer, made, [{ seen }])).rejects.toEqual(
      code('classes.attendance-not-in-order'),
    )
    await take(lecturer, made, [{ seen, because: 'ký sau' }])
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
    const made = await taught()
    await expect(take(lecturer, made, [{ mark: 'EXCUSED' }])).rejects.toEqual(
      code('classes.attendance-not-in-order'),
    )
    const other = await taught()
    const foreign = { ...made, nominationIds: other.nominationIds }
    await expect(take(lecturer, foreign, [{}])).rejects.toEqual(code('grammar.not-found'))
  })

  test('a mark is added to and never changed or taken out by the house', async () => {
    const [rights] = await desk.sql(
      `select bool_or(has_table_privilege(role, 'attendance', what)) as may
       from unnest(array['training_api', 'training_worker']) role, unnest(array['update', 'delete']) what`,
    )
    expect(rights?.may).toBe(false)
  })
})

type Given = { mark: number | null; because?: string; seen?: string }

function mark(who: string, made: MadeClass, marks: Given[]) {
  return desk.does(who, testMarkRoutes.giveMarks, {
    params: { classId: made.classId },
    body: {
      marks: marks.map((given, index) => ({
        nominationId: made.nominationIds[index] ?? '',
        ...given,
      })),
    },
  })
}
const marks = (who: string, made: MadeClass) =>
  desk.reads(who, (entered) => marksOfClass(entered, made.classId))

describe('marks', () => {
  test('give a grade, and say who is kept from a certificate by what', async () => {
    const made = await taught({ state: 'MARKING', sessions: [{ startsInHours: -30, lecturerId }] })
    await take(lecturer, made, [{}, {}, { mark: 'ABSENT' }])
    expect(await mark(lecturer, made, [{ mark: 8.5 }, { mark: 4.5 }, { mark: 9 }])).toEqual({
      given: 3,
    })
    const { trainees, quality } = await marks('organiser', made)
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
    const made = await taught({ state: 'MARKING', sessions: [{ startsInHours: -30, lecturerId }] })
    for (const wrong of [10.01, 8.255])
      await expect(mark(lecturer, made, [{ mark: wrong }])).rejects.toEqual(
        code('classes.marks-not-in-order'),
      )
    const early = await taught({
      sessions: [
        { startsInHours: -2, lecturerId },
        { startsInHours: 3, lecturerId, kind: 'TEST' },
      ],
    })
    await expect(mark(lecturer, early, [{ mark: 5 }])).rejects.toEqual(
      code('classes.test-not-begun'),
    )
  })

  test('a corrected one has seen what stood there, has its reason, and is in the register', async () => {
    const made = await taught({ state: 'MARKING', sessions: [{ startsInHours: -30, lecturerId }] })
    await mark(lecturer, made, [{ mark: null }])
    await expect(mark('organiser', made, [{ mark: 7, because: 'thi bù' }])).rejects.toEqual(
      code('classes.marked-meanwhile'),
    )
    const stands = (await marks(lecturer, made)).trainees.find(
      ({ nominationId }) => nominationId === made.nominationIds[0],
    )?.given
    const seen = stands?.id ?? ''
    await expect(mark(lecturer, made, [{ mark: 7, seen }])).rejects.toEqual(
      code('classes.marks-not-in-order'),
    )
    await mark(lecturer, made, [{ mark: 7, seen, because: 'thi bù' }])
    const [entry] = await desk.sql(
      `select facts from register_entry where deed = 'mark.corrected' and object_id = $1`,
      [made.classId],
    )
    expect(entry?.facts).toMatchObject({ before: null, after: 7, reason: 'thi bù' })
  })
})

async function readyToCertify(people: number): Promise<MadeClass> {
  const made = await taught({
    state: 'MARKING',
    people,
    sessions: [{ startsInHours: -30, lecturerId }],
  })
  await take(lecturer, made, Array(people).fill({}))
  await mark(lecturer, made, Array(people).fill({ mark: 7 }))
  return made
}
const closeMarking = ({ classId }: MadeClass) =>
  desk.does('organiser', teachingRoutes.closeMarking, { params: { classId }, body: {} })
const settle = ({ classId }: MadeClass) =>
  desk.does('organiser', teachingRoutes.settleClass, { params: { classId }, body: {} })
const certificates = (made: MadeClass) =>
  desk.reads('organiser', (entered) => certificatesOfClass(entered, made.classId))

const issue = ({ classId }: MadeClass, issuedOn: string = dayOfInstant(new Date())) =>
  desk.does('organiser', certificateRoutes.issueCertificates, {
    params: { classId },
    body: { issuedOn, signerId: desk.federation.person('leader').officialId },
  })

async function issued(made: MadeClass) {
  const { jobId } = await issue(made)
  for (;;) if ((await desk.inSystem((tx) => doJobPage(tx, jobId))).left === 0) break
  return certificates(made)
}

describe('certificates', () => {
  test('wait until attendance and marks are whole', async () => {
    const made = await taught({ state: 'MARKING', sessions: [{ startsInHours: -30, lecturerId }] })
    await take(lecturer, made, [{}, {}])
    await expect(closeMarking(made)).rejects.toMatchObject({
      code: 'classes.marking-not-complete',
      faults: [{ params: { count: 1 } }, { params: { count: 3 } }],
    })
  })

  test('are numbered in one run, one each, with the reason of everybody who gets none', async () => {
    const made = await readyToCertify(5)
    await desk.sql('update test_mark set mark = 3 where nomination_id = $1', [
      made.nominationIds[4],
    ])
    await closeMarking(made)
    const before = await certificates(made)
    expect([before.eligible.length, before.refused.length]).toEqual([4, 1])
    const preview = await desk.reads('organiser', (entered) => sheetsOfClass(entered, made.classId))
    expect(preview.sheets.map(({ registerNo }) => registerNo)).toEqual([null, null, null])
    const after = await issued(made)
    const numbers = after.issued.map(({ registerNo }) => Number(registerNo.slice(0, 4)))
    expect(numbers).toEqual([0, 1, 2, 3].map((step) => (numbers[0] ?? 0) + step))
    expect(new Set(after.issued.map(({ verifyCode }) => verifyCode)).size).toBe(4)
    expect(after.job).toMatchObject({ state: 'DONE', total: 4, done: 4, failures: [] })
    expect(after.refused[0]?.obstacles).toEqual([
      { code: 'classes.mark-below-pass', params: { passMark: 5 } },
    ])
    await expect(issue(made)).rejects.toMatchObject({
      faults: [{ code: 'classes.nobody-eligible' }],
    })
    const entries = await desk.sql(
      `select 1 from register_entry e join certificate k on k.id = e.object_id
       where e.deed = 'certificate.issued' and k.class_id = $1`,
      [made.classId],
    )
    expect(entries).toHaveLength(4)
  })

  test('who lost the right between asking and issuing is noted by name; the others get theirs', async () => {
    const made = await readyToCertify(3)
    await closeMarking(made)
    const { jobId } = await issue(made)
    await desk.sql('update test_mark set mark = 2 where nomination_id = $1', [
      made.nominationIds[0],
    ])
    await desk.inSystem((tx) => doJobPage(tx, jobId))
    const { issued: papers, job } = await certificates(made)
    expect(papers).toHaveLength(2)
    expect(job?.failures).toMatchObject([{ error: 'classes.mark-below-pass' }])
  })

  test('a number and its date are drawn in one order, after the last session and not tomorrow', async () => {
    const made = await readyToCertify(2)
    await closeMarking(made)
    const faults = async (issuedOn: string) =>
      issue(made, issuedOn).catch((error: { faults: { code: string }[] }) => error.faults[0]?.code)
    expect(await faults('2099-01-01')).toBe('classes.issued-in-future')
    expect(await faults('2020-01-01')).toBe('classes.issued-before-end')
  })

  test('the class is settled when everybody has theirs, and then closed', async () => {
    const made = await readyToCertify(2)
    await closeMarking(made)
    await expect(settle(made)).rejects.toMatchObject({
      faults: [{ code: 'classes.certificates-left', params: { count: 2 } }],
    })
    await issued(made)
    expect(await settle(made)).toEqual({ classId: made.classId, state: 'SETTLED' })
    const closed = await desk.does('organiser', teachingRoutes.closeClass, {
      params: { classId: made.classId },
      body: {},
    })
    expect(closed.state).toBe('CLOSED')
    const [entry] = await desk.sql(
      `select facts from register_entry where deed = 'class.closed' and object_id = $1`,
      [made.classId],
    )
    expect(entry?.facts).toMatchObject({ trainees: 2, attendancePercent: 100, passPercent: 100 })
  })

  test('where one stands, neither attendance nor mark is changed any more', async () => {
    const made = await readyToCertify(2)
    await closeMarking(made)
    await issued(made)
    await expect(take(lecturer, made, [{ mark: 'ABSENT', because: 'nhầm' }])).rejects.toEqual(
      code('classes.list-not-in-order'),
    )
  })
})

describe('the public look-up', () => {
  const ask = (typed: string, address: string = randomUUID()) =>
    lookUpCertificate(desk.db, typed, address)

  test('knows a paper by its number and by its code, and says no more than the paper', async () => {
    const made = await readyToCertify(2)
    await closeMarking(made)
    const [paper] = (await issued(made)).issued
    if (!paper) throw new Error('nothing was issued')
    for (const typed of [paper.registerNo, paper.verifyCode, paper.verifyCode.toLowerCase()]) {
      const answer = await ask(typed)
      if (answer.kind !== 'found') throw new Error(`${typed}: ${answer.kind}`)
      expect(answer.certificate).toMatchObject({ fullName: paper.fullName, state: 'VALID' })
      expect(Object.keys(answer.certificate).sort()).toEqual(
        [
          'registerNo fullName unitName programme venue heldFrom heldTo hours issuer issuedOn state',
          'reasonClass stateAt',
        ]
          .join(' ')
          .split(' ')
          .sort(),
      )
    }
    expect((await ask('0001/1999/CN-LĐLĐ')).kind).toBe('not-found')
    expect((await ask(`A${paper.verifyCode.slice(1)}`)).kind).not.toBe('found')
    expect((await ask("' or 1=1 --")).kind).toBe('unreadable')
  })

  test('says that a paper was revoked or replaced, since when, and the class of the reason', async () => {
    const made = await readyToCertify(2)
    await closeMarking(made)
    const [first, second] = (await issued(made)).issued
    if (!first || !second) throw new Error('nothing was issued')
    await desk.does('organiser', certificateRoutes.revokeCertificate, {
      params: { certificateId: first.certificateId },
      body: { reasonClass: 'ISSUED_IN_ERROR', reason: 'Trùng người' },
    })
    const anew = await desk.does('organiser', certificateRoutes.reissueCertificate, {
      params: { certificateId: second.certificateId },
      body: { reasonClass: 'CORRECTED', reason: 'Sai dấu', fullName: 'Nguyễn Thị Bưởi' },
    })
    expect(await ask(first.registerNo)).toMatchObject({
      certificate: { state: 'REVOKED', reasonClass: 'ISSUED_IN_ERROR' },
    })
    expect(await ask(second.verifyCode)).toMatchObject({
      certificate: { state: 'REISSUED', reasonClass: 'CORRECTED' },
    })
    expect(await ask(anew.registerNo)).toMatchObject({
      certificate: { state: 'VALID', fullName: 'Nguyễn Thị Bưởi' },
    })
    const again = desk.does('organiser', certificateRoutes.revokeCertificate, {
      params: { certificateId: first.certificateId },
      body: { reasonClass: 'ISSUED_IN_ERROR', reason: 'Trùng người' },
    })
    await expect(again).rejects.toEqual(code('grammar.wrong-state'))
  })

  test('answers a name by yes or no, and an address that asks on and on not at all', async () => {
    const made = await readyToCertify(1)
    await closeMarking(made)
    const [paper] = (await issued(made)).issued
    if (!paper) throw new Error('nothing was issued')
    const address = randomUUID()
    const person = { name: paper.fullName.toLowerCase(), birthYear: 1990, unit: 'phường Số 1' }
    expect(await lookUpPerson(desk.db, person, address)).toEqual({ kind: 'person-found' })
    const other = { ...person, birthYear: 1991 }
    expect(await lookUpPerson(desk.db, other, address)).toEqual({ kind: 'person-not-found' })
    for (let more = 0; more < 8; more += 1) await lookUpPerson(desk.db, other, address)
    expect(await lookUpPerson(desk.db, person, address)).toEqual({ kind: 'too-often' })
    expect((await lookUpPerson(desk.db, person, randomUUID())).kind).toBe('person-found')
  })
})

describe("everybody's own pages", () => {
  test('a trainee reads own classes, marks and certificate; a unit those of its people', async () => {
    const { officialId } = desk.federation.person('member3')
    const made = await desk.insert({
      state: 'MARKING',
      sessions: [{ startsInHours: -30, lecturerId }],
      nominees: [{ unit: 1, officialId, state: 'CONFIRMED' }],
    })
    await take(lecturer, made, [{ mark: 'LATE' }])
    await mark(lecturer, made, [{ mark: 6.5 }])
    const own = await desk.reads('member3', (entered) => learningOf(entered, officialId))
    expect(own.classes).toMatchObject([
      { percent: 100, mark: 6.5, grade: 'GOOD', sessions: [{ mark: 'LATE' }], certificate: null },
    ])
    const hidden = desk.reads('unit2.head', (entered) => learningOf(entered, officialId))
    await expect(hidden).rejects.toEqual(code('grammar.not-found'))
  })

  test('a lecturer reads own sessions with how far attendance is', async () => {
    const { sessions } = await desk.reads(lecturer, teachingOf)
    expect(sessions.length).toBeGreaterThan(0)
    expect(sessions.find(({ marked }) => marked > 0)).toMatchObject({
      trainees: expect.any(Number),
    })
    expect((await desk.reads('organiser', teachingOf)).sessions).toEqual([])
  })
})

/** How many statements a reading costs, whatever the length of the list. */
async function statements(read: (entered: Entered) => Promise<unknown>): Promise<number> {
  return desk.statementsOf('organiser', read)
}

test('the tabs cost the same number of statements for two people and for thirty', async () => {
  const [few, many] = [await readyToCertify(2), await readyToCertify(30)]
  for (const made of [few, many]) {
    expect(await statements((e) => attendanceOfClass(e, made.classId))).toBe(7)
    expect(await statements((e) => marksOfClass(e, made.classId))).toBe(8)
    expect(await statements((e) => certificatesOfClass(e, made.classId))).toBe(11)
    expect(await statements((e) => sheetsOfClass(e, made.classId))).toBe(10)
  }
})
