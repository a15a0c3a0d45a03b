import { sql } from 'kysely'
import type { PlanState } from '../../domain/cycle/plan-state.ts'
import { day } from '../../domain/grammar/day.ts'
import { isOverdueMoment, type TaskMoment, taskReminders } from '../../domain/revision/task.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { tell } from '../outbox.ts'
import { enterSystemDeed } from '../register.ts'
import { doersOf, taskLink } from './task-hands.ts'

type OpenTask = {
  id: string
  planId: string
  planYear: number
  planTitle: string
  departmentId: string
  personId: string | null
  giverId: string
  text: string
  dueOn: string
  assignedAt: string
  reminded: string[]
}

type Reminder = { task: OpenTask; moment: TaskMoment; at: string }

/** The moment at which somebody is to be reminded next of a task of the year, if there is one. */
export async function nextTaskReminder(tx: Tx, cycleId: string): Promise<string | null> {
  const times = (await remindersToCome(tx, cycleId)).map(({ at }) => at)
  return times.toSorted()[0] ?? null
}

/**
 * Reminds of every open task whose moment has come by then; a second time reminds nobody. Of a day
 * gone by, whoever gave the task learns too.
 */
export async function remindOfTasks(
  tx: Tx,
  { federationId, cycleId, upTo }: { federationId: string; cycleId: string; upTo: string },
): Promise<void> {
  const come = (await remindersToCome(tx, cycleId)).filter(({ at }) => at <= upTo)
  if (come.length === 0) return
  await tx
    .insertInto('revisionTaskReminder')
    .values(come.map(({ task, moment }) => ({ taskId: task.id, moment, federationId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // After a long silence one letter says it, the latest.
  const latest = new Map(come.map((reminder) => [reminder.task.id, reminder]))
  for (const reminder of latest.values()) await remind(tx, federationId, reminder)
  await enterSystemDeed(tx, federationId, {
    deed: 'revisionTask.reminded',
    object: { type: 'cycle', id: cycleId, cycleId },
    facts: { count: latest.size },
    trace: '',
    key: `cycle/${cycleId}/tasksReminded/${upTo}`,
  })
}

async function remind(tx: Tx, federationId: string, { task, moment }: Reminder): Promise<void> {
  const { text, planTitle, dueOn, giverId } = task
  const isOver = isOverdueMoment(moment)
  const to = [...(await doersOf(tx, task)), ...(isOver ? [giverId] : [])]
  await tell(tx, federationId, [...new Set(to)], {
    eventKey: `revisionTask/${task.id}/reminded/${moment}`,
    textKey: `revision.letters.${isOver ? 'taskOverdue' : 'taskDueSoon'}`,
    params: { text, planTitle, dueOn },
    link: taskLink({ id: task.planId, planYear: task.planYear }),
  })
}

async function remindersToCome(tx: Tx, cycleId: string): Promise<Reminder[]> {
  const tasks = await openTasksOf(tx, cycleId)
  if (tasks.length === 0) return []
  const holidays = await holidaysOf(tx)
  return tasks.flatMap((task) =>
    taskReminders({ dueOn: day(task.dueOn), assignedAt: task.assignedAt }, holidays)
      .filter(({ moment }) => !task.reminded.includes(moment))
      .map((reminder) => ({ ...reminder, task })),
  )
}

async function openTasksOf(tx: Tx, cycleId: string): Promise<OpenTask[]> {
  const { rows } = await sql<OpenTask>`
    select t.id, t.plan_id, p.plan_year, p.title as plan_title, t.department_id,
      t.official_id as person_id, t.assigned_by as giver_id, t.text, t.due_on, t.assigned_at,
      array(select m.moment from revision_task_reminder m where m.task_id = t.id) as reminded
    from revision_task t join plan p on p.id = t.plan_id
    where t.cycle_id = ${cycleId} and t.withdrawn_at is null
      -- while the units answer once more nobody can go on with it
      and p.state <> ${'CONSULTING' satisfies PlanState}
      and not exists (select from revision_task_report r
        where r.task_id = t.id and r.is_accepted is distinct from false)
    order by t.due_on, t.id`.execute(tx)
  return rows
}
