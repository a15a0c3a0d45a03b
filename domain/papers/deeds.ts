import type { Deed } from '../grammar/deed.ts'

export const papersDeeds = {} as const satisfies Record<string, Deed>
