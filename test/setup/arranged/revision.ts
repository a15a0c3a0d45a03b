import { planIn, sharesAsWritten } from './draft.ts'
import type { Arrange, Scene } from './scene.ts'

async function commentOf({ idFrom, answerId, sql }: Scene): Promise<string> {
  const commentId = await idFrom(
    `update comment set withdrawn_at = null where id = (
       select id from comment where answer_id = $1 order by version desc limit 1) returning id`,
    [answerId],
  )
  await sql('delete from disposition where merged_into = $1 or comment_id = $1', [commentId])
  return commentId
}

async function disposed(scene: Scene, commentId: string, disposition: string): Promise<void> {
  await scene.sql(
    `insert into disposition (comment_id, federation_id, round_id, disposition, forwarded_to, decided_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (comment_id) do update set disposition = excluded.disposition`,
    [
      commentId,
      scene.federation.federationId,
      scene.roundId,
      disposition,
      disposition === 'FORWARDED' ? scene.federation.departmentId : null,
      scene.federation.person('drafter').officialId,
    ],
  )
}

const onComment =
  (body: unknown, before: 'ACCEPTED' | 'FORWARDED' | null, revision = 0): Arrange =>
  async ({ scene, state }) => {
    await planIn(scene, state)
    const commentId = await commentOf(scene)
    if (before) await disposed(scene, commentId, before)
    return { params: { commentId }, body, revision }
  }

const grouped: Arrange = async ({ scene, state }) => {
  await planIn(scene, state)
  const commentId = await commentOf(scene)
  const other = await scene.idFrom(
    `select c.id from comment c join answer a on a.id = c.answer_id
     where a.id <> $1 and c.withdrawn_at is null limit 1`,
    [scene.answerId],
  )
  await scene.sql('delete from disposition where comment_id = $1', [other])
  return { params: { commentId }, body: { commentIds: [other] } }
}

const split: Arrange = async (asking) => {
  const given = await grouped(asking)
  const { scene } = asking
  const [other] = (given.body as { commentIds: string[] }).commentIds // as grouped has just made it
  await scene.sql(
    `insert into disposition (comment_id, federation_id, round_id, disposition, merged_into, decided_by)
     values ($1, $2, $3, 'MERGED', $4, $5)`,
    [
      other,
      scene.federation.federationId,
      scene.roundId,
      given.params?.commentId,
      scene.federation.person('drafter').officialId,
    ],
  )
  return given
}

/** What an earlier job has not come to yet, it leaves alone. */
const stopJobs = ({ sql }: Scene) =>
  sql(
    `update job set state = 'CANCELLED' where kind = 'DISPOSITIONS' and state in ('WAITING', 'RUNNING')`,
  )

const manyAtOnce: Arrange = async ({ scene, state }) => {
  await stopJobs(scene)
  const commentId = await commentOf(scene)
  return {
    params: await planIn(scene, state),
    body: { disposition: 'ACCEPTED', comments: [{ id: commentId, revision: 0 }] },
  }
}

/** The last act of whoever asks; somebody who may not ask finds one of the drafter. */
const undone: Arrange = async ({ scene, state, who }) => {
  await stopJobs(scene)
  const commentId = await commentOf(scene)
  await disposed(scene, commentId, 'ACCEPTED')
  const { officialId } = scene.federation.person(who === 'head' ? 'head' : 'drafter')
  const actId = await scene.idFrom(
    `with act as (
       insert into revision_act (federation_id, plan_id, kind, done_by, done_at)
       values ($1, $2, 'DISPOSED', $3, now()) returning id
     ), r as (
       insert into revision_act_row (act_id, row_id, federation_id, before, after)
       select act.id, $4, $1, null, (select to_jsonb(d) from disposition d where d.comment_id = $4) from act
     ) select id from act`,
    [scene.federation.federationId, scene.planId, officialId, commentId],
  )
  return { params: await planIn(scene, state), body: { actId } }
}

/** Half of the headline for each of the two units that have a share, by what they did last year. */
const redistributed: Arrange = async ({ scene, state }) => {
  await planIn(scene, state)
  await sharesAsWritten(scene)
  await scene.sql('delete from request_decision')
  await scene.sql('update target_request set withdrawn_at = now() where withdrawn_at is null')
  const [target] = await scene.sql(
    `select t.id, t.value from target t where t.plan_id = $1 and t.is_allocated and exists (
       select from allocation a where a.target_id = t.id) order by t.code limit 1`,
    [scene.planId],
  )
  const units = await scene.sql(
    'update allocation set last_year_done = 10 where target_id = $1 returning unit_id',
    [target?.id],
  )
  const unitIds = units.map(({ unit_id }) => unit_id)
  const value = Number(target?.value) / units.length
  return {
    params: { targetId: target?.id },
    body: {
      basis: 'LAST_YEAR',
      unitIds,
      shares: unitIds.map((unitId) => ({ unitId, value })),
    },
  }
}

const decided: Arrange = async ({ scene, state }) => {
  await planIn(scene, state)
  await sharesAsWritten(scene)
  const requestId = await scene.idFrom(
    `update target_request set withdrawn_at = null where id = (
       select id from target_request where answer_id = $1 order by version desc limit 1) returning id`,
    [scene.answerId],
  )
  return { params: { requestId }, body: { outcome: 'ACCEPTED', granted: 80 }, revision: 0 }
}

/** Everything answered and done, nothing on its way to the committee. */
const submitted: Arrange = async ({ scene, state }) => {
  await scene.sql(
    `update approval set state = 'RETURNED' where plan_id = $1 and state <> 'ISSUED'`,
    [scene.planId],
  )
  await scene.sql('delete from disposition')
  await sharesAsWritten(scene)
  const { federationId } = scene.federation
  const by = scene.federation.person('drafter').officialId
  await scene.sql(
    `insert into disposition (comment_id, federation_id, round_id, disposition, changed_places, decided_by)
     select id, $1, round_id, 'ACCEPTED', '{II.1}', $2 from comment`,
    [federationId, by],
  )
  await scene.sql(
    `insert into request_decision (target_request_id, federation_id, round_id, outcome, granted, explanation, decided_by)
     select id, $1, round_id, 'NOT_ACCEPTED', assigned, 'Giữ nguyên', $2 from target_request`,
    [federationId, by],
  )
  await scene.sql(
    `update revision_task set withdrawn_at = now(), withdrawn_by = $1, withdrawn_because = 'Xong'
     where withdrawn_at is null`,
    [by],
  )
  return { params: await planIn(scene, state), body: {} }
}

export const revisionArranged: Record<string, Arrange> = {
  'comment.disposed': onComment({ disposition: 'ACCEPTED', changedPlaces: ['II.1'] }, null),
  'comment.reopened': onComment(undefined, 'ACCEPTED', 1),
  'comments.grouped': grouped,
  'group.split': split,
  'comments.disposedTogether': manyAtOnce,
  'revisionAct.undone': undone,
  'target.redistributed': redistributed,
  'forwarded.answered': onComment({ answer: 'Ban đồng ý.' }, 'FORWARDED'),
  'request.decided': decided,
  'plan.submitted': submitted,
}
