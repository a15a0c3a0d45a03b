import { fold } from '../grammar/text.ts'

type Said = { id: string; placeKind: string; placeCode: string | null; text: string }

/** From this share of common words on, two comments are suggested as saying the same. */
const ALIKE = 0.6

/**
 * For each comment the first earlier one on the same place that says nearly the same, without
 * regard to marks and capitals. A suggestion only: a person confirms each.
 */
export function resemblances(comments: readonly Said[]): Map<string, string> {
  const earlier = new Map<string, { id: string; words: Set<string> }[]>()
  const found = new Map<string, string>()
  for (const { id, placeKind, placeCode, text } of comments) {
    const place = `${placeKind} ${placeCode ?? ''}`
    const here = earlier.get(place) ?? []
    const words = wordsOf(text)
    const alike = here.find((each) => shareOfCommonWords(each.words, words) >= ALIKE)
    if (alike) found.set(id, alike.id)
    else earlier.set(place, [...here, { id, words }])
  }
  return found
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}

function shareOfCommonWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((word) => b.has(word)).length
  return common / (a.size + b.size - common)
}
