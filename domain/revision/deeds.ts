import type { Deed } from '../grammar/deed.ts'

export const revisionDeeds = {} as const satisfies Record<string, Deed>
