import { sql } from 'kysely'
import type { ClassCounts } from '../../domain/classes/views.contract.ts'
import type { Tx } from '../database.ts'

/** Figures of a class for everybody; whose they are the fence keeps. */
export async function countsOf(tx: Tx, classId: string): Promise<ClassCounts> {
  const { rows } = await sql<ClassCounts>`select * from class_counts(${classId}::uuid)`.execute(tx)
  const counts = rows[0]
  if (!counts) throw new Error('figures have one row')
  return counts
}
