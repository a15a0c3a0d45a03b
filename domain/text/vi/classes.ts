import { teaching } from './teaching.ts'

export const classes = {
  ...teaching,
  refusals: { ...teaching.refusals },
  deeds: { ...teaching.deeds },
} as const
