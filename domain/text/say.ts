import { en } from './en.ts'
import { sayFrom } from './say-from.ts'
import { vi } from './vi.ts'

export type Language = 'vi' | 'en'

const dictionaries: Record<Language, object> = { vi, en }

/**
 * The sentence of a key such as `feedback.refusals.closed`, its {{params}} filled in.
 * A key without a sentence is returned as it is; test/rules/dictionaries.test.ts finds it first.
 */
export function say(
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return sayFrom(dictionaries[language], key, params)
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
