import type { Deed } from '../grammar/deed.ts'

export const cycleDeeds = {} as const satisfies Record<string, Deed>
