import { tetWeeks } from '../federation/holidays.ts'
import {
  addDays,
  type Day,
  daysBetween,
  dayOfInstant,
  instantAt,
  timeOfInstant,
  weekdayOf,
  writeDay,
  yearOf,
} from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { fold } from '../grammar/text.ts'
import { type Holiday, isWorkingDay } from '../grammar/working-days.ts'

type Span = { startsAt: string; endsAt: string }
export type SessionPlace = Span & {
  lecturerId: string | null
  venue: string | null
  room: string | null
}

/** A session of another class that stands already. */
export type TakenSession = SessionPlace & {
  classCode: string
  lecturerName: string | null
  /** How many people of this class would have to sit in both. */
  samePeople: number
}
export type ClashGround = { taken: readonly TakenSession[]; holidays: readonly Holiday[] }

const overlap = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt

function clashWith(session: SessionPlace, other: TakenSession): Obstacle[] {
  if (!overlap(session, other)) return []
  const params = { class: other.classCode }
  const isSameRoom =
    session.room !== null &&
    other.room !== null &&
    fold(`${session.venue ?? ''} ${session.room}`) === fold(`${other.venue ?? ''} ${other.room}`)
  const hasLecturer = session.lecturerId !== null && session.lecturerId === other.lecturerId
  return [
    ...(hasLecturer
      ? [
          {
            code: 'classes.lecturer-elsewhere',
            params: { ...params, name: other.lecturerName ?? '' },
          },
        ]
      : []),
    ...(isSameRoom
      ? [{ code: 'classes.room-taken', params: { ...params, room: session.room ?? '' } }]
      : []),
    ...(other.samePeople > 0
      ? [{ code: 'classes.people-elsewhere', params: { ...params, count: other.samePeople } }]
      : []),
  ]
}

function clashesOnDay(day: Day, holidays: readonly Holiday[]): Obstacle[] {
  const off = holidays.find((holiday) => holiday.day === day && holiday.kind === 'OFF')
  if (off) return [{ code: 'classes.on-holiday', params: { day: writeDay(day), name: off.name } }]
  const tet = tetWeeks(yearOf(day))
  const isInTet = tet.from <= day && day <= tet.to
  return isInTet
    ? [{ code: 'classes.in-tet-weeks', params: { from: writeDay(tet.from), to: writeDay(tet.to) } }]
    : []
}

/** Everything that stands against a session on its day: lecturer, room, people, holiday, Tết. */
export function clashesOf(session: SessionPlace, ground: ClashGround): Obstacle[] {
  return [
    ...clashesOnDay(dayOfInstant(session.startsAt), ground.holidays),
    ...ground.taken.flatMap((other) => clashWith(session, other)),
  ]
}

const horizonDays = 120

/**
 * The next day on which the same session could be held: a working day for one that was laid on a
 * working day, a Saturday or Sunday for one that was not.
 */
export function nextFreeDay(session: SessionPlace, ground: ClashGround): Day | null {
  const day = dayOfInstant(session.startsAt)
  const wasWeekend = weekdayOf(day) > 5
  for (let shift = 1; shift <= horizonDays; shift += 1) {
    const candidate = addDays(day, shift)
    const fits = wasWeekend
      ? weekdayOf(candidate) > 5
      : isWorkingDay(candidate, ground.holidays) && weekdayOf(candidate) <= 5
    if (fits && clashesOf(movedTo(session, candidate), ground).length === 0) return candidate
  }
  return null
}

function movedTo<S extends Span>(session: S, day: Day): S {
  const days = daysBetween(dayOfInstant(session.startsAt), day)
  const move = (at: string) => instantAt(addDays(dayOfInstant(at), days), timeOfInstant(at))
  return { ...session, startsAt: move(session.startsAt), endsAt: move(session.endsAt) }
}

/**
 * What stands against a whole timetable. Each obstacle says which session it speaks of, and its
 * params the next free day, so that the reader need not try.
 */
export function obstaclesInTimetable(
  sessions: readonly SessionPlace[],
  ground: ClashGround & { today: Day },
): Obstacle[] {
  return sessions.flatMap((session, index) => {
    const at = `/sessions/${index}/day`
    const found: Obstacle[] = [
      ...inItself(session, sessions.slice(0, index), ground.today),
      ...clashesOf(session, ground),
    ]
    if (found.length === 0) return []
    const free = nextFreeDay(session, ground)
    const next = free ? writeDay(free) : ''
    return found.map(({ code, params }) => ({ code, at, params: { ...params, next } }))
  })
}

function inItself(session: Span, earlier: readonly Span[], today: Day): Obstacle[] {
  if (session.endsAt <= session.startsAt) return [{ code: 'classes.ends-before-it-begins' }]
  if (dayOfInstant(session.startsAt) < today) return [{ code: 'classes.day-is-past' }]
  return earlier.some((other) => overlap(session, other))
    ? [{ code: 'classes.sessions-overlap' }]
    : []
}

/** Only Saturdays and Sundays: nobody is missed at work, so no employer is asked (S0.24). */
export function needsRelease(sessions: readonly Pick<Span, 'startsAt'>[]): boolean {
  return sessions.some(({ startsAt }) => weekdayOf(dayOfInstant(startsAt)) <= 5)
}
