import type { Ballot, Vote } from '../../domain/approval/ballot.ts'
import type { BallotView } from '../../domain/approval/approval.contract.ts'
import type { Tx } from '../database.ts'

/** Every ballot cast, in the order in which it came; the last one of a member counts. */
export async function ballotsOf(
  tx: Tx,
  approvalId: string,
): Promise<(Ballot & { castAt: string })[]> {
  const rows = await tx
    .selectFrom('ballot')
    .select(['id', 'officialId', 'vote', 'remark', 'castAt'])
    .where('approvalId', '=', approvalId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, officialId, vote, remark, castAt }) => ({
    memberId: officialId,
    // Held to these words by a check of the table.
    vote: vote as Vote,
    remark,
    castAt,
    order: Number(id),
  }))
}

/** What the member may quote on the telephone: 'PB-2027-00042'. */
export function ballotView(
  planYear: number,
  ballot: Omit<Ballot, 'memberId'> & { castAt: string },
): BallotView {
  const { order, vote, remark, castAt } = ballot
  return { reference: `PB-${planYear}-${String(order).padStart(5, '0')}`, vote, remark, castAt }
}
