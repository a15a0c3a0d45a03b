import type { Translated } from '../translated.ts'
import { certificateLookUp } from './certificate-look-up.ts'
import type { classes as vi } from '../vi/classes.ts'

export const classes: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
  lookUp: certificateLookUp,
}
