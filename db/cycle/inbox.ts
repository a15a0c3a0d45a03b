import { sql } from 'kysely'
import { dueAsSaid, taskGroup } from '../../domain/cycle/due.ts'
import type { InboxView, TaskView } from '../../domain/cycle/inbox.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import type { Entered } from '../context.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { paramsOf } from './text-params.ts'
import { isMine } from './is-mine.ts'
import { waitingFor } from './waiting.ts'

/** What waits for me, whom others wait for, and what I have done: four statements for everyone. */
export async function inboxOf(entered: Entered): Promise<InboxView> {
  const { tx, at } = entered
  const holidays = await holidaysOf(tx)
  const tasks = await myTasks(entered)
  const waiting = await waitingFor(entered, { cycleId: null, holidays })
  const done = await doneByMe(entered)
  return {
    today: dayOfInstant(at),
    tasks: tasks.map((row) => taskView(row, at, holidays)),
    waiting,
    doneThisMonth: done.length,
    lastDone: done.slice(0, 20),
  }
}

type TaskRow = {
  taskId: string
  kind: string
  params: Record<string, string | number>
  link: string
  planYear: number | null
  dueAt: string | null
  openedAt: string
  role: string
  unitName: string
  byName: boolean
  substituteFor: string | null
}

async function myTasks({ tx, caller }: Entered): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select t.id as task_id, t.kind, t.params, t.link, c.plan_year, t.due_at, t.opened_at, t.role,
      u.name as unit_name, t.official_id is not null as by_name, h.full_name as substitute_for
    from task t
    join unit u on u.id = t.unit_id
    left join cycle c on c.id = t.cycle_id
    left join lateral (
      select g.substitute_for from role_grant g
      where t.official_id is null and g.official_id = ${caller.officialId} and g.role = t.role
        and g.unit_id = t.unit_id
        and (t.department_id is null or g.department_id is null or g.department_id = t.department_id)
        and g.since <= current_date and (g.until is null or g.until >= current_date)
      order by g.substitute_for nulls first
      limit 1
    ) mine on true
    left join official h on h.id = mine.substitute_for
    where t.done_at is null and ${isMine(caller.officialId)}
    order by t.due_at nulls last, t.opened_at, t.id
    limit 200`.execute(tx)
  return rows
}

function taskView(row: TaskRow, now: string, holidays: readonly Holiday[]): TaskView {
  const { dueAt, role, unitName, byName, substituteFor, ...rest } = row
  const due = dueAt ? dueAsSaid(dueAt, now, holidays) : null
  return {
    ...rest,
    due,
    group: taskGroup(due, dayOfInstant(now)),
    mineBecause: { role, unitName, byName, substituteFor },
  }
}

async function doneByMe({ tx, caller }: Entered): Promise<InboxView['lastDone']> {
  const rows = await tx
    .selectFrom('task')
    .select(['id as taskId', 'kind', 'params', 'link', 'doneAt'])
    .where('doneBy', '=', caller.officialId)
    .where(
      'doneAt',
      '>=',
      sql<string>`date_trunc('month', now() at time zone 'Asia/Ho_Chi_Minh') at time zone 'Asia/Ho_Chi_Minh'`,
    )
    .orderBy('doneAt', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    params: paramsOf(row.params),
    doneAt: row.doneAt ?? '',
  }))
}
