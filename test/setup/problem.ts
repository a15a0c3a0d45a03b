import { z } from 'zod'
import type { Answer } from '../../local/signed-in.ts'

/** RFC 9457 as our door promises it: stable code, pointers, a code one can read out. */
const problem = z.strictObject({
  type: z.string().regex(/^\/problems\/[a-z]+\.[a-zA-Z-]+$/),
  title: z.string().min(5),
  status: z.int().min(400).max(599),
  code: z.string().regex(/^[a-z]+\.[a-zA-Z-]+$/),
  trace: z.string().regex(/^[A-Z][2-9][A-Z]-\d{2}$/),
  errors: z.array(
    z.strictObject({
      pointer: z.string().regex(/^(\/.*)?$/),
      code: z.string().regex(/^[a-z]+\.[a-zA-Z-]+$/),
      detail: z.string().min(3),
    }),
  ),
  details: z.unknown().optional(),
})

/** What must never leave the house: stacks, SQL, names of its rooms. */
const inner = /Error:|node_modules|\bat \/|\bselect .* from\b|pg_|\/tmp\/|violates|relation "/i

/** Null when the answer is a problem as it should be; otherwise what is wrong with it. */
export function wrongWithProblem({ status, headers, body }: Answer): string | null {
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return `content-type ${type}`
  if (headers.get('cache-control') !== 'no-store') return 'may be cached'
  return wrongWithWords(body, { status, trace: headers.get('x-trace') })
}

/** The same of the problem alone, which came as this status under this trace. */
export function wrongWithWords(
  body: unknown,
  came: { status: number; trace: string | null },
): string | null {
  const read = problem.safeParse(body)
  if (!read.success) return read.error.message
  if (read.data.status !== came.status)
    return `status ${read.data.status} in the body, ${came.status} outside`
  if (read.data.trace !== came.trace) return 'another trace in the header'
  const said = [read.data.title, ...read.data.errors.map(({ detail }) => detail)]
  const unsaid = said.find((text) => /^[a-z]+\.(refusals|faults)\./.test(text))
  if (unsaid) return `no sentence for ${unsaid}`
  if (said.some((text) => text.includes('{{'))) return `a sentence with a hole: ${said.join(' | ')}`
  const leaked = inner.exec(JSON.stringify(body))
  return leaked ? `tells too much: ${leaked[0]}` : null
}
