import type { Performer } from '../performer.ts'

export const revisionPerformers: Performer[] = []
