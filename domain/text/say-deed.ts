import { isDay, writeDay } from '../grammar/day.ts'
import { child, type Facts, filled } from './filled.ts'

/** A row of the register as a sentence: 'answer.signed' → "ký và gửi góp ý GY-2027-0138". */
export function sayDeed(dictionary: object, deed: string, facts: Facts = {}): string {
  const day = (_: object, text: string) => (isDay(text) ? writeDay(text) : null)
  return filled(dictionary, sentenceOf(dictionary, deed) ?? deed, { facts, writeDay: day })
}

/** Each slice keeps the sentences of its own deeds, below the deed's name or along its parts. */
function sentenceOf(dictionary: object, deed: string): string | null {
  for (const slice of Object.values(dictionary)) {
    const deeds = child(slice, 'deeds')
    const written = child(deeds, deed) ?? deed.split('.').reduce<unknown>(child, deeds)
    if (typeof written === 'string') return written
  }
  return null
}
