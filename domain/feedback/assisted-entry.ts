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

/** A form on paper, page by page: scanned as one file, or each page a picture. */
export const mostScans = 10
const SCAN_KINDS = ['pdf', 'jpeg', 'png'] as const

export function isScanKind(kind: string): boolean {
  return SCAN_KINDS.some((each) => each === kind)
}

/** While the unit has written nothing of its own. */
export const UNWRITTEN_STATES = ['NOT_OPENED', 'OPENED', 'READ'] as const satisfies AnswerState[]

export function isUnwritten(state: string): boolean {
  return UNWRITTEN_STATES.some((each) => each === state)
}
