import type { ClassState, NominationState, ReleaseState } from '../../domain/classes/class-state.ts'
import {
  day,
  dayOfInstant,
  timeOfInstant,
  writeDay,
  writeDayAndMonth,
} from '../../domain/grammar/day.ts'
import type { StateTone } from '../kit/StateWord.tsx'
import { weekdayAndDay } from '../weekday.ts'

export const classTone = {
  PLANNED: 'not',
  OPEN_FOR_NOMINATION: 'now',
  LIST_FIXED: 'now',
  RUNNING: 'now',
  MARKING: 'now',
  CERTIFYING: 'now',
  SETTLED: 'done',
  CLOSED: 'done',
  POSTPONED: 'soon',
  CANCELLED: 'not',
} as const satisfies Record<ClassState, StateTone>

export const nominationTone = {
  PROPOSED: 'soon',
  UNIT_APPROVED: 'now',
  RELEASE_PENDING: 'now',
  CONFIRMED: 'done',
  WAITLISTED: 'not',
  REFUSED_BY_EMPLOYER: 'act',
  WITHDRAWN: 'not',
  ATTENDED: 'done',
  NO_SHOW: 'not',
} as const satisfies Record<NominationState, StateTone>

export const releaseTone = {
  NOT_NEEDED: 'done',
  NOT_ASKED: 'not',
  ASKED: 'soon',
  GRANTED: 'done',
  REFUSED: 'act',
  NO_ANSWER: 'soon',
} as const satisfies Record<ReleaseState, StateTone>

/** '13/4–15/4/2027', or '13/4/2027' for a single day. */
export function daysWords({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const last = writeDay(day(endsOn))
  return startsOn === endsOn ? last : `${writeDayAndMonth(day(startsOn))}–${last}`
}

/** '23/3/2027, 17:00'. */
export function instantWords(at: string): string {
  return `${writeDay(dayOfInstant(at))}, ${timeOfInstant(at)}`
}

export function dayOf(at: string): string {
  return writeDay(dayOfInstant(at))
}

/** 'thứ Ba 13/4, 07:30–11:00'. */
export function sessionWords({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const on = weekdayAndDay(dayOfInstant(startsAt))
  return `${on}, ${timeOfInstant(startsAt)}–${timeOfInstant(endsAt)}`
}
