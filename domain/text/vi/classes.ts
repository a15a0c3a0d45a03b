import { nominatingPages } from './nominating-pages.ts'
import { organising } from './organising.ts'
import { organisingPages } from './organising-pages.ts'
import { teaching } from './teaching.ts'

export const classes = {
  ...teaching,
  ...organisingPages,
  ...nominatingPages,
  ...organising,
  refusals: { ...teaching.refusals, ...organising.refusals },
  deeds: { ...teaching.deeds, ...organising.deeds },
  letters: { ...teaching.letters, ...organising.letters },
} as const
