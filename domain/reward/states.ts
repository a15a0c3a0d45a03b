export const ROUND_KINDS = ['COMPREHENSIVE', 'THEMATIC'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** A round of commendation, from its call for files to its numbered decision. */
export const ROUND_STATES = [
  'FILING',
  'CHECKING',
  'VOTING',
  'WITH_CHAIR',
  'VOTED',
  'SIGNED',
  'DECIDED',
  'CLOSED',
] as const
export type RoundState = (typeof ROUND_STATES)[number]

export const FILE_STATES = [
  'PROPOSED',
  'CHECKED',
  'COUNCIL_VOTED',
  'DECIDED',
  'AWARDED',
  'REJECTED',
] as const
export type FileState = (typeof FILE_STATES)[number]

export const ORIGINS = ['INSPECTION', 'FIGURES'] as const

/** Longer than this no citation is read out, and none fits on the certificate. */
export const CITATION_WORDS = 60
