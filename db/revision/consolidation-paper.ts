import type { ConsolidationPaper } from '../../domain/revision/consolidation-paper.contract.ts'
import type { Entered } from '../context.ts'
import { isDisposed } from '../../domain/revision/disposition.ts'
import type { CommentRow } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { commentsOnPlan } from './comments.ts'
import { consolidationOf } from './consolidation.ts'
import { planOf } from './plan.ts'
import { setConsolidation } from './set-consolidation.ts'
import { ledgerOf } from './standing.ts'

/** The consolidation table as it stands at this moment, to be printed. */
export async function consolidationPaperOf(
  entered: Entered,
  planId: string,
): Promise<ConsolidationPaper> {
  const { tx, at } = entered
  const view = await consolidationOf(entered, planId)
  const comments = await commentsWithStanding(tx, planId)
  const { planYear, federationId } = await planOf(tx, planId)
  const federation = await tx
    .selectFrom('federation')
    .select(['name', 'superiorName', 'place'])
    .where('id', '=', federationId)
    .executeTakeFirstOrThrow()
  return setConsolidation({ view, comments, planYear, federation, at })
}

/** A comment merged into another is disposed when that one is. */
async function commentsWithStanding(tx: Tx, planId: string): Promise<CommentRow[]> {
  const comments = await commentsOnPlan(tx, planId)
  const ledger = ledgerOf(comments)
  return comments.map((comment) => ({ ...comment, isDisposed: isDisposed(comment.id, ledger) }))
}
