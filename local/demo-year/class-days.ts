import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { SessionForm } from '../../domain/classes/forms.contract.ts'
import { addDays, type Day, day, timeOfInstant } from '../../domain/grammar/day.ts'
import type { DemoOfficial } from './office.ts'

export const venue = 'Trường Trung cấp Công đoàn Hà Thanh'
export const morning = { from: '07:30', to: '11:00' }

type Clock = { from: string; to: string }
/** A session as it is wished for: on a day, or on the one after the session before. */
export type Wanted = Clock & { kind: SessionForm['kind']; topic: string; on: Day | 'next' }
type Place = { lecturer: string; room: string; classId: string | null }

/** Each session on its day, or on the next one that is free for lecturer, room and people. */
export async function onFreeDays(
  organiser: DemoOfficial,
  { lecturer, room, classId }: Place,
  wanted: readonly Wanted[],
): Promise<SessionForm[]> {
  const { lecturers } = await organiser.reads(routes.lecturers, {})
  const lecturerId = lecturers.find(({ fullName }) => fullName === lecturer)?.lecturerId ?? null
  const laid: SessionForm[] = []
  for (const { on, ...session } of wanted) {
    const before = laid.at(-1)?.day
    const wish = on === 'next' && before ? addDays(day(before), 1) : on
    const { nextFreeDay } = await organiser.reads(routes.clashes, {
      query: {
        day: wish,
        from: session.from,
        to: session.to,
        venue,
        room,
        ...(lecturerId && { lecturerId }),
        ...(classId && { classId }),
      },
    })
    laid.push({ ...session, day: nextFreeDay ?? wish, lecturerId, room, url: null })
  }
  return laid
}

const sessionsOver = 4
const hoursBefore = 7
const hoursGoing = 3

/**
 * The clocks of sessions that are over today, one after the other, and of one that goes on now.
 * In the first minutes of a day nothing is over yet.
 */
export function clocksToday(now = new Date()): { over: Clock[]; going: Clock } {
  const [hours = 0, minutes = 0] = timeOfInstant(now).split(':').map(Number)
  const begins = inFives(Math.max(0, hours * 60 + minutes - 5))
  const first = Math.max(0, begins - hoursBefore * 60)
  const length = inFives((begins - first) / sessionsOver)
  const over = Array.from({ length: length > 0 ? sessionsOver : 0 }, (_, index) => {
    const from = begins - (sessionsOver - index) * length
    return { from: clock(from), to: clock(from + length) }
  })
  const last = 24 * 60 - 1
  return {
    over,
    going: { from: clock(begins), to: clock(Math.min(last, begins + hoursGoing * 60)) },
  }
}

function inFives(minutes: number): number {
  return Math.floor(minutes / 5) * 5
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
