import type { Translated } from '../translated.ts'
import type { inspection as vi } from '../vi/inspection.ts'

export const inspection: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
}
