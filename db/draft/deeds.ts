import type { Performer } from '../performer.ts'

export const draftPerformers: Performer[] = []
