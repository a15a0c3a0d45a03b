import { sql } from 'kysely'
import { draftDeeds } from '../../domain/draft/deeds.ts'
import { type CyclePlans, cyclePlans, type PlanSummary } from '../../domain/draft/views.contract.ts'
import { allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'

export async function plansOfCycle(tx: Tx, caller: Caller, planYear: number): Promise<CyclePlans> {
  const cycle = await cycleOfYear(tx, planYear)
  const all = await summaries(tx)
  return cyclePlans.parse({
    cycleId: cycle.id,
    planYear,
    phase: cycle.phase,
    plans: all.filter((plan) => plan.planYear === planYear),
    sources: all.filter((plan) => plan.planYear !== planYear),
    allowedActions: allowedActions([draftDeeds.started], caller, { state: cycle.phase }),
  })
}

async function summaries(tx: Tx): Promise<PlanSummary[]> {
  const { rows } = await sql<PlanSummary>`
    select p.id, p.plan_year as "planYear", p.plan_type as "planType", p.title, p.state,
      p.published_version as "publishedVersion", coalesce(l.classes, 0)::int as classes,
      coalesce(l.trainees, 0)::int as trainees, coalesce(t.targets, 0)::int as targets
    from plan p
    join unit u on u.id = p.unit_id and u.parent_id is null
    left join (select plan_id, count(*) as classes, sum(seats) as trainees
      from class_line group by plan_id) l on l.plan_id = p.id
    left join (select plan_id, count(*) as targets from target group by plan_id) t
      on t.plan_id = p.id
    order by p.plan_year desc, p.plan_type desc`.execute(tx)
  return rows
}
