import type { Tx } from '../database.ts'

/** How a plan's approval stands; while the committee votes, when the vote ends by itself. */
export async function standingOfApproval(
  tx: Tx,
  approvalId: string,
): Promise<{ state: string; next: { moment: string; at: string } | null }> {
  const { state, dueAt } = await tx
    .selectFrom('approval')
    .select(['state', 'dueAt'])
    .where('id', '=', approvalId)
    .executeTakeFirstOrThrow()
  const isVoting = state === 'AWAITING_COMMITTEE'
  return { state, next: isVoting ? { moment: 'voteDue', at: dueAt } : null }
}
