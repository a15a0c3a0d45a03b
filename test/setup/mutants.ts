import { z } from 'zod'

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A valid value for a schema: the smallest that can be made without knowing what it means. */
export function sampleOf(schema: z.ZodType): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input' }) as Json)
}

function sample(schema: Json): unknown {
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const [choice] = (schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []) as Json[]
  if (choice) return sample(choice)
  return samplers[String(schema.type)]?.(schema) ?? null
}

const samplers: Record<string, (schema: Json) => unknown> = {
  object: sampleObject,
  array: ({ minItems, items }) =>
    Array.from({ length: Number(minItems ?? 0) }, () => sample(items as Json)),
  string: sampleText,
  integer: ({ minimum }) => Math.max(Number(minimum ?? 1), 1),
  number: ({ minimum }) => Math.max(Number(minimum ?? 1), 1),
  boolean: () => true,
}

function sampleObject({ properties, required }: Json): Json {
  const known = Object.entries((properties ?? {}) as Record<string, Json>)
  const needed = new Set((required ?? []) as string[])
  return Object.fromEntries(
    known.filter(([key]) => needed.has(key)).map(([key, inner]) => [key, sample(inner)]),
  )
}

const formats: Record<string, string> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2027-05-05',
  'date-time': '2027-05-05T00:00:00.000Z',
  email: 'a@b.vn',
}

function sampleText({ format, minLength, pattern }: Json): string {
  const known = formats[String(format)]
  if (known) return known
  if (String(pattern).includes('0-9a-f]{64}')) return 'a'.repeat(64)
  return 'Nội dung'.padEnd(Number(minLength ?? 0), ' đầy đủ')
}

export type Mutant = { what: string; body: unknown }

const strangeTexts = [
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  'e\u0301'.repeat(50),
  '{{7*7}}${7*7}',
  "'; drop table plan; --",
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  'x'.repeat(100_000),
]
const strangeNumbers = [-1, 0.5, 1e300, -0, 2 ** 53, 1e21, 0.1 + 0.2]
const otherKinds: unknown[] = [null, true, 0, 'text', [], {}, [null], { a: 1 }]
const strangeDays = ['2027-02-30', '0000-01-01', '10000-01-01', '2027-05-05T24:00', '05/05/2027']

/** The body with one thing wrong in it, in every place; the same list in every run. */
export function mutantsOf(valid: unknown): Mutant[] {
  const inPlaces = placesOf(valid).flatMap(({ path, value }) => [
    ...otherKinds.map((other) =>
      put(valid, path, other, `another kind (${JSON.stringify(other)})`),
    ),
    ...(typeof value === 'string'
      ? [...strangeTexts, ...strangeDays].map((text) => put(valid, path, text, 'strange text'))
      : []),
    ...(typeof value === 'number'
      ? strangeNumbers.map((number) => put(valid, path, number, `number ${number}`))
      : []),
    ...(isObject(value) ? withOddKeys(valid, path, value) : []),
    ...(Array.isArray(value)
      ? [put(valid, path, Array(5_000).fill(value[0] ?? null), 'a long list')]
      : []),
  ])
  return [...inPlaces, { what: 'a list', body: [valid] }, { what: 'nested', body: nested(3_000) }]
}

function withOddKeys(valid: unknown, path: readonly string[], value: Json): Mutant[] {
  const missing = Object.keys(value).map((key) => {
    const { [key]: _, ...rest } = value
    return put(valid, path, rest, `without ${key}`)
  })
  const extra = ['colour', '__proto__', 'constructor', 'toJSON', 'then', 'Id', ''].map((key) =>
    put(
      valid,
      path,
      Object.defineProperty({ ...value }, key, { value: { a: 1 }, enumerable: true }),
      `with ${key}`,
    ),
  )
  return [...missing, ...extra]
}

function nested(depth: number): unknown {
  let inner: unknown = 1
  for (let n = 0; n < depth; n += 1) inner = { a: inner }
  return inner
}

function placesOf(value: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key]))
      : []
  return [{ path, value }, ...inner]
}

function put(body: unknown, path: readonly string[], value: unknown, what: string): Mutant {
  return { what: `${what} at /${path.join('/')}`, body: replaced(body, path, value) }
}

function replaced(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(body))
    return body.map((each, index) => (String(index) === key ? replaced(each, rest, value) : each))
  return isObject(body) ? { ...body, [key]: replaced(body[key], rest, value) } : body
}
