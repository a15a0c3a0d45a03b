import type { Request } from 'express'
import { z } from 'zod'
import { type Fault, Refusal } from '../domain/grammar/refusal.ts'
import type { Route } from '../domain/grammar/route.ts'

/** A route without a query or body takes no notice of what is sent along. */
const nothing = z.unknown().transform(() => undefined)

/** Params, query and body as the contract describes them, all text in NFC; or every fault at once. */
export function parseInput(
  route: Route,
  req: Pick<Request, 'params' | 'query' | 'body'>,
): { params: unknown; query: unknown; body: unknown } {
  const params = route.params?.safeParse(toNfc(req.params))
  // An id that cannot be one is a thing that is not there.
  if (params && !params.success) throw new Refusal('grammar.not-found', 'not-found')
  const query = judged(route.query ?? nothing, { ...req.query }, '/query')
  const body = judged(route.body ?? nothing, req.body ?? {}, '')
  const faults = [...query.faults, ...body.faults]
  if (faults.length > 0) throw new Refusal('grammar.invalid-input', 'invalid', { faults })
  return { params: params?.data, query: query.data, body: body.data }
}

/** A body that belongs to no route of the contracts: the account library's doors. */
export function parseBody<S extends z.ZodType>(schema: S, req: Request): z.output<S> {
  const { data, faults } = judged(schema, req.body ?? {}, '')
  if (faults.length > 0) throw new Refusal('grammar.invalid-input', 'invalid', { faults })
  return data as z.output<S> // without a fault it is what the schema makes of it
}

function judged(schema: z.ZodType | undefined, given: unknown, prefix: string) {
  if (!schema) return { data: undefined, faults: [] }
  const unkept = unkeptTexts(given, prefix)
  if (unkept.length > 0) return { data: undefined, faults: unkept }
  const found = schema.safeParse(toNfc(given))
  return { data: found.data, faults: found.success ? [] : faultsOf(found.error, prefix) }
}

/** NUL and half a character are in no database: refused here, before they become another text. */
const unkeepable = /\0|\p{Surrogate}/u

/** No form of ours is as deep; what goes deeper is built to exhaust whoever walks it. */
const deepest = 20

function unkeptTexts(value: unknown, at: string, depth = 0): Fault[] {
  if (typeof value === 'string')
    return unkeepable.test(value) ? [{ code: 'grammar.control-characters', at }] : []
  if (typeof value !== 'object' || value === null) return []
  if (depth === deepest) return [{ code: 'grammar.wrong-type', at }]
  return Object.entries(value).flatMap(([key, inner]) =>
    unkeepable.test(key)
      ? [{ code: 'grammar.control-characters', at }]
      : unkeptTexts(inner, `${at}/${pointerPart(key)}`, depth + 1),
  )
}

/** Stored text is NFC whatever keyboard it came from, keys included. */
export function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(toNfc)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.normalize('NFC'), toNfc(inner)]),
  )
}

export function faultsOf(error: z.ZodError, prefix: string): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, prefix))
}

function faultsOfIssue(issue: z.core.$ZodIssue, prefix: string): Fault[] {
  const at = prefix + issue.path.map((part) => `/${pointerPart(String(part))}`).join('')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'grammar.unknown-field',
      at: `${at}/${pointerPart(key)}`,
      params: { key },
    }))
  return [{ at, ...codeOf(issue) }]
}

/** A schema may name its own code (`draft.term-too-long`); otherwise the kind of issue has one. */
function codeOf(issue: z.core.$ZodIssue): Omit<Fault, 'at'> {
  if (/^[a-z]+\.[a-z-]+$/.test(issue.message)) return { code: issue.message }
  if (issue.code === 'too_small')
    return { code: smallCode(issue), params: { minimum: Number(issue.minimum) } }
  if (issue.code === 'too_big')
    return { code: bigCode(issue), params: { maximum: Number(issue.maximum) } }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { code: 'grammar.required' }
  if (issue.code === 'invalid_format' && issue.input === '') return { code: 'grammar.required' }
  if (issue.code === 'invalid_format' && issue.format === 'uuid')
    return { code: 'grammar.not-an-id' }
  return { code: codes[issue.code] ?? 'grammar.wrong-type' }
}

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_value: 'grammar.not-a-choice',
  invalid_union: 'grammar.not-a-choice',
  not_multiple_of: 'grammar.not-whole',
}

function smallCode({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return Number(minimum) === 1 ? 'grammar.required' : 'grammar.too-short'
  return origin === 'array' ? 'grammar.too-few' : 'grammar.too-small'
}

function bigCode({ origin }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return 'grammar.too-long'
  return origin === 'array' ? 'grammar.too-many' : 'grammar.too-big'
}

function pointerPart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}
