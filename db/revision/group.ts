import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { performs } from '../performer.ts'
import { actOn } from './acts.ts'
import { takeBackWish } from './applied-wish.ts'
import {
  commentForChange,
  dispositionForChange,
  endForwarding,
  mergedForm,
  objectOf,
  openAgain,
  replaceDisposition,
} from './disposition-rows.ts'
import { handToHeadWhenFinished } from './finished.ts'
import { mustBeInOrder } from './standing.ts'

export const groupComments = performs(routes.groupComments, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const { comment: head, plan } = await commentForChange(tx, params.commentId)
  const as = mustAllow(deeds.commentsGrouped, caller, { state: plan.state })
  const ids = [...new Set(body.commentIds)].toSorted()
  await actOn(stage, plan, { kind: 'GROUPED', ids }, async () => {
    for (const id of ids) {
      const { comment } = await commentForChange(tx, id)
      const form = mergedForm(head.id)
      await mustBeInOrder(tx, comment, { ...form, apply: null })
      const before = await dispositionForChange(tx, id)
      if (before?.applied) await takeBackWish(tx, plan, before.applied)
      await replaceDisposition(tx, comment, { ...form, decidedBy: caller.officialId, at })
      await endForwarding(tx, [id])
    }
  })
  await handToHeadWhenFinished(tx, plan)
  return {
    reply: { merged: body.commentIds },
    as,
    object: objectOf(plan, head),
    facts: { number: head.number, count: body.commentIds.length },
    content: { into: head.id, merged: body.commentIds },
  }
})

/** Those that were answered with this one are open again, each for itself. */
export const splitGroup = performs(routes.splitGroup, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const { comment: head, plan } = await commentForChange(tx, params.commentId)
  const as = mustAllow(deeds.groupSplit, caller, { state: plan.state })
  const ids = [...new Set(body.commentIds)].toSorted()
  for (const id of ids) {
    const row = await dispositionForChange(tx, id)
    if (row?.mergedInto !== head.id) throw new Refusal('revision.not-in-group', 'wrong-state')
  }
  await actOn(stage, plan, { kind: 'SPLIT', ids }, () => openAgain(tx, plan, ids))
  return {
    reply: { opened: ids },
    as,
    object: objectOf(plan, head),
    facts: { number: head.number, count: ids.length },
    content: { from: head.id, opened: ids },
  }
})
