import type { TargetRequests } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { planOf, planOfCycle } from './plan.ts'
import { requestsOnPlan } from './requests.ts'

/** The requests about a plan's targets alone, as a table of their own. */
export async function targetRequestsOf(tx: Tx, planId: string): Promise<TargetRequests> {
  const plan = await planOf(tx, planId)
  return {
    plan: planOfCycle(plan),
    requests: await requestsOnPlan(tx, planId),
  }
}
