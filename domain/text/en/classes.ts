import type { Translated } from '../translated.ts'
import type { classes as vi } from '../vi/classes.ts'
import { teaching } from './teaching.ts'

export const classes: Translated<typeof vi> = {
  ...teaching,
  refusals: { ...teaching.refusals },
  deeds: { ...teaching.deeds },
}
