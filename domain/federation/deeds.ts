import type { Deed } from '../grammar/deed.ts'

export const federationDeeds = {} as const satisfies Record<string, Deed>
