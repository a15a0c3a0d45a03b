import type { Performer } from '../performer.ts'

export const federationPerformers: Performer[] = []
