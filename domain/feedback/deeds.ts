import type { Deed } from '../grammar/deed.ts'

export const feedbackDeeds = {} as const satisfies Record<string, Deed>
