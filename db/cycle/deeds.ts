import type { Performer } from '../performer.ts'

export const cyclePerformers: Performer[] = []
