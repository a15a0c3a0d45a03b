import { demoTrainee, schoolLecturer } from '../../db/demo/office-people.ts'
import { upperCode } from '../../db/demo/upper-units.ts'
import { usernameOf } from '../../db/demo/usernames.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { OpeningForm, SessionForm } from '../../domain/classes/forms.contract.ts'
import { addDays, type Day } from '../../domain/grammar/day.ts'
import { clocksToday, morning, onFreeDays, venue, type Wanted } from './class-days.ts'
import type { DemoOfficial, Office } from './office.ts'
import { type Sending, sendPeople } from './send-people.ts'
import { certify, takeAttendance } from './teach.ts'

type Making = { office: Office; pastYear: number; today: Day; organiser: DemoOfficial }
type Line = { code: string; topic: string; classId: string | null }
type Wish = { name: string; daysAhead: number; seats: number; lecturer: string; room: string }

const open: Wish = {
  name: 'đợt bổ sung',
  daysAhead: 29,
  seats: 60,
  lecturer: 'Hồ Sỹ Lượng',
  room: 'Phòng 301',
}
const going: Wish = {
  name: 'lớp học bù',
  daysAhead: 24,
  seats: 12,
  lecturer: schoolLecturer.fullName,
  room: 'Phòng 204',
}
const over: Wish = {
  name: 'lớp học bù một ngày',
  daysAhead: 21,
  seats: 8,
  lecturer: 'Giáp Thị Nhâm',
  room: 'Phòng 302',
}

const questions = { kind: 'Q_AND_A', topic: 'Giải đáp vướng mắc của cơ sở' } as const
const test = { kind: 'TEST', topic: 'Bài kiểm tra cuối lớp' } as const

const from = (unit: number, seats: number, more: Partial<Sending> = {}): Sending => ({
  unitCode: upperCode(unit),
  seats,
  ...more,
})
const theTrainee = { names: [demoTrainee.fullName] }

/**
 * Three make-up classes of last year's plan, so that each finds work or a result: one that takes
 * names, one that is being held, and one that was held today and has its certificates. They are of
 * today and say so: no deed teaches or certifies on a day gone by.
 */
export async function makeUpClasses(making: Making): Promise<void> {
  const { organiser, pastYear } = making
  const { lines } = await organiser.reads(routes.classLines, { params: { planYear: pastYear } })
  const [first, second, third] = lines
  if (!first || !second || !third) return
  await openOnce(making, first, open)
  const goes = { line: second, classId: await openOnce(making, second, going) }
  const ends = { line: third, classId: await openOnce(making, third, over) }
  // @NOTE the clocks are asked once: some people sit in both classes, whose sessions do not meet
  const clocks = clocksToday()
  await Promise.all([beingHeld(making, goes, clocks), heldToday(making, ends, clocks)])
}

type Opened = { line: Line; classId: string }
type Clocks = ReturnType<typeof clocksToday>

/** One session is over, one goes on and waits for its lecturer, the test is still to come. */
async function beingHeld(making: Making, { line, classId }: Opened, clocks: Clocks): Promise<void> {
  await fixList(making, classId, [
    from(2, 1, theTrainee),
    from(1, 3, { reserve: 1 }),
    ...[3, 4, 5, 6].map((unit) => from(unit, 2)),
  ])
  const theory = { kind: 'THEORY' as const, topic: line.topic, on: making.today }
  const sessions = await freeSessions(making, going, classId, [
    ...clocks.over.slice(-1).map((clock) => ({ ...theory, ...clock })),
    { ...questions, ...clocks.going, on: making.today },
    { ...test, ...morning, on: 'next' },
  ])
  await layOn(making, classId, sessions)
  const lecturer = await making.office.person(usernameOf(schoolLecturer.fullName))
  await takeAttendance(lecturer, classId)
}

/** Nothing is taught on a holiday: then the class keeps its days, and there is no certificate yet. */
async function heldToday(making: Making, { line, classId }: Opened, clocks: Clocks): Promise<void> {
  const { organiser, today } = making
  await fixList(making, classId, [from(2, 3, theTrainee), from(1, 3), from(3, 2)])
  const [early, late, last] = clocks.over
  if (!early || !late || !last) return
  const sessions = await freeSessions(making, over, classId, [
    { kind: 'THEORY', topic: line.topic, ...early, on: today },
    { ...questions, ...late, on: today },
    { ...test, ...last, on: today },
  ])
  if (sessions.some(({ day }) => day !== today)) return
  await layOn(making, classId, sessions)
  await certify(organiser, classId)
}

async function openOnce(making: Making, line: Line, wish: Wish): Promise<string> {
  if (line.classId) return line.classId
  const { organiser, pastYear, today } = making
  const { organisers } = await organiser.reads(routes.classLines, {
    params: { planYear: pastYear },
  })
  const body: OpeningForm = {
    lineCode: line.code,
    organiserUnitId: organisers[0]?.unitId ?? '',
    title: `${line.topic}, ${wish.name}`,
    topic: line.topic,
    audience: `Cán bộ công đoàn chưa dự lớp của kế hoạch năm ${pastYear}`,
    trainingKind: 'WORKSHOP',
    mode: 'DIRECT',
    deliveryForm: 'DIRECT',
    partnerId: null,
    venue,
    seats: wish.seats,
    eligibility: {},
    minAttendancePercent: 80,
    testRequired: true,
    passMark: 5,
    maxMark: 10,
    certificateType: 'CERTIFICATE',
    sessions: await freeSessions(making, wish, null, [
      { kind: 'THEORY', topic: line.topic, ...morning, on: addDays(today, wish.daysAhead) },
      { ...questions, ...morning, on: 'next' },
      { ...test, ...morning, on: 'next' },
    ]),
  }
  const opened = await organiser.does(`${pastYear}/${line.code}/open/${today}`, routes.open, {
    params: { planYear: pastYear },
    body,
  })
  return opened.classId
}

function freeSessions(
  { organiser }: Making,
  { lecturer, room }: Wish,
  classId: string | null,
  wanted: readonly Wanted[],
): Promise<SessionForm[]> {
  return onFreeDays(organiser, { lecturer, room, classId }, wanted)
}

/** Names, approvals and releases, then the list before its day. */
async function fixList(making: Making, classId: string, sendings: readonly Sending[]) {
  const { organiser } = making
  const params = { classId }
  const { state } = await organiser.reads(routes.trainingClass, { params })
  if (state !== 'OPEN_FOR_NOMINATION') return
  await sendPeople(making, classId, sendings)
  await organiser.does(`${classId}/fix`, routes.fixList, {
    params,
    body: { reason: 'Các đơn vị đã cử đủ, nơi làm việc đã trả lời.' },
  })
}

/** The sessions come on other days, once. */
async function layOn(making: Making, classId: string, sessions: SessionForm[]): Promise<void> {
  const { organiser, today } = making
  const params = { classId }
  const { state, startsOn, revision } = await organiser.reads(routes.trainingClass, { params })
  if (state !== 'LIST_FIXED' || startsOn <= today) return
  const reason = 'Phòng học trống sớm hơn, học viên đã thống nhất.'
  const given = { params, body: { reason, sessions } }
  await organiser.does(`${classId}/today`, routes.reschedule, given, revision)
}
