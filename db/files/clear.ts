import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** Clears what was begun and left lying a day ago, and the bytes that nothing uses any more. */
export async function clearFiles(db: Db): Promise<number> {
  const { rows } = await sql<{ cleared: number }>`select clear_files() as cleared`.execute(db)
  return rows[0]?.cleared ?? 0
}
