import type { Performer } from '../performer.ts'

export const papersPerformers: Performer[] = []
