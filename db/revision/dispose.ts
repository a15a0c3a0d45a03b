import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { DispositionView } from '../../domain/revision/views.contract.ts'
import { areSameFacts, type LineFacts } from '../../domain/feedback/line-wish.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { finishTasks } from '../tasks.ts'
import { actOn } from './acts.ts'
import { type AppliedWish, applyWish, takeBackWish } from './applied-wish.ts'
import {
  askDepartment,
  commentForChange,
  type CommentHead,
  dispositionForChange,
  endForwarding,
  objectOf,
  openAgain,
  viewOf,
  writeDisposition,
} from './disposition-rows.ts'
import { handToHeadWhenFinished } from './finished.ts'
import type { PlanRow } from './plan.ts'
import { mustBeInOrder } from './standing.ts'
import { isOfDepartment } from './tasks.ts'

export const disposeComment = performs(
  routes.disposeComment,
  async (stage, { params, body, revision }) => {
    const { tx, caller, at } = stage
    const { comment, plan } = await commentForChange(tx, params.commentId)
    const as = mustAllow(deeds.commentDisposed, caller, { state: plan.state })
    const before = await dispositionForChange(tx, comment.id)
    mustBeCurrent({ revision: before?.revision ?? 0 }, revision, await viewOf(tx, comment.id))
    await mustBeInOrder(tx, comment, body)
    const applied = await applyInstead(tx, plan, comment, {
      before: before?.applied,
      now: body.apply,
    })
    const changedPlaces = [...new Set([...body.changedPlaces, ...(applied ? [applied.code] : [])])]
    const decided = { ...body, changedPlaces, applied, decidedBy: caller.officialId, at }
    await actOn(stage, plan, { kind: 'DISPOSED', ids: [comment.id] }, () =>
      writeDisposition(tx, comment, { ...decided, revision }),
    )
    if (body.disposition === 'FORWARDED') await askDepartment(tx, plan, comment, body)
    else await endForwarding(tx, [comment.id])
    await handToHeadWhenFinished(tx, plan)
    const reply = found(await viewOf(tx, comment.id))
    return { reply, as, ...ledger(plan, comment, reply) }
  },
)

export const reopenComment = performs(routes.reopenComment, async (stage, { params, revision }) => {
  const { tx, caller } = stage
  const { comment, plan } = await commentForChange(tx, params.commentId)
  const as = mustAllow(deeds.commentReopened, caller, { state: plan.state })
  const before = found(await dispositionForChange(tx, comment.id))
  mustBeCurrent(before, revision, await viewOf(tx, comment.id))
  if (before.applied) await takeBackWish(tx, plan, before.applied)
  await actOn(stage, plan, { kind: 'REOPENED', ids: [comment.id] }, () =>
    openAgain(tx, plan, [comment.id]),
  )
  return {
    reply: { commentId: comment.id },
    as,
    object: objectOf(plan, comment, before.revision + 1),
    facts: { number: comment.number, was: before.disposition },
  }
})

export const answerForwarded = performs(
  routes.answerForwarded,
  async ({ tx, caller }, { params, body }) => {
    const { comment, plan } = await commentForChange(tx, params.commentId)
    const as = mustAllow(deeds.forwardedAnswered, caller, { state: plan.state })
    const before = found(await dispositionForChange(tx, comment.id))
    if (before.disposition !== 'FORWARDED' || !before.forwardedTo)
      throw new Refusal('revision.not-forwarded', 'wrong-state')
    if (!isOfDepartment(caller, before.forwardedTo))
      throw new Refusal('revision.not-your-department', 'not-allowed')
    await tx
      .updateTable('disposition')
      .set({ forwardedAnswer: body.answer, revision: before.revision + 1 })
      .where('commentId', '=', comment.id)
      .execute()
    await finishTasks(tx, {
      kinds: ['revision.answerForwarded'],
      objectId: comment.id,
      by: caller.officialId,
    })
    await handToHeadWhenFinished(tx, plan)
    const reply = found(await viewOf(tx, comment.id))
    return { reply, as, ...ledger(plan, comment, reply) }
  },
)

type Applying = { before: AppliedWish | null | undefined; now: LineFacts | null }

/** What was written for this comment before goes, unless it is just what is wanted now. */
async function applyInstead(
  tx: Tx,
  plan: PlanRow,
  { placeCode, wish }: CommentHead,
  { before, now }: Applying,
): Promise<AppliedWish | null> {
  if (before && now && areSameFacts(before.facts, now)) return before
  if (before) await takeBackWish(tx, plan, before)
  return wish && now ? applyWish(tx, plan, { placeCode, wish, facts: now }) : null
}

function ledger(plan: PlanRow, comment: CommentHead, view: DispositionView) {
  const { disposition, explanation, changedPlaces, mergedInto, forwardedAnswer, applied } = view
  return {
    object: objectOf(plan, comment, view.revision),
    facts: { number: comment.number, disposition },
    content: { disposition, explanation, changedPlaces, mergedInto, forwardedAnswer, applied },
  }
}
