import type { Tx } from '../database.ts'
import { roundOf } from './round-row.ts'

/** How a round stands, and which of its two deadlines it waits for. */
export async function standingOfCommendation(
  tx: Tx,
  commendationId: string,
): Promise<{ state: string; next: { moment: string; at: string } | null }> {
  const { state, filesDueAt, councilDueAt } = await roundOf(tx, commendationId)
  if (state === 'FILING') return { state, next: { moment: 'filesDue', at: filesDueAt } }
  if (state === 'VOTING') return { state, next: { moment: 'councilDue', at: councilDueAt } }
  return { state, next: null }
}
