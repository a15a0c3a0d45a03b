import { writeNumber } from '../grammar/text.ts'

/** The sentence of a key in one dictionary, for whoever must not carry the other one along. */
export function sayFrom(
  dictionary: object,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const found = key.split('.').reduce<unknown>(childOf, dictionary)
  if (typeof found !== 'string') return key
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => written(params[name] ?? ''))
}

function childOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
}

/** 3.822 in Vietnamese papers; years and ordinals come in as text where they must not be grouped. */
function written(value: string | number): string {
  return typeof value === 'number' && value >= 10_000 ? writeNumber(value) : String(value)
}
