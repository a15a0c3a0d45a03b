import { type Day, dayOfInstant, instantAt } from '../grammar/day.ts'
import type { Role } from '../grammar/deed.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { addWorkingDays, type Holiday } from '../grammar/working-days.ts'

/** The ways of holding a round at which people meet. */
export const MEETING_KINDS = ['CONFERENCE', 'WORKSHOP'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

/** Those who may be in the chair or write the minutes, and who look at all of it. */
export const CONFERENCE_OFFICES = [
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
] as const satisfies readonly Role[]

export const ATTENDANCE = ['PRESENT', 'ABSENT', 'EXCUSED'] as const
export type Attendance = (typeof ATTENDANCE)[number]

/** Taken down; then the unit's own, or not its own, or taken back by who wrote it down wrongly. */
export const OPINION_STATES = ['RECORDED', 'CONFIRMED', 'DISOWNED', 'STRUCK'] as const
export type OpinionState = (typeof OPINION_STATES)[number]

/** How an opinion is shown: what is unconfirmed when the round closes is not the unit's. */
export type OpinionStanding = OpinionState | 'LAPSED'

export function standingOfOpinion(state: OpinionState, isRoundOpen: boolean): OpinionStanding {
  return state === 'RECORDED' && !isRoundOpen ? 'LAPSED' : state
}

/** The minutes are made within so many working days after the conference. */
export const MINUTES_DAYS = 3

export function minutesDueAt(startsAt: string, holidays: readonly Holiday[]): string {
  return instantAt(addWorkingDays(dayOfInstant(startsAt), MINUTES_DAYS, holidays), '17:00')
}

/** The secretary is reminded on the morning of the last day. */
export function minutesReminderAt(dueAt: string): string {
  return instantAt(dayOfInstant(dueAt), '08:00')
}

/** What the department states of a conference; while a round is prepared all of it may be missing. */
export type MeetingDraft = {
  on: string | null
  from: string
  to: string
  place: string
  chairId: string | null
  secretaryId: string | null
  agenda: string
}

export type Meeting = MeetingDraft & { on: Day; chairId: string; secretaryId: string }

export const EMPTY_MEETING: MeetingDraft = {
  on: null,
  from: '',
  to: '',
  place: '',
  chairId: null,
  secretaryId: null,
  agenda: '',
}

/** A round may open before anything is known of its conference: it is set while the round is open. */
export function isUnset(meeting: MeetingDraft): boolean {
  return Object.values(meeting).every((value) => value === null || value.trim() === '')
}

export function isWhole(meeting: MeetingDraft): meeting is Meeting {
  return faultsInMeeting(meeting).length === 0
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/

/** Each at its field. */
export function faultsInMeeting(meeting: MeetingDraft): Obstacle[] {
  const { on, from, to, place, chairId, secretaryId, agenda } = meeting
  const missing: [boolean, string, string][] = [
    [on === null, 'feedback.meeting-day-missing', '/on'],
    [!time.test(from), 'feedback.meeting-time-missing', '/from'],
    [!time.test(to) || to <= from, 'feedback.meeting-ends-before', '/to'],
    [place.trim() === '', 'feedback.meeting-place-missing', '/place'],
    [chairId === null, 'feedback.meeting-chair-missing', '/chairId'],
    [secretaryId === null, 'feedback.meeting-secretary-missing', '/secretaryId'],
    [chairId !== null && chairId === secretaryId, 'feedback.meeting-one-person', '/secretaryId'],
    [agenda.trim() === '', 'feedback.meeting-agenda-missing', '/agenda'],
  ]
  return missing.flatMap(([isWrong, code, at]) => (isWrong ? [{ code, at }] : []))
}

export function instantsOf({ on, from, to }: Meeting): { startsAt: string; endsAt: string } {
  return { startsAt: instantAt(on, from), endsAt: instantAt(on, to) }
}

/** `opensAt`: of a round that is not open yet. */
type Term = { now: string; opensAt?: string; dueAt: string }

/** Units answer for what they said while the round is open, so it is held before the last day ends. */
export function faultsInTime(meeting: Meeting, { now, opensAt, dueAt }: Term): Obstacle[] {
  const { startsAt, endsAt } = instantsOf(meeting)
  if (startsAt <= now) return [{ code: 'feedback.meeting-gone-by', at: '/on' }]
  if (opensAt && startsAt < opensAt) return [{ code: 'feedback.meeting-before-opening', at: '/on' }]
  return endsAt > dueAt ? [{ code: 'feedback.meeting-after-due', at: '/on' }] : []
}

export type Moving = Term & {
  /** As the invited were told; null before they were. */
  before: { startsAt: string; endsAt: string } | null
  meeting: Meeting
}

/** What was announced may come later, never earlier (settled 5), and not once it has begun. */
export function obstaclesToMoving({ before, meeting, ...term }: Moving): Obstacle[] {
  const after = instantsOf(meeting)
  if (before && before.startsAt === after.startsAt && before.endsAt === after.endsAt) return []
  if (before && before.startsAt <= term.now)
    return [{ code: 'feedback.meeting-has-begun', at: '/on' }]
  if (before && dayOfInstant(after.startsAt) < dayOfInstant(before.startsAt))
    return [{ code: 'feedback.meeting-only-later', at: '/on' }]
  return faultsInTime(meeting, term)
}
