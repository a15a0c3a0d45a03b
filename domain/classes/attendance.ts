import { dayOfInstant } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

export const ATTENDANCE_MARKS = ['PRESENT', 'LATE', 'ABSENT', 'EXCUSED'] as const
export type AttendanceMark = (typeof ATTENDANCE_MARKS)[number]

/** Whether the mark counts as having been there: an excuse explains an absence, it teaches nothing. */
export const COUNTS_AS_THERE = {
  PRESENT: true,
  LATE: true,
  ABSENT: false,
  EXCUSED: false,
} as const satisfies Record<AttendanceMark, boolean>

export type Marking = {
  mark: AttendanceMark
  because: string | null
  /** The mark that counts until now. */
  earlier: AttendanceMark | null
  session: { startsAt: string }
  now: string
  /** Where in the form it stands. */
  at: string
}

/** Why a mark cannot be taken: judged by the database's clock, never by a telephone's. */
export function obstaclesToMarking(marking: Marking): Obstacle[] {
  const { mark, because, earlier, session, now, at } = marking
  if (now < session.startsAt) return [{ code: 'classes.session-not-begun' }]
  if (mark === 'EXCUSED' && because === null)
    return [{ code: 'classes.excuse-needed', at: `${at}/because` }]
  if (isLateCorrection(marking) && because === null && earlier !== null)
    return [{ code: 'classes.correction-reason-needed', at: `${at}/because` }]
  return []
}

/** On the day itself one taps again; from the next day on a change is a correction with a reason. */
export function isLateCorrection({
  mark,
  earlier,
  session,
  now,
}: Pick<Marking, 'mark' | 'earlier' | 'session' | 'now'>): boolean {
  return earlier !== null && earlier !== mark && dayOfInstant(now) > dayOfInstant(session.startsAt)
}

export type Presence = { attended: number; sessions: number; unmarked: number; percent: number }

/** How much of a class somebody was there; a session without a mark is not one attended. */
export function presenceOf(
  sessionIds: readonly string[],
  marks: ReadonlyMap<string, AttendanceMark>,
): Presence {
  const taken = sessionIds.flatMap((id) => marks.get(id) ?? [])
  const attended = taken.filter((mark) => COUNTS_AS_THERE[mark]).length
  return {
    attended,
    sessions: sessionIds.length,
    unmarked: sessionIds.length - taken.length,
    percent: percentOf(attended, sessionIds.length),
  }
}

/** Rounded down: 79,9 % is not 80 %. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole)
}
