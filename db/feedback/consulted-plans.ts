import { sql } from 'kysely'
import { z } from 'zod'
import { type ConsultedPlan, consultedPlan } from '../../domain/feedback/feedback.contract.ts'
import type { Tx } from '../database.ts'

/**
 * The drafts of a round as they were frozen, in the order training, membership. Of each allocation
 * only the unit's own line leaves the database, so that 10,000 units cost no more than 43.
 */
export async function consultedPlans(
  tx: Tx,
  of: { roundId: string; unitId: string },
): Promise<ConsultedPlan[]> {
  const { rows } = await sql<{ plan: unknown }>`
    select (v.content - 'targets') || jsonb_build_object(
      'planId', v.plan_id, 'version', v.version,
      'publishedAt', to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'targets', coalesce((
        select jsonb_agg((t.target - 'allocations') || jsonb_build_object('allocation', (
          select a from jsonb_array_elements(t.target -> 'allocations') a
          where a ->> 'unitId' = ${of.unitId} limit 1)) order by t.position)
        from jsonb_array_elements(v.content -> 'targets') with ordinality t(target, position)
      ), '[]')) as plan
    from round_plan rp
    join plan_version v on v.plan_id = rp.plan_id and v.version = rp.version
    where rp.round_id = ${of.roundId}
    order by v.content ->> 'planType' desc`.execute(tx)
  return z.array(consultedPlan).parse(rows.map(({ plan }) => plan))
}
