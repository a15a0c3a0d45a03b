import { isDay, weekdayOf, writeDay } from '../grammar/day.ts'
import { child, type Facts, filled } from './filled.ts'

/**
 * A letter in its reader's language. It is kept as a key and facts: days and codes become words
 * only here, when it is read or sent.
 */
export function sayLetter(
  dictionary: object,
  { textKey, params }: { textKey: string; params: Facts },
): { title: string; body: string } {
  const letter = textKey.split('.').reduce<unknown>(child, dictionary)
  const said = (part: 'title' | 'body') => {
    const sentence = child(letter, part)
    if (typeof sentence !== 'string') return `${textKey}.${part}`
    return filled(dictionary, sentence, { facts: params, writeDay: weekdayAndDay }).trim()
  }
  return { title: said('title'), body: said('body') }
}

/** A letter says days as deadlines are said: 'thứ Sáu 18/12/2026'. */
function weekdayAndDay(dictionary: object, text: string): string | null {
  if (!isDay(text)) return null
  const names = child(child(child(child(dictionary, 'cycle'), 'pages'), 'cycle'), 'weekdaysLong')
  return `${String(child(names, String(weekdayOf(text))))} ${writeDay(text)}`
}
