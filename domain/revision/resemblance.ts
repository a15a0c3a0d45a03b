import { fold } from '../grammar/text.ts'

type Said = { id: string; placeKind: string; placeCode: string | null; text: string }

/** From this share of common words on, two comments are suggested as saying the same. */
const ALIKE = 0.6

/** Of a place on which more is said, the later ones are held against so many of the first. */
export const MOST_COMPARED = 2000

/**
 * For each comment that is asked about the first earlier one on the same place that says nearly the
 * same, without regard to marks and capitals, and was itself the first to say it. A suggestion
 * only: a person confirms each.
 */
export function resemblances(
  comments: readonly Said[],
  asked: readonly Pick<Said, 'id'>[] = comments,
): Map<string, string> {
  const places = new Map<string, ReturnType<typeof speakers>>()
  const at = new Map<string, { of: ReturnType<typeof speakers>; nth: number }>()
  for (const { id, placeKind, placeCode, text } of comments) {
    const place = `${placeKind} ${placeCode ?? ''}`
    const of = places.get(place) ?? speakers()
    places.set(place, of)
    at.set(id, { of, nth: of.add(id, wordsOf(text)) })
  }
  return new Map(
    asked.flatMap(({ id }): [string, string][] => {
      const { of, nth } = at.get(id) ?? {}
      const first = nth === undefined ? undefined : of?.firstToSay(nth)
      return first === undefined ? [] : [[id, first]]
    }),
  )
}

/**
 * The comments of one place by their words: so the words of one are counted in thousands of others
 * without holding it against each, and only for those that are asked about.
 */
function speakers() {
  const said: { id: string; words: ReadonlySet<string> }[] = []
  const byWord = new Map<string, number[]>()
  const known = new Map<number, number | undefined>()

  function alikeBefore(nth: number): number[] {
    const words = said[nth]?.words ?? new Set()
    const common = new Map<number, number>()
    for (const word of words)
      for (const other of byWord.get(word) ?? []) {
        if (other >= nth) break
        common.set(other, (common.get(other) ?? 0) + 1)
      }
    const sizeOf = (other: number) => said[other]?.words.size ?? 0
    return [...common]
      .filter(([other, count]) => isAlike(count, sizeOf(other), words.size))
      .map(([other]) => other)
      .toSorted((one, other) => one - other)
  }

  function headOf(nth: number): number | undefined {
    if (known.has(nth)) return known.get(nth)
    const head = alikeBefore(nth).find((other) => headOf(other) === undefined)
    known.set(nth, head)
    return head
  }

  return {
    add(id: string, words: ReadonlySet<string>): number {
      const nth = said.push({ id, words }) - 1
      for (const word of words) {
        const among = byWord.get(word)
        if (among) among.push(nth)
        else byWord.set(word, [nth])
      }
      return nth
    },
    firstToSay(nth: number): string | undefined {
      return said[headOf(nth) ?? -1]?.id
    },
  }
}

const isAlike = (common: number, one: number, other: number): boolean =>
  common / (one + other - common) >= ALIKE

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
}
