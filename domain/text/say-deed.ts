import { isDay, writeDay } from '../grammar/day.ts'

type Facts = Readonly<Record<string, string | number | boolean | null>>

/**
 * A row of the register as a sentence of a dictionary: 'answer.signed' → "ký và gửi góp ý
 * GY-2027-0138". Codes among the facts have words of their own, below `cycle.facts`.
 */
export function sayDeed(dictionary: object, deed: string, facts: Facts = {}): string {
  const words = child(child(dictionary, 'cycle'), 'facts')
  return (sentenceOf(dictionary, deed) ?? deed).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = String(facts[name] ?? '')
    const word = child(child(words, name), value)
    if (typeof word === 'string') return word
    return isDay(value) ? writeDay(value) : value
  })
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

function child(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
}
