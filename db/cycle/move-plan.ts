import { isPlanState, obstaclesToMoving, type PlanState } from '../../domain/cycle/plan-state.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'

type Move = {
  to: PlanState
  /** Why it goes back; its writers read it. */
  reason?: string | undefined
  /** Rounds held before this one, where it goes out to be consulted on. */
  roundsHeld?: number
  approvalNumber?: number
}

/** The one hand that brings a plan to its next state: by the table of moves, or not at all. */
export async function movePlan(
  tx: Tx,
  plan: { id: string; state: string },
  { to, reason, roundsHeld = 0, ...more }: Move,
): Promise<{ revision: number }> {
  const from = plan.state
  if (!isPlanState(from)) throw new Error(`not a state of a plan: ${from}`)
  const [obstacle] = obstaclesToMoving({ from, to, roundsHeld, ...(reason && { reason }) })
  if (obstacle) throw new Refusal(obstacle.code, 'wrong-state', { params: obstacle.params ?? {} })
  const moved = await tx
    .updateTable('plan')
    .set((row) => ({
      ...more,
      state: to,
      returnedBecause: reason ?? null,
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', plan.id)
    .where('state', '=', from)
    .returning('revision')
    .executeTakeFirst()
  if (!moved) throw new Refusal('grammar.wrong-state', 'wrong-state', { params: { state: from } })
  return moved
}
