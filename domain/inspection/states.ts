/** An inspection from its planning to the last remedy. */
export const INSPECTION_STATES = [
  'PLANNED',
  'ANNOUNCED',
  'SELF_REPORT_IN',
  'ON_SITE',
  'MINUTES_SIGNED',
  'RESULT_DRAFT',
  'COMMITTEE_PASSED',
  'NOTICE_ISSUED',
  'FOLLOW_UP',
  'CLOSED',
  'CANCELLED',
] as const
export type InspectionState = (typeof INSPECTION_STATES)[number]

/** A visit may begin without a report of the unit; once it has begun, nothing is called off. */
export const INSPECTION_MOVES = {
  PLANNED: ['ANNOUNCED', 'CANCELLED'],
  ANNOUNCED: ['SELF_REPORT_IN', 'ON_SITE', 'CANCELLED'],
  SELF_REPORT_IN: ['ON_SITE', 'CANCELLED'],
  ON_SITE: ['MINUTES_SIGNED'],
  MINUTES_SIGNED: ['RESULT_DRAFT'],
  RESULT_DRAFT: ['COMMITTEE_PASSED'],
  COMMITTEE_PASSED: ['NOTICE_ISSUED'],
  NOTICE_ISSUED: ['FOLLOW_UP', 'CLOSED'],
  FOLLOW_UP: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
} as const satisfies Record<InspectionState, readonly InspectionState[]>

export function mayBecome(from: InspectionState, to: InspectionState): boolean {
  const next: readonly InspectionState[] = INSPECTION_MOVES[from]
  return next.includes(to)
}

export const INSPECTION_KINDS = [
  'TRAINING',
  'CHARTER',
  'VIOLATION_SIGN',
  'FINANCE',
  'SUPERVISION',
] as const
export type InspectionKind = (typeof INSPECTION_KINDS)[number]
