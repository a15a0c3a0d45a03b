export const SESSION_KINDS = [
  'THEORY',
  'PRACTICE',
  'Q_AND_A',
  'TEST',
  'VISIT',
  'OPENING',
  'CLOSING',
] as const

/** By the organiser alone, together with a partner, or sent to somebody else's class. */
export const CLASS_MODES = ['DIRECT', 'JOINT', 'SENT'] as const

export const TRAINING_KINDS = ['FORMAL', 'UPSKILLING', 'WORKSHOP'] as const

export const CERTIFICATE_TYPES = ['CERTIFICATE', 'COMPLETION_NOTE'] as const
