import { balanceOf } from '../../domain/draft/allocation.ts'
import { judged } from '../../domain/draft/judged.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { headlineOf } from '../../domain/draft/target.ts'
import type { LineFacts, LineWish } from '../../domain/feedback/line-wish.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import {
  type Disposition,
  type Ledger,
  obstaclesInDisposition,
  obstaclesToFinishing,
} from '../../domain/revision/disposition.ts'
import { isUnfinished } from '../../domain/revision/task.ts'
import type { RevisionTaskRow } from '../../domain/revision/tasks.contract.ts'
import type { RequestRow } from '../../domain/revision/views.contract.ts'
import { obstaclesInApplying } from '../../domain/revision/wish-applied.ts'
import type { Tx } from '../database.ts'
import { type CommentOfPlan, commentsOnPlan } from './comments.ts'

export function ledgerOf(comments: readonly CommentOfPlan[]): Ledger {
  return new Map(comments.map(({ id, disposition }) => [id, disposition]))
}

/** Throws with every fault of a wanted disposition at once. */
export async function mustBeInOrder(
  tx: Tx,
  comment: { id: string; planId: string; wish: LineWish | null },
  wanted: Disposition & { apply: LineFacts | null },
): Promise<void> {
  const ledger = ledgerOf(await commentsOnPlan(tx, comment.planId))
  refuse('revision.disposition-not-in-order', [
    ...obstaclesInDisposition(comment.id, wanted, ledger),
    ...obstaclesInApplying(wanted.disposition, comment.wish, wanted.apply),
  ])
}

type Work = {
  comments: readonly CommentOfPlan[]
  requests: readonly RequestRow[]
  tasks: readonly RevisionTaskRow[]
  content: PlanContent
}

/** Why the plan cannot go to the checks yet: in its answers, and then in its own text. */
export function obstaclesBeforeSubmitting({ comments, requests, tasks, content }: Work) {
  const targets = content.targets
    .filter((target) => target.isAllocated)
    .map((target) => ({
      code: target.code,
      kind: target.kind,
      headline: headlineOf(target) ?? 0,
      allocated: balanceOf(target, target.allocations).allocated,
    }))
  return [
    ...obstaclesToFinishing({
      ledger: ledgerOf(comments),
      openRequests: requests.filter((request) => !request.decision).length,
      openTasks: tasks.filter(isUnfinished),
      targets,
    }),
    ...judged(content).obstacles.filter(({ code }) => code !== 'draft.allocation-differs'),
  ]
}

export function refuse(code: string, obstacles: readonly Obstacle[]): void {
  if (obstacles.length === 0) return
  const faults = obstacles.map(({ code: fault, params, at }) => ({
    code: fault,
    at: at ?? '',
    ...(params && { params }),
  }))
  throw new Refusal(code, 'invalid', { faults })
}
