import type { Deed } from '../grammar/deed.ts'

export const draftDeeds = {} as const satisfies Record<string, Deed>
