import { dayOfInstant, instantAt } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { addWorkingDays, type Holiday, workingDaysLater } from '../grammar/working-days.ts'
import { type AnswerState, isOutstanding } from './answer.ts'

/** Agreed to and not open yet, then open to answers, then closed for good. */
export const ROUND_STATES = ['PLANNED', 'OPEN', 'CLOSED'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** Whose days still move with the calendar. */
export const RUNNING = ['PLANNED', 'OPEN'] as const satisfies RoundState[]

/** All instants are ISO texts, as the database's clock gives them. */
export type Obligation = { unitId: string; state: AnswerState; dueAt: string; graceUntil: string }

const isAfter = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b)
const latest = (instants: readonly string[]): string | null =>
  instants.reduce<string | null>((last, at) => (last && !isAfter(at, last) ? last : at), null)

export type Timeliness = 'onTime' | 'late' | 'closed'

/**
 * What an answer is that arrives at this moment (settled 7): on time up to and including the due
 * instant, late up to the end of the grace, and refused from then on and once the round is closed.
 */
export function timelinessAt(
  now: string,
  obligation: Pick<Obligation, 'dueAt' | 'graceUntil'>,
  closedAt: string | null = null,
): Timeliness {
  if (closedAt !== null || isAfter(now, obligation.graceUntil)) return 'closed'
  return isAfter(now, obligation.dueAt) ? 'late' : 'onTime'
}

/** When a unit's answer is due: what the round says, or the latest extension it was granted. */
export function dueAtOf(roundDueAt: string, extensions: readonly string[]): string {
  return latest([roundDueAt, ...extensions]) ?? roundDueAt
}

export function graceUntilOf(
  dueAt: string,
  graceDays: number,
  holidays: readonly Holiday[],
): string {
  return workingDaysLater(dueAt, graceDays, holidays)
}

/** A round closes when the last grace is over, over all obligations; null without any. */
export function closesAt(obligations: readonly Pick<Obligation, 'graceUntil'>[]): string | null {
  return latest(obligations.map((obligation) => obligation.graceUntil))
}

/** Whom an early close cuts off: who is still waited for and would have had time. */
export function cutOffAt(now: string, obligations: readonly Obligation[]): Obligation[] {
  return obligations.filter((each) => isOutstanding(each.state) && !isAfter(now, each.graceUntil))
}

export function obstaclesToClosingEarly(closing: {
  reason: string
  closedAt: string | null
}): Obstacle[] {
  if (closing.closedAt !== null) return [{ code: 'feedback.round-closed' }]
  return closing.reason.trim() === '' ? [{ code: 'feedback.reason-missing', at: '/reason' }] : []
}

export type Extending = {
  now: string
  current: string
  wanted: string
  reason: string
  state: AnswerState
  closedAt: string | null
}

/** An extension only ever gives time, and only to a unit that has not answered. */
export function obstaclesToExtending(extending: Extending): Obstacle[] {
  const { now, current, wanted, reason, state, closedAt } = extending
  if (closedAt !== null) return [{ code: 'feedback.round-closed' }]
  if (!isOutstanding(state)) return [notWaitedFor(state)]
  const obstacles: Obstacle[] = []
  if (!isAfter(wanted, current) || !isAfter(wanted, now)) {
    obstacles.push({ code: 'feedback.extension-not-later', at: '/dueAt' })
  }
  if (reason.trim() === '') obstacles.push({ code: 'feedback.reason-missing', at: '/reason' })
  return obstacles
}

/** A unit asks for what could be granted to it, and waits for one answer at a time. */
export function obstaclesToAskingForTime(asking: Extending & { isAsked: boolean }): Obstacle[] {
  const { isAsked, ...extending } = asking
  if (isAsked) return [{ code: 'feedback.extension-asked' }]
  return obstaclesToExtending(extending)
}

function notWaitedFor(state: AnswerState): Obstacle {
  return { code: state === 'EXCUSED' ? 'feedback.excused' : 'feedback.already-answered' }
}

const DAY_MS = 86_400_000

/** At most one reminder per unit in 24 hours, and none to who has answered. */
export function obstaclesToReminding(reminding: {
  now: string
  lastSentAt: string | null
  state: AnswerState
}): Obstacle[] {
  const { now, lastSentAt, state } = reminding
  if (!isOutstanding(state)) return [notWaitedFor(state)]
  const sinceMs = lastSentAt === null ? DAY_MS : Date.parse(now) - Date.parse(lastSentAt)
  if (sinceMs >= DAY_MS) return []
  const hours = Math.ceil((DAY_MS - sinceMs) / 3_600_000)
  return [{ code: 'feedback.reminded-recently', params: { hours } }]
}

/** When the round itself reminds: at eight, so many working days before the due day. */
export function reminderInstants(
  dueAt: string,
  holidays: readonly Holiday[],
  days: readonly number[],
): { moment: string; at: string }[] {
  const lastDay = dayOfInstant(dueAt)
  return days
    .toSorted((a, b) => b - a)
    .map((before) => ({
      moment: `D-${before}`,
      at: instantAt(addWorkingDays(lastDay, -before, holidays), '08:00'),
    }))
}
