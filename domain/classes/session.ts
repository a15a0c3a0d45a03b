export const SESSION_KINDS = [
  'THEORY',
  'PRACTICE',
  'Q_AND_A',
  'TEST',
  'VISIT',
  'OPENING',
  'CLOSING',
] as const

export const CERTIFICATE_TYPES = ['CERTIFICATE', 'COMPLETION_NOTE'] as const
