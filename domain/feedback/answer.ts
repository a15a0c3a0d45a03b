import type { Obstacle } from '../grammar/obstacle.ts'

export const ANSWER_STATES = [
  'NOT_OPENED',
  'OPENED',
  'READ',
  'DRAFT',
  'WITH_PRESIDENT',
  'RETURNED_BY_PRESIDENT',
  'SUBMITTED',
  'WITHDRAWN',
  'COUNTED',
  'NO_ANSWER',
  'EXCUSED',
] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

/** How an answer that is waited for may end unsent: by the close, or excused before it. */
const SILENT = ['NO_ANSWER', 'EXCUSED'] as const

/** The states in which the federation waits for a unit; an excuse taken back leads to its own. */
export const OUTSTANDING_STATES = [
  'NOT_OPENED',
  'OPENED',
  'READ',
  'DRAFT',
  'WITH_PRESIDENT',
  'RETURNED_BY_PRESIDENT',
  'WITHDRAWN',
] as const satisfies readonly AnswerState[]

export const ANSWER_MOVES = {
  // signed at once where the unit confirms what was entered for it from paper
  NOT_OPENED: ['OPENED', 'READ', 'DRAFT', 'SUBMITTED', ...SILENT],
  OPENED: ['READ', 'DRAFT', 'SUBMITTED', ...SILENT],
  READ: ['DRAFT', 'SUBMITTED', ...SILENT],
  DRAFT: ['WITH_PRESIDENT', ...SILENT],
  WITH_PRESIDENT: ['SUBMITTED', 'RETURNED_BY_PRESIDENT', ...SILENT],
  RETURNED_BY_PRESIDENT: ['DRAFT', 'WITH_PRESIDENT', ...SILENT],
  SUBMITTED: ['WITHDRAWN', 'COUNTED'],
  WITHDRAWN: ['DRAFT', 'WITH_PRESIDENT', ...SILENT],
  COUNTED: [],
  NO_ANSWER: [],
  EXCUSED: OUTSTANDING_STATES,
} as const satisfies Record<AnswerState, readonly AnswerState[]>

export function isAnswerState(text: string): text is AnswerState {
  return ANSWER_STATES.some((state) => state === text)
}

export function mayBecome(from: AnswerState, to: AnswerState): boolean {
  const next: readonly AnswerState[] = ANSWER_MOVES[from]
  return next.includes(to)
}

/** Whether the federation still waits for this unit. */
export function isOutstanding(state: AnswerState): boolean {
  const next: readonly AnswerState[] = ANSWER_MOVES[state]
  return next.includes('NO_ANSWER')
}

/** What the close makes of an answer; silence is "no opinion", and who was excused is not silent. */
export function stateAfterClose(state: AnswerState): AnswerState {
  if (state === 'SUBMITTED') return 'COUNTED'
  return isOutstanding(state) ? 'NO_ANSWER' : state
}

export type Keys = {
  /** Who sent the answer on to the president. */
  sentOnBy: string | null
  signerId: string
  /** Everybody who holds an account for this unit today, dated substitutes included. */
  holderIds: readonly string[]
}

/**
 * Two keys: who writes does not sign. Where a unit has one person alone, that person turns both,
 * and each is a deed of its own (settled 9).
 */
export function obstaclesToSigning(keys: Keys): Obstacle[] {
  if (keys.sentOnBy === null) return [{ code: 'feedback.not-sent-on' }]
  const isAlone = keys.holderIds.every((id) => id === keys.signerId)
  const isSamePerson = keys.sentOnBy === keys.signerId
  return isSamePerson && !isAlone ? [{ code: 'feedback.second-key-needed' }] : []
}
