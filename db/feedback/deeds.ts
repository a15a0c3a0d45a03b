import type { Performer } from '../performer.ts'

export const feedbackPerformers: Performer[] = []
