import { z } from 'zod'

const problemReply = z.object({
  title: z.string(),
  status: z.number(),
  code: z.string(),
  trace: z.string().default(''),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))
    .default([]),
  details: z.unknown().optional(),
})

export type FieldProblem = { pointer: string; code: string; detail: string }
type Told = z.output<typeof problemReply> & { retryAfterSeconds?: number | undefined }

/** The server said no, in words for the reader (`title`) and with a code for us. */
export class Problem extends Error {
  readonly code: string
  readonly title: string
  readonly status: number
  readonly errors: readonly FieldProblem[]
  /** A short code to read out over the telephone. */
  readonly trace: string
  readonly details: unknown
  readonly retryAfterSeconds: number | undefined

  constructor(told: Told) {
    super(told.title)
    this.name = 'Problem'
    this.code = told.code
    this.title = told.title
    this.status = told.status
    this.errors = told.errors
    this.trace = told.trace
    this.details = told.details
    this.retryAfterSeconds = told.retryAfterSeconds
  }
}

/** The line is down: nothing is known about what the server did with the last request. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

/** Reads the refusal out of a reply, also when something in between answered in its place. */
export async function problemOf(reply: Response): Promise<Problem> {
  const retryAfter = Number(reply.headers.get('retry-after') ?? Number.NaN)
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : undefined
  const told = problemReply.safeParse(await reply.json().catch(() => null))
  if (told.success) return new Problem({ ...told.data, retryAfterSeconds })
  return new Problem({
    title: reply.statusText || String(reply.status),
    status: reply.status,
    code: 'grammar.unexpected',
    trace: '',
    errors: [],
    details: undefined,
    retryAfterSeconds,
  })
}
