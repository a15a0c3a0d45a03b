import type { Obstacle } from '../grammar/obstacle.ts'
import {
  faultsInMeeting,
  faultsInTime,
  isUnset,
  isWhole,
  MEETING_KINDS,
  type MeetingDraft,
  type MeetingKind,
} from './conference.ts'
import type { OwnQuestion } from './own-questions.ts'
import { faultsInQuestions } from './question-list.ts'

/** How a round is held; several at once are usual. */
export const ROUND_KINDS = ['WRITTEN', 'CONFERENCE', 'WORKSHOP'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** The kinds in one word for a letter: 'WRITTEN+CONFERENCE'. */
export function heldAs(kinds: readonly RoundKind[]): string {
  return ROUND_KINDS.filter((kind) => kinds.includes(kind)).join('+')
}

/** At eight on these working days before the deadline, unless the department says otherwise. */
export const USUAL_REMINDER_DAYS = [5, 1] as const

export type Invitation = {
  /** Every immediate-upper union; else those of the kinds and those at or below the units. */
  everyone: boolean
  kinds: readonly string[]
  units: readonly { id: string }[]
  /** Left out in either case, with what is below them. */
  without: readonly { id: string }[]
}

type Prepared = {
  kinds: readonly RoundKind[]
  questions: readonly OwnQuestion[]
  reminderDays: readonly number[]
  contact: { name: string; phone: string }
}

/** Why a round prepared like this cannot open, each at its field; the term has its own rules. */
export function obstaclesInPreparation(prepared: Prepared, invited: number): Obstacle[] {
  const { kinds, questions, reminderDays, contact } = prepared
  const isHalf = (contact.name.trim() === '') !== (contact.phone.trim() === '')
  return [
    ...(kinds.length === 0 ? [{ code: 'feedback.round-without-kind', at: '/kinds' }] : []),
    ...(invited === 0 ? [{ code: 'feedback.nobody-invited', at: '/invited' }] : []),
    ...(new Set(reminderDays).size < reminderDays.length
      ? [{ code: 'feedback.reminder-twice', at: '/reminderDays' }]
      : []),
    ...(isHalf ? [{ code: 'feedback.contact-incomplete', at: '/contact/phone' }] : []),
    ...faultsInQuestions(questions),
  ]
}

type Meetings = {
  kinds: readonly RoundKind[]
  meetings: Partial<Record<MeetingKind, MeetingDraft>>
}

/** The meetings that are stated, of the kinds that are chosen; one may be left to be set later. */
export function meetingsIn({ kinds, meetings }: Meetings) {
  return MEETING_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => {
    const meeting = meetings[kind]
    return meeting && !isUnset(meeting) ? [{ kind, meeting }] : []
  })
}

/** Why the meetings of a round cannot be announced as they stand. */
export function obstaclesInMeetings(
  prepared: Meetings,
  term: { now: string; opensAt?: string; dueAt: string },
): Obstacle[] {
  return meetingsIn(prepared).flatMap(({ kind, meeting }) =>
    (isWhole(meeting) ? faultsInTime(meeting, term) : faultsInMeeting(meeting)).map((fault) => ({
      ...fault,
      at: `/meetings/${kind}${fault.at ?? ''}`,
    })),
  )
}
