import { sql } from 'kysely'
import { dueAsSaid } from '../../domain/cycle/due.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { day, instantAt } from '../../domain/grammar/day.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import { taskState } from '../../domain/revision/task.ts'
import type { RevisionTaskRow } from '../../domain/revision/tasks.contract.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { found } from '../subject.ts'
import { changedSince, type GivenPlaces, placeByKey } from './given-places.ts'

type Report = RevisionTaskRow['reports'][number] & { reporterId: string }

type Row = Pick<
  RevisionTaskRow,
  | 'id'
  | 'departmentId'
  | 'departmentName'
  | 'personName'
  | 'text'
  | 'comment'
  | 'dueOn'
  | 'assignedBy'
  | 'withdrawnBecause'
  | 'files'
> & {
  giverId: string
  personId: string | null
  planDepartmentId: string | null
  place: string | null
  asGiven: GivenPlaces
  reports: Report[]
}

/** What the departments were asked to complete in a plan, the earliest due first. */
export async function revisionTasks(
  entered: Entered,
  planId: string,
  now: PlanContent,
): Promise<RevisionTaskRow[]> {
  const rows = await taskRows(entered.tx, sql`t.plan_id = ${planId}`)
  if (rows.length === 0) return []
  const holidays = await holidaysOf(entered.tx)
  return rows.map((row) => viewOf(row, { ...entered, now, holidays }))
}

export async function revisionTask(
  entered: Entered,
  { id, planId }: { id: string; planId: string },
): Promise<RevisionTaskRow> {
  const [row] = await taskRows(entered.tx, sql`t.id = ${id}`)
  const now = await workingContent(entered.tx, planId)
  return viewOf(found(row), { ...entered, now, holidays: await holidaysOf(entered.tx) })
}

export function isOfDepartment(caller: Caller, departmentId: string): boolean {
  return caller.grants.some((grant) => grant.departmentId === departmentId)
}

export function isHeadOf(caller: Caller, departmentId: string | null): boolean {
  return caller.grants.some(
    ({ role, departmentId: of }) =>
      role === 'departmentHead' && (departmentId === null || of === departmentId),
  )
}

/** Somebody named does it, or the head of the department in the place of them. */
export function mustDo(caller: Caller, task: { departmentId: string; personId: string | null }) {
  const { departmentId, personId } = task
  if (personId === null) return isOfDepartment(caller, departmentId)
  return personId === caller.officialId || isHeadOf(caller, departmentId)
}

/** Whoever gave it, or the head of the department that answers for the plan. */
export function mayEnd(
  caller: Caller,
  task: { giverId: string; planDepartmentId: string | null },
): boolean {
  return task.giverId === caller.officialId || isHeadOf(caller, task.planDepartmentId)
}

type Seeing = Entered & { now: PlanContent; holidays: Awaited<ReturnType<typeof holidaysOf>> }

function viewOf(row: Row, { caller, at, now, holidays }: Seeing): RevisionTaskRow {
  const { giverId, personId, planDepartmentId, asGiven, place, ...task } = row
  const lastReport = row.reports.at(-1) ?? null
  const state = taskState({ isWithdrawn: task.withdrawnBecause !== null, lastReport })
  const isOpen = state === 'OPEN' || state === 'REPORTED'
  const mayWithdraw = isOpen && mayEnd(caller, { giverId, planDepartmentId })
  return {
    ...task,
    state,
    place: place === null ? null : placeByKey(now, place),
    due: dueAsSaid(instantAt(day(row.dueOn), '17:00'), at, holidays),
    changedSince: changedSince(asGiven, now),
    isMine: mustDo(caller, { departmentId: row.departmentId, personId }),
    mayWithdraw,
    mayJudge: mayWithdraw && state === 'REPORTED' && lastReport?.reporterId !== caller.officialId,
  }
}

async function taskRows(tx: Tx, which: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, t.department_id, d.name as department_name, p.full_name as person_name, t.text,
      t.official_id as person_id, t.due_on, giver.full_name as assigned_by, t.assigned_by as giver_id,
      plan.department_id as plan_department_id, t.withdrawn_because, t.place, t.as_given,
      case when c.id is not null then jsonb_build_object('id', c.id, 'number', a.number,
        'unitName', u.name) end as comment,
      coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'result', r.result,
          'changedPlaces', r.changed_places, 'reportedBy', o.full_name, 'reporterId', r.reported_by,
          'reportedAt', r.reported_at, 'isAccepted', r.is_accepted, 'remark', r.remark,
          'judgedBy', j.full_name, 'files', ${filesOf(sql`f.report = r.number`)}) order by r.number)
        from revision_task_report r join official o on o.id = r.reported_by
        left join official j on j.id = r.judged_by where r.task_id = t.id), '[]') as reports,
      ${filesOf(sql`f.report is null`)} as files
    from revision_task t
    join plan on plan.id = t.plan_id
    join department d on d.id = t.department_id
    join official giver on giver.id = t.assigned_by
    left join official p on p.id = t.official_id
    left join comment c on c.id = t.comment_id
    left join answer a on a.id = c.answer_id
    left join unit u on u.id = c.unit_id
    where ${which}
    order by t.due_on, t.assigned_at, t.id`.execute(tx)
  return rows
}

function filesOf(which: ReturnType<typeof sql>) {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('fileId', f.id, 'taskId', f.task_id,
      'name', f.name, 'kind', f.kind, 'size', f.size, 'sha256', f.sha256) order by f.attached_at, f.id)
    from revision_task_file f where f.task_id = t.id and ${which}), '[]')`
}
