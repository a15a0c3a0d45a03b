import type { HistoryView } from '../../domain/cycle/history.contract.ts'
import type { Tx } from '../database.ts'

const perPage = 50

type Page = { hasMore: boolean; entries: HistoryView[] }

/** What was done to one thing, the newest first; the fence leaves out what is not for the reader. */
export async function historyOf(
  tx: Tx,
  of: { objectType: string; objectId: string },
  page: number,
): Promise<Page> {
  const rows = await entries(tx)
    .where('registerEntry.objectType', '=', of.objectType)
    .where('registerEntry.objectId', '=', of.objectId)
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  return { hasMore: rows.length > perPage, entries: rows.slice(0, perPage).map(historyView) }
}

export async function historyOfCycle(tx: Tx, cycleId: string, page: number): Promise<Page> {
  const rows = await entries(tx)
    .where('registerEntry.cycleId', '=', cycleId)
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  return { hasMore: rows.length > perPage, entries: rows.slice(0, perPage).map(historyView) }
}

export async function lastDeedsOf(tx: Tx, cycleId: string): Promise<HistoryView[]> {
  const rows = await entries(tx).where('registerEntry.cycleId', '=', cycleId).limit(8).execute()
  return rows.map(historyView)
}

/** Page by page, for the sheet of a whole year. */
export async function* everyDeedOf(tx: Tx, cycleId: string): AsyncGenerator<HistoryView> {
  for (let page = 1; ; page += 1) {
    const { entries: rows, hasMore } = await historyOfCycle(tx, cycleId, page)
    yield* rows
    if (!hasMore) return
  }
}

function entries(tx: Tx) {
  return tx
    .selectFrom('registerEntry')
    .leftJoin('unit', 'unit.id', 'registerEntry.unitId')
    .leftJoin('official as head', 'head.id', 'registerEntry.actingFor')
    .select([
      'registerEntry.id',
      'registerEntry.at',
      'registerEntry.deed',
      'registerEntry.actorName',
      'registerEntry.role',
      'registerEntry.facts',
      'unit.name as unitName',
      'head.fullName as actingFor',
    ])
    .orderBy('registerEntry.id', 'desc')
}

type Row = Omit<HistoryView, 'entryId' | 'facts'> & { id: bigint; facts: unknown }

function historyView({ id, facts, ...row }: Row): HistoryView {
  return { ...row, entryId: String(id), facts: factsOf(facts) }
}

function factsOf(facts: unknown): HistoryView['facts'] {
  if (typeof facts !== 'object' || facts === null) return {}
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]: [string, unknown]) =>
      isPlain(value) ? [[name, value]] : [],
    ),
  )
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
