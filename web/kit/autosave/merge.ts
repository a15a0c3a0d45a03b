import { diffArrays } from 'diff'

/** A place where both changed the same words and a person must choose. */
export type Clash = {
  /** 'clauses.3.text' */
  path: string
  base: unknown
  mine: unknown
  theirs: unknown
}

export type Merge<T> = { value: T; clashes: Clash[] }

/**
 * Puts two edits of one document together, field by field. Where only one side changed, that
 * change stands; texts are mixed word by word; where both changed the same place, mine stands in
 * the value and the place is named as a clash. `doubtful` are texts of mine that were sent and
 * whose arrival is unknown: where theirs shows one of them, nobody else has been there.
 */
export function mergeEdits<T>(base: T, mine: T, theirs: T, doubtful: readonly T[] = []): Merge<T> {
  const clashes: Clash[] = []
  // The merge of documents of one shape has that shape.
  const value = merged([base, ...doubtful], mine, theirs, { path: '', clashes }) as T
  return { value, clashes }
}

type Ancestors = readonly unknown[]
type Where = { path: string; clashes: Clash[] }

function merged(ancestors: Ancestors, mine: unknown, theirs: unknown, where: Where): unknown {
  if (isSame(mine, theirs) || ancestors.some((each) => isSame(each, theirs))) return mine
  if (ancestors.every((each) => isSame(each, mine))) return theirs
  if (isRecord(mine) && isRecord(theirs)) return mergedRecord(ancestors, mine, theirs, where)
  if (isListOfThings(mine) && isListOfThings(theirs))
    return mergedList(ancestors, mine, theirs, where)
  const text = mergedText(ancestors, mine, theirs)
  if (text !== null) return text
  where.clashes.push({ path: where.path, base: ancestors[0], mine, theirs })
  return mine
}

function mergedText(ancestors: Ancestors, mine: unknown, theirs: unknown): string | null {
  if (typeof mine !== 'string' || typeof theirs !== 'string') return null
  const [base, ...doubtful] = ancestors
  if (typeof base !== 'string') return null
  // A text of mine counts as arrived only where theirs goes on from it; otherwise what I wrote in it
  // would look like words that somebody has crossed out.
  const arrived = doubtful.findLast(
    (sent) => typeof sent === 'string' && isOnlyMore(base, sent) && isOnlyMore(sent, theirs),
  )
  const text = typeof arrived === 'string' ? mergeTexts(arrived, mine, theirs) : null
  return text ?? mergeTexts(base, mine, theirs)
}

/** Whether words were put in and none taken out. */
function isOnlyMore(before: string, after: string): boolean {
  return diffArrays(wordsOf(before), wordsOf(after)).every(({ removed }) => !removed)
}

function mergedRecord(
  ancestors: Ancestors,
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  { path, clashes }: Where,
): Record<string, unknown> {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const entries = [...keys].map((key) => {
    const before = ancestors.map((each) => (isRecord(each) ? each[key] : undefined))
    return [
      key,
      merged(before, mine[key], theirs[key], {
        path: path === '' ? key : `${path}.${key}`,
        clashes,
      }),
    ]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

type Thing = { id: string } & Record<string, unknown>
type ById = ReadonlyMap<string, Thing>

function byId(list: unknown): ById {
  return new Map(isListOfThings(list) ? list.map((thing) => [thing.id, thing]) : [])
}

/** Rows with an id are matched by it; a row that one side removed stays when the other edited it. */
function mergedList(
  ancestors: Ancestors,
  mine: readonly Thing[],
  theirs: readonly Thing[],
  { path, clashes }: Where,
): Thing[] {
  const before = ancestors.map(byId)
  const [inMine, inTheirs] = [byId(mine), byId(theirs)]
  const myOrder = mine.map((thing) => thing.id)
  const iMoved = !before.some((each) => isSame([...each.keys()], myOrder))
  const order = iMoved ? [...mine, ...theirs] : [...theirs, ...mine]
  return [...new Set(order.map((thing) => thing.id))].flatMap((id) => {
    const rows = before.map((each) => each.get(id))
    const row = merged(rows, inMine.get(id), inTheirs.get(id), { path: `${path}.${id}`, clashes })
    return isThing(row) ? [row] : []
  })
}

/** Two edits of a text when they touch different words; null where they touch the same ones. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  const words = wordsOf(base)
  const edits = [...editsOf(words, wordsOf(mine)), ...editsOf(words, wordsOf(theirs))].toSorted(
    (a, b) => a.from - b.from || a.to - b.to,
  )
  const result: string[] = []
  let at = 0
  let last: Edit | undefined
  for (const edit of edits) {
    if (last && last.from === edit.from && last.to === edit.to && last.text === edit.text) continue
    // Two insertions at one place have no natural order, so a person decides.
    if (last && edit.from <= last.to) return null
    result.push(...words.slice(at, edit.from), edit.text)
    at = edit.to
    last = edit
  }
  return [...result, ...words.slice(at)].join('')
}

type Edit = { from: number; to: number; text: string }

function editsOf(base: readonly string[], changed: readonly string[]): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let open: Edit | null = null
  for (const { added, removed, value } of diffArrays([...base], [...changed])) {
    if (!added && !removed) {
      if (open) edits.push(open)
      open = null
      at += value.length
      continue
    }
    open ??= { from: at, to: at, text: '' }
    if (added) open.text += value.join('')
    else open.to = at += value.length
  }
  if (open) edits.push(open)
  return edits
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
}

export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((inner, index) => isSame(inner, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame(a[key], b[key]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isThing(value: unknown): value is Thing {
  return isRecord(value) && typeof value.id === 'string'
}

function isListOfThings(value: unknown): value is Thing[] {
  return Array.isArray(value) && value.every(isThing)
}
