import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { factsOfLine } from '../../domain/feedback/line-wish.ts'
import { keyOf, placesOf, type PlaceText } from '../../domain/revision/changed-places.ts'
import type { CommentRow, PlaceView } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'

type Texts = {
  now: PlanContent
  /** What each round was asked about, by its number. */
  consulted: ReadonlyMap<number, PlanContent>
  clauses: ReadonlyMap<string, { id: string; revision: number }>
}

/** Where the words of each clause are edited. */
export async function clauseRows(tx: Tx, planId: string) {
  const rows = await tx
    .selectFrom('clause')
    .select(['code', 'id', 'revision'])
    .where('planId', '=', planId)
    .execute()
  return new Map(rows.map(({ code, ...row }) => [code, row]))
}

/**
 * The places that were commented on, as the plan prints them, each round for itself: its comments
 * speak of other words. What speaks of the whole comes last.
 */
export function commentedPlaces(comments: readonly CommentRow[], texts: Texts): PlaceView[] {
  const now = indexed(texts.now)
  const rounds = [...texts.consulted].map(([number, text]) => ({ number, read: indexed(text) }))
  const printed = new Set([...now.keys(), ...rounds.flatMap(({ read }) => [...read.keys()])])
  const grouped = groupedByPlace(comments)
  const elsewhere = [...grouped.keys()].filter((key) => !printed.has(key))
  return [...printed, ...elsewhere].flatMap((key) =>
    rounds.flatMap(({ number, read }) => {
      const own = grouped.get(key)?.filter(({ round }) => round === number) ?? []
      const [first] = own
      if (!first) return []
      const words = { now: now.get(key), consulted: read.get(key) }
      return [{ ...whereOf(first, texts), ...wordsOf(first, words), ...countsOf(own) }]
    }),
  )
}

function whereOf(
  { placeKind: kind, placeCode: code, round }: CommentRow,
  { clauses, now, consulted }: Texts,
) {
  const read = consulted.get(round)
  const row = kind === 'CLAUSE' ? clauses.get(code ?? '') : undefined
  return {
    round,
    kind,
    code,
    clauseId: row?.id ?? null,
    clauseRevision: row?.revision ?? null,
    line: kind === 'LINE' ? { consulted: lineIn(read, code), now: lineIn(now, code) } : null,
  }
}

function lineIn(content: PlanContent | undefined, code: string | null) {
  const line = content?.classLines.find((each) => each.code === code)
  return line ? factsOfLine(line) : null
}

type Words = { now: PlaceText | undefined; consulted: PlaceText | undefined }

function wordsOf({ placeCode }: CommentRow, { now, consulted }: Words) {
  return {
    heading: (now ?? consulted)?.heading ?? placeCode ?? '',
    consulted: consulted?.text ?? null,
    current: now?.text ?? null,
  }
}

function countsOf(comments: readonly CommentRow[]) {
  const open = comments.filter((comment) => !comment.isDisposed).length
  return { total: comments.length, open }
}

function groupedByPlace(comments: readonly CommentRow[]) {
  const grouped = new Map<string, CommentRow[]>()
  for (const comment of comments) {
    const key = commentPlace(comment)
    grouped.set(key, [...(grouped.get(key) ?? []), comment])
  }
  return grouped
}

function commentPlace({ placeKind, placeCode }: CommentRow): string {
  return keyOf({ kind: placeKind, code: placeCode })
}

function indexed(content: PlanContent) {
  return new Map(placesOf(content).map((place) => [keyOf(place), place]))
}
