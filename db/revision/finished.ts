import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { openTasks } from '../tasks.ts'
import { momentOf, type PlanRow } from './plan.ts'

/**
 * Once nothing is open any more, the head of department finds the plan in the inbox. The deed
 * itself judges again; this only says whose turn it is.
 */
export async function handToHeadWhenFinished(tx: Tx, plan: PlanRow): Promise<void> {
  const { rows } = await sql<{ isOpen: boolean }>`
    select exists (
        select from comment c left join disposition d on d.comment_id = c.id
        where c.plan_id = ${plan.id} and c.withdrawn_at is null
          and (d.comment_id is null
            or (d.disposition = 'FORWARDED' and coalesce(d.forwarded_answer, '') = ''))
      ) or exists (
        select from target_request r left join request_decision d on d.target_request_id = r.id
        where r.plan_id = ${plan.id} and r.withdrawn_at is null and d.target_request_id is null
      ) or exists (
        select from revision_task t where t.plan_id = ${plan.id} and t.withdrawn_at is null
          and not exists (select from revision_task_report r where r.task_id = t.id and r.is_accepted)
      ) as "isOpen"`.execute(tx)
  if (rows[0]?.isOpen !== false) return
  await openTasks(tx, [
    {
      federationId: plan.federationId,
      cycleId: plan.cycleId,
      kind: 'revision.submit',
      objectType: 'plan',
      objectId: plan.id,
      role: 'departmentHead',
      unitId: plan.unitId,
      departmentId: plan.departmentId,
      params: { title: plan.title, planYear: plan.planYear },
      link: `/cycles/${plan.planYear}/revision?plan=${plan.id}`,
      dueAt: await momentOf(tx, plan.cycleId, 'revisionDue'),
    },
  ])
}
