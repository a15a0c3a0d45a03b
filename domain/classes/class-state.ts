export const CLASS_STATES = [
  'PLANNED',
  'OPEN_FOR_NOMINATION',
  'LIST_FIXED',
  'RUNNING',
  'MARKING',
  'CERTIFYING',
  'SETTLED',
  'CLOSED',
  'POSTPONED',
  'CANCELLED',
] as const
export type ClassState = (typeof CLASS_STATES)[number]

/** A postponed class comes back to where it stood, with its people, once it has new dates. */
export const CLASS_MOVES = {
  PLANNED: ['OPEN_FOR_NOMINATION', 'POSTPONED', 'CANCELLED'],
  OPEN_FOR_NOMINATION: ['LIST_FIXED', 'POSTPONED', 'CANCELLED'],
  LIST_FIXED: ['RUNNING', 'POSTPONED', 'CANCELLED'],
  RUNNING: ['MARKING'],
  MARKING: ['CERTIFYING', 'SETTLED'],
  CERTIFYING: ['SETTLED'],
  SETTLED: ['CLOSED'],
  CLOSED: [],
  POSTPONED: ['PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED', 'CANCELLED'],
  CANCELLED: [],
} as const satisfies Record<ClassState, readonly ClassState[]>

export const NOMINATION_STATES = [
  'PROPOSED',
  'UNIT_APPROVED',
  'RELEASE_PENDING',
  'CONFIRMED',
  'WAITLISTED',
  'REFUSED_BY_EMPLOYER',
  'WITHDRAWN',
  'ATTENDED',
  'NO_SHOW',
] as const
export type NominationState = (typeof NOMINATION_STATES)[number]

/** A release that was granted brings the nominee back to what the unit has approved. */
export const NOMINATION_MOVES = {
  PROPOSED: ['UNIT_APPROVED', 'WITHDRAWN'],
  UNIT_APPROVED: ['RELEASE_PENDING', 'CONFIRMED', 'WAITLISTED', 'REFUSED_BY_EMPLOYER', 'WITHDRAWN'],
  RELEASE_PENDING: ['UNIT_APPROVED', 'CONFIRMED', 'WAITLISTED', 'REFUSED_BY_EMPLOYER', 'WITHDRAWN'],
  CONFIRMED: ['ATTENDED', 'NO_SHOW', 'REFUSED_BY_EMPLOYER', 'WITHDRAWN'],
  WAITLISTED: ['CONFIRMED', 'REFUSED_BY_EMPLOYER', 'WITHDRAWN'],
  REFUSED_BY_EMPLOYER: [],
  WITHDRAWN: [],
  ATTENDED: ['NO_SHOW'],
  NO_SHOW: ['ATTENDED'],
} as const satisfies Record<NominationState, readonly NominationState[]>

export const RELEASE_STATES = [
  'NOT_NEEDED',
  'NOT_ASKED',
  'ASKED',
  'GRANTED',
  'REFUSED',
  'NO_ANSWER',
] as const
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** An employer who did not answer in time may still answer. */
export const RELEASE_MOVES = {
  NOT_NEEDED: [],
  NOT_ASKED: ['ASKED', 'GRANTED', 'REFUSED'],
  ASKED: ['GRANTED', 'REFUSED', 'NO_ANSWER'],
  GRANTED: ['REFUSED'],
  REFUSED: [],
  NO_ANSWER: ['ASKED', 'GRANTED', 'REFUSED'],
} as const satisfies Record<ReleaseState, readonly ReleaseState[]>

export function mayClassBecome(from: ClassState, to: ClassState): boolean {
  const next: readonly ClassState[] = CLASS_MOVES[from]
  return next.includes(to)
}

export function mayNominationBecome(from: NominationState, to: NominationState): boolean {
  const next: readonly NominationState[] = NOMINATION_MOVES[from]
  return next.includes(to)
}

/** Who stands on the fixed list: confirmed, and what became of them in the class. */
export const ON_THE_LIST = ['CONFIRMED', 'ATTENDED', 'NO_SHOW'] as const

/** Who still takes part in the matter: neither withdrawn nor refused. */
export function isLiving(state: NominationState): boolean {
  return state !== 'WITHDRAWN' && state !== 'REFUSED_BY_EMPLOYER'
}
