import { sql } from 'kysely'
import type { ApprovalRow } from '../approval/approval-row.ts'
import type { Tx } from '../database.ts'
import { layDownJob } from '../lay-down-job.ts'
import { tellHolders } from '../outbox.ts'
import type { Stage } from '../performer.ts'

/** A job with one item for each unit that commented or asked for another target. */
export async function askForAnswerLetters(
  stage: Stage,
  { federationId, planId }: ApprovalRow,
): Promise<void> {
  const { rows } = await sql<{ unitId: string }>`
    select unit_id from comment where plan_id = ${planId} and withdrawn_at is null
    union
    select unit_id from target_request where plan_id = ${planId} and withdrawn_at is null`.execute(
    stage.tx,
  )
  if (rows.length === 0) return
  const job = { federationId, kind: 'ANSWER_LETTERS', objectId: planId }
  await layDownJob(
    stage,
    job,
    rows.map(({ unitId }) => unitId),
  )
}

type Counts = {
  planTitle: string
  planYear: number
  number: string
  federationId: string
  comments: number
  accepted: number
  partly: number
  notAccepted: number
}

/** What became of each of a unit's comments, told to its drafter and its head. Twice writes one letter. */
export async function answerLetterFor(tx: Tx, jobId: string, unitId: string): Promise<void> {
  const { rows } = await sql<Counts>`
    select p.title as plan_title, p.plan_year, p.federation_id,
      coalesce(lpad(r.number::text, greatest(2, length(r.number::text)), '0') || '/' || r.symbol, '') as number,
      count(o.*)::integer as comments,
      count(*) filter (where o.outcome = 'ACCEPTED')::integer as accepted,
      count(*) filter (where o.outcome = 'PARTLY')::integer as partly,
      count(*) filter (where o.outcome = 'NOT_ACCEPTED')::integer as not_accepted
    from job j
    join plan p on p.id = j.object_id
    left join paper r on r.plan_id = p.id and r.state = 'ISSUED'
    left join lateral (
      -- A comment joined to another got that one's answer.
      select coalesce(m.disposition, d.disposition) as outcome
      from comment c
      left join disposition d on d.comment_id = c.id
      left join disposition m on m.comment_id = d.merged_into
      where c.plan_id = p.id and c.unit_id = ${unitId} and c.withdrawn_at is null
      union all
      select q.outcome from target_request t
      left join request_decision q on q.target_request_id = t.id
      where t.plan_id = p.id and t.unit_id = ${unitId} and t.withdrawn_at is null
    ) o on true
    where j.id = ${jobId}
    group by p.id, r.number, r.symbol`.execute(tx)
  const counts = rows[0]
  if (!counts) throw new Error(`there is no job ${jobId}`)
  const { federationId, ...params } = counts
  await tellHolders(
    tx,
    federationId,
    { roles: ['unitDrafter', 'unitHead'], unitIds: [unitId] },
    {
      eventKey: `job/${jobId}/${unitId}`,
      textKey: 'papers.letters.answered',
      params,
      link: `/cycles/${counts.planYear}/feedback`,
    },
  )
}
