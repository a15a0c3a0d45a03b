import { apportion } from '../../domain/grammar/apportion.ts'

/** A stream of chance that runs the same on every machine: integers only, no Math.random. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  uuid(): string
}

/** One stream a purpose, so that a change in one part of the demo leaves the others as they were. */
export function randomFor(seed: number, purpose: string): Random {
  const bits = sfc32(seed, hashOf(purpose))
  const next = () => bits() / 0x1_0000_0000
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, between(0, items.length - 1)),
    uuid: () => uuidFrom(bits(), bits(), bits(), bits()),
  }
}

export function itemAt<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`no item ${index} among ${items.length}`)
  return item
}

/** Draws by weight: `[['Nguyễn', 38], ['Trần', 11]]`. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  const items = entries.map(([item]) => item)
  let total = 0
  const borders = entries.map(([, weight]) => (total += weight))
  return (random) => {
    const drawn = random.next() * total
    let [low, high] = [0, borders.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((borders[middle] ?? 0) > drawn) high = middle
      else low = middle + 1
    }
    return itemAt(items, low)
  }
}

/** `apportion` for weights that can always carry the total. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const shares = apportion(total, weights)
  if (!shares) throw new Error(`${total} cannot be shared out among ${weights.length}`)
  return shares
}

/** Chris Doty-Humphrey's sfc32, run in so that close seeds part at once. */
function sfc32(seed: number, purpose: number): () => number {
  let [a, b, c, count] = [seed | 0, purpose | 0, 0x9e37_79b9 | 0, 1]
  const step = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let turn = 0; turn < 15; turn++) step()
  return step
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x0100_0193)
  return hash
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const pair = (word: number, shift: number) => pairs[(word >>> shift) & 0xff] ?? ''
const half = (word: number, shift: number) => pair(word, shift + 8) + pair(word, shift)

/** Shaped as version 4, variant 1, so that every check of the form of an id is satisfied. */
function uuidFrom(a: number, b: number, c: number, d: number): string {
  const [second, third] = [(b & 0xffff_0fff) | 0x4000, (c & 0x3fff_ffff) | 0x8000_0000]
  return `${half(a, 16)}${half(a, 0)}-${half(second, 16)}-${half(second, 0)}-${half(third, 16)}-${half(third, 0)}${half(d, 16)}${half(d, 0)}`
}
