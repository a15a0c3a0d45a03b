import { sql } from 'kysely'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import type { Entered } from '../context.ts'

/** What the reader did last on this plan and has not taken back; a job may still be at it. */
export async function lastActOf(
  { tx, caller }: Pick<Entered, 'tx' | 'caller'>,
  planId: string,
): Promise<ConsolidationView['lastAct']> {
  const { rows } = await sql<NonNullable<ConsolidationView['lastAct']>>`
    select a.id as act_id, a.kind, a.done_at, t.code as target_code, r.rows,
      (case when a.target_id is null then r.first end) as comment_id,
      coalesce(j.state in ('WAITING', 'RUNNING'), false) as is_running
    from revision_act a left join target t on t.id = a.target_id
    left join job j on j.id = a.job_id
    cross join lateral (select count(*)::integer as rows, (min(row_id::text))::uuid as first
      from revision_act_row where act_id = a.id) r
    where a.plan_id = ${planId} and a.done_by = ${caller.officialId} and a.undone_at is null
    order by a.number desc limit 1`.execute(tx)
  return rows[0] ?? null
}
