import type { ConsolidationPaper } from '../../domain/revision/consolidation-paper.contract.ts'
import type { Entered } from '../context.ts'
import { consolidationOf } from './consolidation.ts'
import { planOf } from './plan.ts'
import { setConsolidation } from './set-consolidation.ts'

/** The consolidation table as it stands at this moment, to be printed. */
export async function consolidationPaperOf(
  entered: Entered,
  planId: string,
): Promise<ConsolidationPaper> {
  const { tx, at } = entered
  const view = await consolidationOf(entered, planId)
  const { planYear, federationId } = await planOf(tx, planId)
  const federation = await tx
    .selectFrom('federation')
    .select(['name', 'superiorName', 'place'])
    .where('id', '=', federationId)
    .executeTakeFirstOrThrow()
  return setConsolidation({ view, planYear, federation, at })
}
