import { addDays, type Day, dayOfInstant, instantAt, laterDay } from '../grammar/day.ts'
import { addWorkingDays, type Holiday, onOrAfter, onOrBefore } from '../grammar/working-days.ts'
import type { ClassState } from './class-state.ts'

/** What the process of a class does by itself, each when its time has come. */
export const CLASS_MOMENTS = [
  'openNominations',
  'closeNominations',
  'endReleases',
  'fixList',
  'fillSeats',
  'beginClass',
  'endClass',
] as const
export type ClassMoment = (typeof CLASS_MOMENTS)[number]

/** Days before the first session, as the offices count them. */
const OPENS = 30
const NOMINATIONS = 21
const RELEASE = 14
const LIST = 7
/** Working days that each wait has at least, however late the class was opened. */
const LEAST = { nominations: 3, release: 2, list: 1 } as const

export type ClassCalendar = {
  nominationsOpenAt: string
  nominationsDueAt: string
  /** Null where nobody's employer is asked. */
  releaseDueAt: string | null
  listDueAt: string
}

export type Opening = { openedAt: string; firstStartsAt: string; needsRelease: boolean }

/**
 * The waits before a class: nominations from the 30th to the 21st day before it, employers until the
 * 14th, the list on the 7th, all on working days. A class that is opened late is pressed together.
 */
export function classCalendar(opening: Opening, holidays: readonly Holiday[]): ClassCalendar {
  const { openedAt, firstStartsAt, needsRelease } = opening
  const first = dayOfInstant(firstStartsAt)
  const custom = (days: number) => onOrBefore(addDays(first, -days), holidays)
  const today = dayOfInstant(openedAt)
  const opens = laterDay(custom(OPENS), today)
  const after = (from: Day, days: number, customary: Day) =>
    laterDay(addWorkingDays(from, days, holidays), customary)
  const nominations = after(opens, LEAST.nominations, custom(NOMINATIONS))
  const release = needsRelease ? after(nominations, LEAST.release, custom(RELEASE)) : null
  const list = after(release ?? nominations, LEAST.list, custom(LIST))
  const opensAt = instantAt(opens, '08:00')
  return {
    // Nobody waits for a morning when the customary day is over.
    nominationsOpenAt: custom(OPENS) < today || opensAt < openedAt ? openedAt : opensAt,
    nominationsDueAt: instantAt(nominations, '17:00'),
    releaseDueAt: release && instantAt(release, '17:00'),
    listDueAt: instantAt(list, '17:00'),
  }
}

/** The first day on which a class opened now could begin. */
export function earliestFirstDay(
  { openedAt, needsRelease }: Omit<Opening, 'firstStartsAt'>,
  holidays: readonly Holiday[],
): Day {
  const days = LEAST.nominations + LEAST.list + (needsRelease ? LEAST.release : 0)
  return addDays(addWorkingDays(dayOfInstant(openedAt), days, holidays), 1)
}

/** Who is there is noted on the day; the list is whole by the day after, when that is a working day. */
export function attendanceDueAt(sessionEndsAt: string, holidays: readonly Holiday[]): string {
  return instantAt(onOrAfter(addDays(dayOfInstant(sessionEndsAt), 1), holidays), '17:00')
}

const MARKING = 5

/** The marks are given within so many working days of the last session. */
export function marksDueAt(lastEndsAt: string, holidays: readonly Holiday[]): string {
  return instantAt(addWorkingDays(dayOfInstant(lastEndsAt), MARKING, holidays), '17:00')
}

export type ClassStanding = ClassCalendar & {
  state: ClassState
  nominationsClosedAt: string | null
  releasesClosedAt: string | null
  firstStartsAt: string
  lastEndsAt: string
  /** Seats of the fixed list that nobody has, and people who wait for one. */
  freeSeats: number
  waiting: number
  now: string
}

type NextOfClass = { moment: ClassMoment; at: string }

/** What comes by itself in each state; null where only a person can go on. */
const NEXT = {
  PLANNED: ({ nominationsOpenAt }) => ({ moment: 'openNominations', at: nominationsOpenAt }),
  OPEN_FOR_NOMINATION: nextBeforeTheList,
  LIST_FIXED: ({ freeSeats, waiting, now, firstStartsAt }) =>
    freeSeats > 0 && waiting > 0
      ? { moment: 'fillSeats', at: now }
      : { moment: 'beginClass', at: firstStartsAt },
  RUNNING: ({ lastEndsAt }) => ({ moment: 'endClass', at: lastEndsAt }),
  MARKING: null,
  CERTIFYING: null,
  SETTLED: null,
  CLOSED: null,
  POSTPONED: null,
  CANCELLED: null,
} as const satisfies Record<ClassState, ((standing: ClassStanding) => NextOfClass) | null>

export function nextOfClass(standing: ClassStanding): NextOfClass | null {
  return NEXT[standing.state]?.(standing) ?? null
}

function nextBeforeTheList(standing: ClassStanding): NextOfClass {
  const { nominationsClosedAt, nominationsDueAt, releasesClosedAt, releaseDueAt } = standing
  if (!nominationsClosedAt) return { moment: 'closeNominations', at: nominationsDueAt }
  if (releaseDueAt && !releasesClosedAt) return { moment: 'endReleases', at: releaseDueAt }
  return { moment: 'fixList', at: standing.listDueAt }
}

/**
 * The waits of a class whose sessions were laid on other days: what people were told may come later,
 * never earlier (settled 5).
 */
export function movedCalendar(before: ClassCalendar, after: ClassCalendar): ClassCalendar {
  const later = (a: string, b: string) => (a > b ? a : b)
  return {
    nominationsOpenAt: before.nominationsOpenAt,
    nominationsDueAt: later(before.nominationsDueAt, after.nominationsDueAt),
    releaseDueAt:
      before.releaseDueAt && after.releaseDueAt
        ? later(before.releaseDueAt, after.releaseDueAt)
        : after.releaseDueAt,
    listDueAt: later(before.listDueAt, after.listDueAt),
  }
}
