import type { Performer } from '../performer.ts'

export const approvalPerformers: Performer[] = []
