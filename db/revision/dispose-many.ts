import { sql } from 'kysely'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { InputOf } from '../../domain/grammar/route.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { obstaclesInDisposition } from '../../domain/revision/disposition.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { layDownJob } from '../lay-down-job.ts'
import { performs } from '../performer.ts'
import { layDownAct } from './acts.ts'
import { narrowedTo, opinionsOnPlan, countedTables } from './opinion-filter.ts'
import { planForPart } from './plan.ts'
import { mustBeDepartment } from './assign-task.ts'
import { refuse } from './standing.ts'

/** Lays the job down: one item for each comment, and one act that takes all of it back. */
export const disposeMany = performs(routes.disposeMany, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const plan = await planForPart(tx, params.planId)
  const as = mustAllow(deeds.disposedTogether, caller, { state: plan.state })
  const { comments, matching, ...given } = body
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
  const ids = matching
    ? await idsMatching(tx, plan.id, matching)
    : await idsChosen(tx, plan.id, comments)
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
    content: { ...wanted, ...(matching ? { matching } : { comments }) },
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

type Form = InputOf<typeof routes.disposeMany>['body']

async function idsChosen(tx: Tx, planId: string, comments: Form['comments']): Promise<string[]> {
  const ids = [...new Set(comments.map(({ id }) => id))]
  const found = await tx
    .selectFrom('comment')
    .select('id')
    .where('planId', '=', planId)
    .where('id', 'in', ids)
    .execute()
  if (found.length < ids.length) throw new Refusal('revision.comment-of-another-plan', 'invalid')
  return ids
}

/** Nobody has decided them; each that somebody decides before the job comes to it stays as it is. */
async function idsMatching(
  tx: Tx,
  planId: string,
  { filter, except, count }: NonNullable<Form['matching']>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from ${countedTables}
    where ${opinionsOnPlan(planId)} and ${narrowedTo(planId, filter)} and d.comment_id is null
      and c.id <> all (${except}::uuid[])`.execute(tx)
  if (rows.length === 0) throw new Refusal('revision.none-match', 'wrong-state')
  if (rows.length > count)
    throw new Refusal('revision.more-match-now', 'wrong-state', { params: { count: rows.length } })
  return rows.map(({ id }) => id)
}

const failuresListed = 20

/** The last "many at once" of a plan, with the first comments that were left as they are, and why. */
export async function lastJobOf(tx: Tx, planId: string): Promise<ConsolidationView['job']> {
  const { rows } = await sql<NonNullable<ConsolidationView['job']>>`
    select j.id as job_id, j.state, j.input ->> 'disposition' as disposition, i.total, i.done, i.failed, f.failures
    from job j cross join lateral (
      select count(*)::integer as total, (count(*) filter (where i.state = 'DONE'))::integer as done,
        (count(*) filter (where i.state = 'FAILED'))::integer as failed
      from job_item i where i.job_id = j.id
    ) i cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('commentId', c.id, 'number', c.number,
        'unitName', c.unit_name, 'error', c.error) order by c.number), '[]') as failures
      from (
        select c.id, a.number, u.name as unit_name, i.error from job_item i
        join comment c on c.id = i.item_id join answer a on a.id = c.answer_id
        join unit u on u.id = c.unit_id
        where i.job_id = j.id and i.state = 'FAILED' order by a.number limit ${failuresListed}
      ) c
    ) f
    where j.kind = 'DISPOSITIONS' and j.object_id = ${planId}
    order by j.asked_at desc limit 1`.execute(tx)
  return rows[0] ?? null
}
