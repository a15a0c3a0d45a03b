import { sql } from 'kysely'
import { balanceOf } from '../../domain/draft/allocation.ts'
import { judged } from '../../domain/draft/judged.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { headlineOf } from '../../domain/draft/target.ts'
import type { LineFacts, LineWish } from '../../domain/feedback/line-wish.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import {
  type Disposed,
  type Disposition,
  type Ledger,
  obstaclesInDisposition,
  obstaclesToFinishing,
} from '../../domain/revision/disposition.ts'
import { isUnfinished } from '../../domain/revision/task.ts'
import type { RevisionTaskRow } from '../../domain/revision/tasks.contract.ts'
import { obstaclesInApplying } from '../../domain/revision/wish-applied.ts'
import type { Tx } from '../database.ts'
import type { CommentOfPlan } from './comments.ts'
import { opinionsOnPlan, opinionTables } from './opinion-filter.ts'

export function ledgerOf(comments: readonly CommentOfPlan[]): Ledger {
  return new Map(comments.map(({ id, disposition }) => [id, disposition]))
}

/** Some comments of a plan and all that are answered with them: as much as a rule of merging asks for. */
export async function ledgerAround(
  tx: Tx,
  planId: string,
  ids: readonly string[],
): Promise<Ledger> {
  const { rows } = await sql<{ id: string; own: Disposed | null }>`
    select c.id, (case when d.comment_id is not null then jsonb_build_object(
      'disposition', d.disposition, 'explanation', d.explanation, 'mergedInto', d.merged_into,
      'forwardedTo', d.forwarded_to, 'forwardedAnswer', d.forwarded_answer) end) as own
    from ${opinionTables} where ${opinionsOnPlan(planId)} and c.id in (
      select unnest(${[...ids]}::uuid[])
      union select comment_id from disposition where merged_into = any(${[...ids]}::uuid[]))`.execute(
    tx,
  )
  return new Map(rows.map(({ id, own }) => [id, own]))
}

/** Throws with every fault of a wanted disposition at once. */
export async function mustBeInOrder(
  tx: Tx,
  comment: { id: string; planId: string; wish: LineWish | null },
  wanted: Disposition & { apply: LineFacts | null },
): Promise<void> {
  const heads = wanted.mergedInto ? [wanted.mergedInto] : []
  const ledger = await ledgerAround(tx, comment.planId, [comment.id, ...heads])
  refuse('revision.disposition-not-in-order', [
    ...obstaclesInDisposition(comment.id, wanted, ledger),
    ...obstaclesInApplying(wanted.disposition, comment.wish, wanted.apply),
  ])
}

type Work = {
  openComments: number
  openRequests: number
  tasks: readonly RevisionTaskRow[]
  content: PlanContent
}

/** Why the plan cannot go to the checks yet: in its answers, and then in its own text. */
export function obstaclesBeforeSubmitting({ tasks, content, ...open }: Work) {
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
      ...open,
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
