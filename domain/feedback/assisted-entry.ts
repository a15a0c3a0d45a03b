import type { AnswerState } from './answer.ts'

/** How far an answer entered from paper is; only CONFIRMED counts, as the unit's own. */
export const ASSISTED_STATES = [
  'ENTERING',
  'OFFERED',
  'CONFIRMED',
  'REFUSED',
  'TAKEN_OVER',
  'LAPSED',
] as const
export type AssistedState = (typeof ASSISTED_STATES)[number]

/** While the unit has written nothing of its own. */
export const UNWRITTEN_STATES = ['NOT_OPENED', 'OPENED', 'READ'] as const satisfies AnswerState[]

export function isUnwritten(state: string): boolean {
  return UNWRITTEN_STATES.some((each) => each === state)
}
