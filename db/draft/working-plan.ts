import { sql } from 'kysely'
import { isPlanState, type PlanState } from '../../domain/cycle/plan-state.ts'
import { draftDeeds } from '../../domain/draft/deeds.ts'
import { judged } from '../../domain/draft/judged.ts'
import { tetWeeks } from '../../domain/federation/holidays.ts'
import { type WorkingPlan, workingPlan } from '../../domain/draft/views.contract.ts'
import { allowedActions, type Caller, type Role } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { type PlanRows, planRows } from './plan-rows.ts'
import { contentOf } from './working-content.ts'

/** The plan as its writers see it: whole, with what keeps it back and whom it waits for. */
export async function readWorkingPlan(
  tx: Tx,
  caller: Caller,
  planId: string,
): Promise<WorkingPlan> {
  const rows = await planRows(tx, planId)
  const { plan } = rows
  const content = contentOf(rows)
  const finished = rows.clauses.filter((clause) => clause.finished).map(({ code }) => code)
  return workingPlan.parse({
    ...plan,
    ...rows,
    paper: plan,
    head: plan,
    targets: rows.targets.map((target) => ({ ...target, ...shareOf(target.id, rows) })),
    totals: content.totals,
    tetWeeks: tetWeeks(plan.planYear),
    ...judged(content, finished),
    waitsFor: await waitedFor(tx, plan),
    allowedActions: allowedActions(planDeeds, caller, { state: plan.state }),
  })
}

const { started: _, ...deedsOfPlan } = draftDeeds
const planDeeds = Object.values(deedsOfPlan)

function shareOf(targetId: string, { allocations }: PlanRows) {
  const mine = allocations.filter((row) => row.targetId === targetId)
  const sum = mine.reduce((total, row) => total + row.value, 0)
  return { allocatedUnits: mine.length, allocatedSum: Math.round(sum * 100) / 100 }
}

const waitingRoles: Readonly<Record<PlanState, readonly Role[]>> = {
  COLLECTING_NEEDS: [],
  DRAFTING: ['departmentDrafter'],
  WITH_HEAD: ['departmentHead'],
  WITH_LEADER: ['committeeLeader'],
  CONSULTING: [],
  CONSOLIDATING: ['departmentDrafter'],
  REVISING: ['departmentDrafter', 'departmentHead'],
  CHECKING: ['contentChecker', 'formChecker'],
  AWAITING_COMMITTEE: ['committeeMember'],
  APPROVED: ['committeeLeader'],
  SIGNED: ['recordsClerk'],
  ISSUED: [],
  IN_EXECUTION: [],
  AMENDING: [],
  CLOSED: [],
  ARCHIVED: [],
}

/** Who holds the plan's next deed today; a department's own people where it has a department. */
async function waitedFor(tx: Tx, plan: PlanRows['plan']): Promise<WorkingPlan['waitsFor']> {
  const roles = isPlanState(plan.state) ? waitingRoles[plan.state] : []
  const { rows } = await sql<WorkingPlan['waitsFor'][number]>`
    select distinct g.role, o.full_name as name
    from role_grant g join official o on o.id = g.official_id
    where g.unit_id = ${plan.unitId} and g.role = any(${[...roles]}::text[])
      and g.since <= current_date and (g.until is null or g.until >= current_date)
      and (g.department_id is null or ${plan.departmentId}::uuid is null
        or g.department_id = ${plan.departmentId})
    order by 1, 2`.execute(tx)
  return rows
}
