import { fold } from '../grammar/text.ts'

type Said = { id: string; placeKind: string; placeCode: string | null; text: string }

/** From this share of common words on, two comments are suggested as saying the same. */
const ALIKE = 0.6

/**
 * For each comment the first earlier one on the same place that says nearly the same, without
 * regard to marks and capitals. A suggestion only: a person confirms each.
 */
export function resemblances(comments: readonly Said[]): Map<string, string> {
  const found = new Map<string, string>()
  const places = new Map<string, ReturnType<typeof firstToSay>>()
  for (const { id, placeKind, placeCode, text } of comments) {
    const place = `${placeKind} ${placeCode ?? ''}`
    const here = places.get(place) ?? firstToSay()
    places.set(place, here)
    const words = wordsOf(text)
    const alike = here.alike(words)
    if (alike) found.set(id, alike)
    else here.add(id, words)
  }
  return found
}

/**
 * The comments of one place that were the first to say what they say, by their words: so the words
 * of a comment are counted in thousands of others without holding it against each.
 */
function firstToSay() {
  const said: { id: string; size: number }[] = []
  const byWord = new Map<string, number[]>()
  return {
    add(id: string, words: ReadonlySet<string>): void {
      for (const word of words) {
        const among = byWord.get(word)
        if (among) among.push(said.length)
        else byWord.set(word, [said.length])
      }
      said.push({ id, size: words.size })
    },
    alike(words: ReadonlySet<string>): string | undefined {
      const common = new Uint16Array(said.length)
      for (const word of words)
        for (const at of byWord.get(word) ?? []) common[at] = (common[at] ?? 0) + 1
      return said.find(({ size }, at) => isAlike(common[at] ?? 0, size, words.size))?.id
    },
  }
}

const isAlike = (common: number, one: number, other: number): boolean =>
  common > 0 && common / (one + other - common) >= ALIKE

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}
