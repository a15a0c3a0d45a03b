import { writeNumber } from '../grammar/text.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

export type Language = 'vi' | 'en'

const dictionaries: Record<Language, unknown> = { vi, en }

/**
 * The sentence of a key such as `feedback.refusals.closed`, its {{params}} filled in.
 * A key without a sentence is returned as it is; test/rules/dictionaries.test.ts finds it first.
 */
export function say(
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const found = key.split('.').reduce<unknown>(childOf, dictionaries[language])
  if (typeof found !== 'string') return key
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => written(params[name] ?? ''))
}

/** The sentence of a refusal or fault code `<word>.<fact>`. */
export function sayRefusal(
  language: Language,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const [word, ...fact] = code.split('.')
  return say(language, `${word}.refusals.${fact.join('.')}`, params)
}

function childOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
}

/** 3.822 in Vietnamese papers; years and ordinals come in as text where they must not be grouped. */
function written(value: string | number): string {
  return typeof value === 'number' && value >= 10_000 ? writeNumber(value) : String(value)
}
