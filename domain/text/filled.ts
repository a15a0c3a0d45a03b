import { writeNumber } from '../grammar/text.ts'

export type Facts = Readonly<Record<string, string | number | boolean | null>>

type Filling = { facts: Facts; writeDay: (dictionary: object, text: string) => string | null }

/**
 * A sentence with its {{facts}} written in the dictionary's language. Codes among them have words
 * below `cycle.facts`, which may name further facts; days are written by who fills it.
 */
export function filled(dictionary: object, sentence: string, { facts, writeDay }: Filling): string {
  const codes = child(child(dictionary, 'cycle'), 'facts')
  return sentence.replace(/\{\{(\w+)\}\}(\.?)/g, (_, name: string, stop: string) => {
    const words = written(name)
    // somebody's own words may end with a full stop already
    return stop && words.endsWith(stop) ? words : `${words}${stop}`
  })

  function written(name: string): string {
    const value = facts[name] ?? ''
    const word = child(child(codes, name), String(value))
    // without itself among its facts, a word cannot go round in a circle
    const others = { ...facts, [name]: '' }
    if (typeof word === 'string') return filled(dictionary, word, { facts: others, writeDay })
    if (typeof value === 'number' && value >= 10_000) return writeNumber(value)
    return writeDay(dictionary, String(value)) ?? String(value)
  }
}

export function child(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
}
