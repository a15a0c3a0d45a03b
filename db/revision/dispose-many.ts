import { sql } from 'kysely'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { obstaclesInDisposition } from '../../domain/revision/disposition.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { layDownJob } from '../lay-down-job.ts'
import { performs } from '../performer.ts'
import { layDownAct } from './acts.ts'
import { planForPart } from './plan.ts'
import { mustBeDepartment } from './assign-task.ts'
import { refuse } from './standing.ts'

/** Lays the job down: one item for each comment, and one act that takes all of it back. */
export const disposeMany = performs(routes.disposeMany, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const plan = await planForPart(tx, params.planId)
  const as = mustAllow(deeds.disposedTogether, caller, { state: plan.state })
  const { comments, ...given } = body
  const isForwarded = given.disposition === 'FORWARDED'
  const wanted = {
    ...given,
    forwardedTo: isForwarded ? given.forwardedTo : null,
    dueOn: isForwarded ? given.dueOn : null,
  }
  refuse(
    'revision.disposition-not-in-order',
    obstaclesInDisposition('', { ...wanted, mergedInto: null }, new Map()),
  )
  if (wanted.forwardedTo) await mustBeDepartment(tx, wanted.forwardedTo)
  if (await hasRunningJob(tx, plan.id)) throw new Refusal('revision.job-running', 'wrong-state')
  const ids = [...new Set(comments.map(({ id }) => id))]
  await mustBeOfPlan(tx, plan.id, ids)
  const seen = Object.fromEntries(comments.map(({ id, revision }) => [id, revision]))
  const { id: objectId, federationId } = plan
  const job = { federationId, kind: 'DISPOSITIONS', objectId, input: { ...wanted, seen } }
  const jobId = await layDownJob(stage, job, ids)
  await layDownAct(stage, plan, { kind: 'BULK', before: new Map(), after: new Map(), jobId })
  return {
    reply: { jobId, count: ids.length },
    as,
    object: { type: 'plan', id: plan.id, cycleId: plan.cycleId, unitId: plan.unitId },
    facts: { disposition: wanted.disposition, count: ids.length },
    content: { ...wanted, comments },
  }
})

async function hasRunningJob(tx: Tx, planId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'DISPOSITIONS')
    .where('objectId', '=', planId)
    .where('state', 'in', ['WAITING', 'RUNNING'])
    .executeTakeFirst()
  return row !== undefined
}

async function mustBeOfPlan(tx: Tx, planId: string, ids: readonly string[]): Promise<void> {
  const found = await tx
    .selectFrom('comment')
    .select('id')
    .where('planId', '=', planId)
    .where('id', 'in', [...ids])
    .execute()
  if (found.length < ids.length) throw new Refusal('revision.comment-of-another-plan', 'invalid')
}

/** The last "many at once" of a plan, with each comment that was left as it is, and why. */
export async function lastJobOf(tx: Tx, planId: string): Promise<ConsolidationView['job']> {
  const { rows } = await sql<NonNullable<ConsolidationView['job']>>`
    select j.id as job_id, j.state, j.input ->> 'disposition' as disposition, i.total, i.done, i.failures
    from job j cross join lateral (
      select count(*)::integer as total, (count(*) filter (where i.state = 'DONE'))::integer as done,
        coalesce(jsonb_agg(jsonb_build_object('commentId', c.id, 'number', a.number, 'unitName', u.name,
          'error', i.error) order by a.number) filter (where i.state = 'FAILED'), '[]') as failures
      from job_item i join comment c on c.id = i.item_id join answer a on a.id = c.answer_id
      join unit u on u.id = c.unit_id where i.job_id = j.id
    ) i
    where j.kind = 'DISPOSITIONS' and j.object_id = ${planId}
    order by j.asked_at desc limit 1`.execute(tx)
  return rows[0] ?? null
}
