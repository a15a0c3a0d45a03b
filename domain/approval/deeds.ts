import type { Deed } from '../grammar/deed.ts'

export const approvalDeeds = {} as const satisfies Record<string, Deed>
