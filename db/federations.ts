import { sql } from 'kysely'
import { asSystem } from './context.ts'
import type { Db, Tx } from './database.ts'

/** The federations that processes work for; read before any context is set. */
export async function federationsAtWork(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select federations_at_work() as id`.execute(db)
  return rows.map(({ id }) => id)
}

/** One system transaction for each federation. */
export async function inEachFederation<T>(
  db: Db,
  process: string,
  work: (tx: Tx, federationId: string) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (const federationId of await federationsAtWork(db))
    results.push(await asSystem(db, { federationId, process }, (tx) => work(tx, federationId)))
  return results
}
