import type { Translated } from '../translated.ts'
import type { classes as vi } from '../vi/classes.ts'
import { nominatingPages } from './nominating-pages.ts'
import { organising } from './organising.ts'
import { organisingPages } from './organising-pages.ts'
import { teaching } from './teaching.ts'

export const classes: Translated<typeof vi> = {
  ...teaching,
  ...organisingPages,
  ...nominatingPages,
  ...organising,
  refusals: { ...teaching.refusals, ...organising.refusals },
  deeds: { ...teaching.deeds, ...organising.deeds },
  letters: { ...teaching.letters, ...organising.letters },
}
