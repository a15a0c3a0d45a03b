import { sql } from 'kysely'
import type { Db } from './database.ts'

export type ProcessOwner =
  | 'cycle'
  | 'round'
  | 'approval'
  | 'training_class'
  | 'inspection'
  | 'commendation'
  | 'job'
  | 'workflow'

/** Whose process it is; read before any context is set. */
export async function federationOf(db: Db, owner: ProcessOwner, id: string): Promise<string> {
  const { rows } = await sql<{ federationId: string | null }>`
    select federation_of_process(${owner}, ${id}) as federation_id`.execute(db)
  const federationId = rows[0]?.federationId
  if (!federationId) throw new Error(`there is no ${owner} ${id}`)
  return federationId
}
