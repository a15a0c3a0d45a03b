import type { Tx } from '../database.ts'
import { approvalOf } from './approval-row.ts'

/** How a plan's approval stands; while the committee votes, when the vote ends by itself. */
export async function standingOfApproval(
  tx: Tx,
  approvalId: string,
): Promise<{ state: string; next: { moment: string; at: string } | null }> {
  const { state, dueAt } = await approvalOf(tx, approvalId)
  const isVoting = state === 'AWAITING_COMMITTEE'
  return { state, next: isVoting ? { moment: 'voteDue', at: dueAt } : null }
}
