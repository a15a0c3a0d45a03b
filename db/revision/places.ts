import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { keyOf, placesOf } from '../../domain/revision/changed-places.ts'
import type { CommentRow, PlaceView } from '../../domain/revision/revision.contract.ts'
import type { Tx } from '../database.ts'

type Texts = {
  now: PlanContent
  consulted: PlanContent | null
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

/** The places that were commented on, as the plan prints them; what speaks of the whole comes last. */
export function commentedPlaces(comments: readonly CommentRow[], texts: Texts): PlaceView[] {
  const now = indexed(texts.now)
  const consulted = texts.consulted ? indexed(texts.consulted) : new Map<string, never>()
  const order = new Map([...now.keys(), ...consulted.keys()].map((key, index) => [key, index]))
  return [...groupedByPlace(comments)]
    .map(([key, own]): PlaceView & { key: string } => {
      const [first] = own
      const code = first?.placeCode ?? null
      const row = first?.placeKind === 'CLAUSE' && code ? texts.clauses.get(code) : undefined
      return {
        key,
        kind: first?.placeKind ?? 'GENERAL',
        code,
        heading: (now.get(key) ?? consulted.get(key))?.heading ?? code ?? '',
        consulted: consulted.get(key)?.text ?? null,
        current: now.get(key)?.text ?? null,
        clauseId: row?.id ?? null,
        clauseRevision: row?.revision ?? null,
        total: own.length,
        open: own.filter((comment) => !comment.isDisposed).length,
      }
    })
    .toSorted((a, b) => (order.get(a.key) ?? order.size) - (order.get(b.key) ?? order.size))
    .map(({ key: _, ...place }) => place)
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
