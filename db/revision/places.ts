import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { factsOfLine } from '../../domain/feedback/line-wish.ts'
import { keyOf, placesOf, type PlaceText } from '../../domain/revision/changed-places.ts'
import { opinionCounts } from '../../domain/revision/opinion-counts.ts'
import { type OpinionPlace, writePlaceKey } from '../../domain/revision/place-key.ts'
import type { PlaceView } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import type { CellOfPlace } from './opinion-cells.ts'

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
export function commentedPlaces(cells: readonly CellOfPlace[], texts: Texts): PlaceView[] {
  const now = indexed(texts.now)
  const read = new Map([...texts.consulted].map(([number, text]) => [number, indexed(text)]))
  return byPlace(cells).map(({ place, own }) => {
    const key = keyOf(place)
    const words = { now: now.get(key), consulted: read.get(place.round)?.get(key) }
    return { ...whereOf(place, texts), ...wordsOf(place, words), ...opinionCounts(own) }
  })
}

function whereOf(place: OpinionPlace, { clauses, now, consulted }: Texts) {
  const { round, kind, code } = place
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

function wordsOf({ code }: OpinionPlace, { now, consulted }: Words) {
  return {
    heading: (now ?? consulted)?.heading ?? code ?? '',
    consulted: consulted?.text ?? null,
    current: now?.text ?? null,
  }
}

/** Cells come in the order of their places, and so do the groups. */
function byPlace(cells: readonly CellOfPlace[]): { place: OpinionPlace; own: CellOfPlace[] }[] {
  const grouped = new Map<string, { place: OpinionPlace; own: CellOfPlace[] }>()
  for (const cell of cells) {
    const key = writePlaceKey(cell.place)
    const group = grouped.get(key)
    if (group) group.own.push(cell)
    else grouped.set(key, { place: cell.place, own: [cell] })
  }
  return [...grouped.values()]
}

function indexed(content: PlanContent) {
  return new Map(placesOf(content).map((place) => [keyOf(place), place]))
}
