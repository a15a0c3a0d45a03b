import type { Translated } from '../translated.ts'
import type { reward as vi } from '../vi/reward.ts'

export const reward: Translated<typeof vi> = {
  refusals: {},
  deeds: {},
}
