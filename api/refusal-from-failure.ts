import type { ApplicationFailure } from '@temporalio/client'
import { z } from 'zod'
import { Refusal, type RefusalKind } from '../domain/grammar/refusal.ts'

const kinds = [
  'invalid',
  'wrong-state',
  'stale',
  'not-allowed',
  'not-found',
  'unauthenticated',
  'too-many',
  'unavailable',
] as const satisfies readonly RefusalKind[]
const params = z.record(z.string(), z.union([z.string(), z.number()]))
const detail = z.object({
  kind: z.enum(kinds),
  params,
  faults: z.array(z.object({ code: z.string(), at: z.string(), params: params.default({}) })),
})

/** A refusal that a worker said no with (worker/edge.ts), or null where it was something else. */
export function refusalFrom(failure: ApplicationFailure): Refusal | null {
  const found = detail.safeParse(failure.details?.[0])
  if (!found.success || !failure.type) return null
  const { kind, ...more } = found.data
  return new Refusal(failure.type, kind, more)
}
