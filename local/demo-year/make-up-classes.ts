import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { OpeningForm, SessionForm } from '../../domain/classes/forms.contract.ts'
import { addDays, type Day, day, timeOfInstant } from '../../domain/grammar/day.ts'
import type { DemoOfficial, Office } from './office.ts'
import { sendPeople } from './send-people.ts'

type Making = { office: Office; pastYear: number; today: Day; organiser: DemoOfficial }
type Line = { code: string; topic: string; classId: string | null }

const venue = 'Trường Trung cấp Công đoàn Hà Thanh'

/**
 * Two make-up classes of last year: one that takes nominations, so that organiser and units find
 * work, and one whose first session is today, for its lecturer and trainees.
 */
export async function makeUpClasses(making: Making): Promise<void> {
  const { organiser, pastYear } = making
  const { lines } = await organiser.reads(routes.classLines, { params: { planYear: pastYear } })
  const [open, running] = lines
  if (open && !open.classId)
    await openClass(making, open, { title: 'đợt bổ sung', ahead: 29, seats: 60 })
  if (running) await heldToday(making, running)
}

async function heldToday(making: Making, line: Line): Promise<void> {
  const { office, organiser } = making
  const classId =
    line.classId ?? (await openClass(making, line, { title: 'lớp học bù', ahead: 24, seats: 12 }))
  const read = () => organiser.reads(routes.trainingClass, { params: { classId } })
  if ((await read()).state === 'OPEN_FOR_NOMINATION') {
    await sendPeople(office, classId)
    await organiser.does(`${classId}/fix`, routes.fixList, {
      params: { classId },
      body: { reason: 'Các đơn vị đã cử đủ, nơi làm việc đã trả lời.' },
    })
  }
  const { state, startsOn, revision } = await read()
  if (state !== 'LIST_FIXED' || startsOn <= making.today) return
  await organiser.does(
    `${classId}/today`,
    routes.reschedule,
    {
      params: { classId },
      body: {
        reason: 'Phòng học trống sớm hơn, học viên đã thống nhất.',
        sessions: await timetable(making, line, { from: making.today, classId }),
      },
    },
    revision,
  )
}

type Wish = { title: string; ahead: number; seats: number }

async function openClass(
  making: Making,
  line: Line,
  { title, ahead, seats }: Wish,
): Promise<string> {
  const { organiser, pastYear, today } = making
  const { organisers } = await organiser.reads(routes.classLines, {
    params: { planYear: pastYear },
  })
  const from = addDays(today, ahead)
  const body: OpeningForm = {
    lineCode: line.code,
    organiserUnitId: organisers[0]?.unitId ?? '',
    title: `${line.topic}, ${title}`,
    topic: line.topic,
    audience: 'Cán bộ công đoàn chưa dự lớp của năm trước',
    trainingKind: 'WORKSHOP',
    mode: 'DIRECT',
    deliveryForm: 'DIRECT',
    partnerId: null,
    venue,
    seats,
    eligibility: {},
    minAttendancePercent: 80,
    testRequired: true,
    passMark: 5,
    maxMark: 10,
    certificateType: 'CERTIFICATE',
    sessions: await timetable(making, line, { from, classId: null }),
  }
  const opened = await organiser.does(`${pastYear}/${line.code}/open/${today}`, routes.open, {
    params: { planYear: pastYear },
    body,
  })
  return opened.classId
}

type Laying = { from: Day; classId: string | null }

/** A session on the first free day, two more on free days behind it; a third is for questions. */
async function timetable(making: Making, line: Line, { from, classId }: Laying) {
  const { organiser, today } = making
  const { lecturers } = await organiser.reads(routes.lecturers, {})
  const name = from === today || classId ? 'Tạ Minh Đoan' : 'Hồ Sỹ Lượng'
  const lecturerId = lecturers.find(({ fullName }) => fullName === name)?.lecturerId ?? null
  const hours = from === today ? roundNow() : { from: '07:30', to: '11:00' }
  const laid: SessionForm[] = []
  const kinds = ['THEORY', 'Q_AND_A', 'TEST'] as const
  for (const [index, kind] of kinds.entries()) {
    const time = index === 0 ? hours : { from: '07:30', to: '11:00' }
    const wanted = laid.at(-1) ? addDays(day(laid.at(-1)?.day ?? from), 1) : from
    const room = name === 'Tạ Minh Đoan' ? 'Phòng 204' : 'Phòng 301'
    const on = await freeDay(organiser, { ...time, day: wanted, lecturerId, room, classId })
    laid.push({ ...time, day: on, kind, topic: topicOf(kind, line), lecturerId, room, url: null })
  }
  return laid
}

/** From an hour ago for three hours, within the day. */
function roundNow(): { from: string; to: string } {
  const hour = Number(timeOfInstant(new Date()).slice(0, 2))
  const clock = (value: number) => String(value).padStart(2, '0')
  return { from: `${clock(Math.max(0, hour - 1))}:00`, to: `${clock(Math.min(23, hour + 2))}:59` }
}

function topicOf(kind: 'THEORY' | 'Q_AND_A' | 'TEST', { topic }: Line): string {
  if (kind === 'THEORY') return topic
  return kind === 'TEST' ? 'Bài kiểm tra cuối lớp' : 'Giải đáp vướng mắc của cơ sở'
}

type Asking = {
  day: Day
  from: string
  to: string
  lecturerId: string | null
  room: string
  classId: string | null
}

async function freeDay(organiser: DemoOfficial, asking: Asking): Promise<string> {
  const { lecturerId, classId, ...session } = asking
  const { nextFreeDay } = await organiser.reads(routes.clashes, {
    query: {
      ...session,
      venue,
      ...(lecturerId && { lecturerId }),
      ...(classId && { classId }),
    },
  })
  return nextFreeDay ?? asking.day
}
