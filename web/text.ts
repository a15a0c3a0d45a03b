import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { vi } from '../domain/text/vi.ts'
import { federation } from '../domain/text/vi/federation.ts'
import { grammar } from '../domain/text/vi/grammar.ts'
import { shell } from '../domain/text/vi/shell.ts'

export type Language = 'vi' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi }
    returnNull: false
  }
}

const rememberedAt = 'training.language'
/** What is said at the door. All other words are fetched while somebody signs in. */
const atTheDoor = { shell, grammar, federation }

export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'vi'
}

/** The English dictionary is fetched only by those who read English. */
async function dictionaryFor(chosen: Language): Promise<void> {
  if (chosen === 'vi' || i18next.hasResourceBundle('en', 'translation')) return
  const { en } = await import('../domain/text/en.ts')
  i18next.addResourceBundle('en', 'translation', en)
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  await dictionaryFor(chosen)
  await i18next.changeLanguage(chosen)
  document.documentElement.lang = chosen
  localStorage.setItem(rememberedAt, chosen)
}

export async function startText(): Promise<void> {
  const remembered = localStorage.getItem(rememberedAt) === 'en' ? 'en' : 'vi'
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: atTheDoor } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  if (remembered === 'en') await chooseLanguage('en')
}

/** Every word, before the first page behind the door is drawn. */
export async function allWords(): Promise<void> {
  if (i18next.getResource('vi', 'translation', 'reward') !== undefined) return
  const { vi } = await import('../domain/text/vi.ts')
  i18next.addResourceBundle('vi', 'translation', vi)
}

/** The words of the dictionaries: `t('shell.search.label')`; unknown keys do not compile. */
export function useText() {
  return useTranslation().t
}

type Params = Readonly<Record<string, string | number>>

/** The sentence of a key that is only known at run time; null where the dictionaries have none. */
export function sayKey(key: string, params: Params = {}): string | null {
  // Keys of refusals and deeds arrive from the server as text.
  const said: string = i18next.t(key as 'shell.app', { ...params, defaultValue: '' })
  return said === '' ? null : said
}

/** The whole dictionary in the reader's language, for sentences that domain/text says. */
export function dictionary(): object {
  const bundle: unknown = i18next.getResourceBundle(language(), 'translation')
  return typeof bundle === 'object' && bundle ? bundle : {}
}

/** The sentence of a code `<word>.<fact>` such as `feedback.closed`. */
export function sayCode(
  code: string,
  params: Params = {},
  kind: 'refusals' | 'faults' = 'refusals',
): string {
  const [word, ...fact] = code.split('.')
  return sayKey(`${word}.${kind}.${fact.join('.')}`, params) ?? code
}
