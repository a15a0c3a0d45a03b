import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type Fault, Refusal, type RefusalKind } from '../domain/grammar/refusal.ts'
import { type Language, say, sayRefusal } from '../domain/text/say.ts'

const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  'wrong-state': 409,
  stale: 412,
  'not-allowed': 403,
  'not-found': 404,
  unauthenticated: 401,
  'too-many': 429,
  unavailable: 503,
}

/** RFC 9457, with what our screens need: a stable code, pointers, and a code one can say aloud. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  trace: z.string().describe('A short code to read out when calling for help'),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })),
  details: z.unknown().optional(),
})
export type Problem = z.output<typeof problem>

/** A refusal of the HTTP edge itself, with its own status. */
export class EdgeRefusal extends Refusal {
  readonly status: number
  constructor(code: string, status: number) {
    super(code, 'invalid')
    this.status = status
  }
}

export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const refusal = asRefusal(error)
    if (refusal.code === 'grammar.unexpected')
      log.error({ err: error, trace: res.locals.trace }, 'unexpected')
    sendProblem(refusal, req, res)
  }
}

export function sendProblem(refusal: Refusal, req: Request, res: Response): void {
  const body = problemOf(refusal, { language: languageOf(req), trace: String(res.locals.trace) })
  if (refusal.retryAfterSeconds) res.set('retry-after', String(refusal.retryAfterSeconds))
  res.status(body.status).type('application/problem+json').send(JSON.stringify(body))
}

/** What a refusal reads like to whoever was refused. */
export function problemOf(
  refusal: Refusal,
  { language, trace }: { language: Language; trace: string },
): Problem {
  return {
    type: `/problems/${refusal.code}`,
    title: sayRefusal(language, refusal.code, refusal.params),
    status: refusal instanceof EdgeRefusal ? refusal.status : statusOf[refusal.kind],
    code: refusal.code,
    trace,
    errors: refusal.faults.map((fault) => written(fault, language)),
    ...(refusal.details !== undefined && { details: refusal.details }),
  }
}

export function languageOf(req: Request): Language {
  return req.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi'
}

function written({ code, at, params }: Fault, language: Language) {
  const [word, ...fact] = code.split('.')
  const kind = word === 'grammar' ? 'faults' : 'refusals'
  return { pointer: at, code, detail: say(language, `${word}.${kind}.${fact.join('.')}`, params) }
}

const parserRefusals: Readonly<Record<string, readonly [code: string, status: number]>> = {
  'entity.too.large': ['grammar.body-too-large', 413],
  'entity.parse.failed': ['grammar.invalid-json', 400],
  'encoding.unsupported': ['grammar.not-json', 415],
  'charset.unsupported': ['grammar.not-json', 415],
}

/** Body parser, database and everything else that was not a `Refusal` yet. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { type = '' } = Object(error) as Partial<Record<string, string>>
  const ofParser = parserRefusals[type]
  if (ofParser) return new EdgeRefusal(...ofParser)
  if (error instanceof URIError) return new EdgeRefusal('grammar.no-such-address', 400)
  if (isDatabaseGone(error))
    return new Refusal('grammar.database-unreachable', 'unavailable', { retryAfterSeconds: 2 })
  return new EdgeRefusal('grammar.unexpected', 500)
}

/** Said by the pool and its connections, without any code. */
const goneWords =
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|Cannot use a pool/

/** The account library wraps what it was told, so the causes are asked too. */
function isDatabaseGone(error: unknown, depth = 0): boolean {
  const { code, message, cause } = Object(error) as Partial<Record<string, unknown>>
  if (typeof code === 'string' && isConnectionLoss(code)) return true
  if (typeof message === 'string' && goneWords.test(message)) return true
  return cause !== undefined && depth < 5 && isDatabaseGone(cause, depth + 1)
}

/** Class 08, shutdown and start-up of the server, a broken socket, or a lock that nobody lets go. */
function isConnectionLoss(code: string): boolean {
  return (
    code.startsWith('08') ||
    ['57P01', '57P02', '57P03', '55P03', '57014', '40001', '40P01'].includes(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)
  )
}
