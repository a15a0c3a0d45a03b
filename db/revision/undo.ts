import { z } from 'zod'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { ACT_KINDS, obstaclesToUndoing } from '../../domain/revision/undoing.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { endTasks } from '../tasks.ts'
import { handToHeadWhenFinished } from './finished.ts'
import { planForPart } from './plan.ts'
import { bringBackDispositions, commentsGoneOn } from './undo-dispositions.ts'
import { bringBackShares, sharesGoneOn } from './undo-shares.ts'

/** One act back: every row as the act found it, and the reversal is laid down like any other deed. */
export const undoAct = performs(routes.undoAct, async ({ tx, caller, at }, { params, body }) => {
  const plan = await planForPart(tx, params.planId)
  const as = mustAllow(deeds.actUndone, caller, { state: plan.state })
  const act = found(await actForChange(tx, plan.id, body.actId))
  const { kind, targetId } = act
  const goneOn = targetId
    ? await sharesGoneOn(tx, act.id, targetId)
    : await commentsGoneOn(tx, act.id)
  const [obstacle] = obstaclesToUndoing(
    {
      doneBy: act.doneBy,
      isUndone: act.undoneAt !== null,
      isLast: act.isLast,
      isRunning: act.isRunning,
      goneOn,
    },
    caller.officialId,
  )
  if (obstacle) throw new Refusal(obstacle.code, 'wrong-state', { params: { ...obstacle.params } })
  const rowIds = targetId
    ? await bringBackShares(tx, act.id, targetId)
    : await bringBackDispositions(tx, plan, act.id)
  await tx
    .updateTable('revisionAct')
    .set({ undoneBy: caller.officialId, undoneAt: at })
    .where('id', '=', act.id)
    .execute()
  await endTasks(tx, { kinds: ['revision.submit'], objectIds: [plan.id], because: 'reopened' })
  await handToHeadWhenFinished(tx, plan)
  return {
    reply: { actId: act.id, kind: kindOf(kind), rowIds },
    as,
    object: { type: 'plan', id: plan.id, cycleId: plan.cycleId, unitId: plan.unitId },
    facts: { act: kind, count: rowIds.length },
    content: { actId: act.id, kind, rowIds },
  }
})

const kindOf = (kind: string) => z.enum(ACT_KINDS).parse(kind)

async function actForChange(tx: Tx, planId: string, actId: string) {
  const row = await tx
    .selectFrom('revisionAct')
    .leftJoin('job', 'job.id', 'revisionAct.jobId')
    .select([
      'revisionAct.id',
      'revisionAct.kind',
      'revisionAct.targetId',
      'revisionAct.doneBy',
      'revisionAct.undoneAt',
      'job.state as jobState',
    ])
    .select(({ exists, selectFrom, not }) =>
      not(
        exists(
          selectFrom('revisionAct as later')
            .select('later.id')
            .whereRef('later.planId', '=', 'revisionAct.planId')
            .whereRef('later.doneBy', '=', 'revisionAct.doneBy')
            .whereRef('later.number', '>', 'revisionAct.number')
            .where('later.undoneAt', 'is', null),
        ),
      ).as('isLast'),
    )
    .where('revisionAct.planId', '=', planId)
    .where('revisionAct.id', '=', actId)
    .forUpdate('revisionAct')
    .executeTakeFirst()
  return (
    row && {
      ...row,
      isLast: Boolean(row.isLast),
      isRunning: row.jobState === 'WAITING' || row.jobState === 'RUNNING',
    }
  )
}
