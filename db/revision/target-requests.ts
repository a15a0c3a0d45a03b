import type { TargetRequests } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { filesOnTargets } from '../feedback/answer-files.ts'
import { contentNow, textsConsulted } from './consolidation.ts'
import { planOf, planOfCycle, roundsOfPlan } from './plan.ts'
import { requestsOnPlan, sharedTargets, targetIds } from './requests.ts'

/** What units ask about their targets, and how each target is shared out now. */
export async function targetRequestsOf(tx: Tx, planId: string): Promise<TargetRequests> {
  const plan = await planOf(tx, planId)
  const consulted = await textsConsulted(tx, planId, await roundsOfPlan(tx, planId))
  const now = await contentNow(tx, plan)
  const last = [...consulted.values()].at(-1) ?? null
  return {
    plan: planOfCycle(plan),
    requests: await requestsOnPlan(tx, planId),
    targets: sharedTargets(now, last, await targetIds(tx, planId)),
    files: await filesOnTargets(tx, planId),
  }
}
