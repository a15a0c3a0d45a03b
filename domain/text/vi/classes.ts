import { certificateLookUp } from './certificate-look-up.ts'
export const classes = {
  refusals: {},
  deeds: {},
  lookUp: certificateLookUp,
} as const
