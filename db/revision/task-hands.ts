import { sql } from 'kysely'
import { instantAt, day } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'
import { tell } from '../outbox.ts'
import { found } from '../subject.ts'
import { openTasks } from '../tasks.ts'
import { planForPart, type PlanRow } from './plan.ts'

export type TaskRow = Awaited<ReturnType<typeof taskForChange>>['task']

/** A task, held, with its plan: a deed is about to move it on. */
export async function taskForChange(tx: Tx, taskId: string) {
  const task = found(
    await tx
      .selectFrom('revisionTask')
      .select([
        'id',
        'planId',
        'departmentId',
        'officialId as personId',
        'text',
        'dueOn',
        'assignedBy as giverId',
        'asGiven',
        'withdrawnAt',
        'revision',
      ])
      .where('id', '=', taskId)
      .forUpdate()
      .executeTakeFirst(),
  )
  const plan = await planForPart(tx, task.planId)
  const lastReport = await tx
    .selectFrom('revisionTaskReport')
    .select(['number', 'isAccepted', 'reportedBy'])
    .where('taskId', '=', taskId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { task, plan, lastReport: lastReport ?? null }
}

export async function movedOn(tx: Tx, task: { id: string; revision: number }): Promise<number> {
  const revision = task.revision + 1
  await tx.updateTable('revisionTask').set({ revision }).where('id', '=', task.id).execute()
  return revision
}

export function taskObject(plan: PlanRow, id: string, revision: number) {
  return { type: 'revisionTask', id, revision, cycleId: plan.cycleId, unitId: plan.unitId }
}

type Given = {
  id: string
  departmentId: string
  personId: string | null
  text: string
  dueOn: string
}

const doers = ['departmentDrafter', 'departmentHead'] as const

/** Whoever is named finds it, else the department's staff and its head, either of whom may do it. */
export function putBeforeDoers(tx: Tx, plan: PlanRow, task: Given): Promise<void> {
  const { departmentId, personId } = task
  const to = personId ? [{ role: doers[0], officialId: personId }] : doers.map((role) => ({ role }))
  return openTasks(
    tx,
    to.map((whom) => ({
      ...inInbox(plan, task, 'revision.complete'),
      ...whom,
      departmentId,
      dueAt: instantAt(day(task.dueOn), '17:00'),
    })),
  )
}

/** Whoever gave it judges it; has he left his post, or done it himself, the head of the department. */
export async function putBeforeGiver(
  tx: Tx,
  plan: PlanRow,
  task: Given & { giverId: string; reportedBy: string },
): Promise<void> {
  const isThere = task.giverId !== task.reportedBy && (await isInOffice(tx, plan, task.giverId))
  await openTasks(tx, [
    {
      ...inInbox(plan, task, 'revision.judge'),
      ...(isThere
        ? { role: 'departmentDrafter', officialId: task.giverId }
        : { role: 'departmentHead', departmentId: plan.departmentId }),
    },
  ])
}

export function taskLink(plan: Pick<PlanRow, 'id' | 'planYear'>): string {
  return `/cycles/${plan.planYear}/revision?plan=${plan.id}&part=tasks`
}

/** A letter about a task, once for each of its turns. */
export async function tellOfTask(
  tx: Tx,
  plan: PlanRow,
  letter: {
    task: { id: string; text: string }
    about: 'taskGiven' | 'taskReported' | 'taskAccepted' | 'taskReturned' | 'taskWithdrawn'
    turn: number
    to: readonly string[]
    params?: Record<string, string>
  },
): Promise<void> {
  const { task, about, turn, to, params } = letter
  await tell(tx, plan.federationId, [...new Set(to)], {
    eventKey: `revisionTask/${task.id}/${about}/${turn}`,
    textKey: `revision.letters.${about}`,
    params: { text: task.text, planTitle: plan.title, ...params },
    link: taskLink(plan),
  })
}

/** Who of a department may do its tasks today, or the one who is named. */
export async function doersOf(
  tx: Tx,
  { departmentId, personId }: Pick<Given, 'departmentId' | 'personId'>,
): Promise<string[]> {
  if (personId) return [personId]
  const { rows } = await sql<{ id: string }>`
    select distinct g.official_id as id from role_grant g
    where g.department_id = ${departmentId} and g.role = any(${[...doers]}::text[])
      and g.since <= current_date and (g.until is null or g.until >= current_date)`.execute(tx)
  return rows.map(({ id }) => id)
}

function inInbox(plan: PlanRow, task: Given, kind: string) {
  return {
    federationId: plan.federationId,
    cycleId: plan.cycleId,
    kind,
    objectType: 'revisionTask',
    objectId: task.id,
    unitId: plan.unitId,
    params: { text: task.text, planTitle: plan.title },
    link: taskLink(plan),
  }
}

async function isInOffice(tx: Tx, plan: PlanRow, officialId: string): Promise<boolean> {
  const { rows } = await sql`
    select from role_grant g where g.official_id = ${officialId} and g.unit_id = ${plan.unitId}
      and g.role = any(${[...doers]}::text[])
      and g.since <= current_date and (g.until is null or g.until >= current_date) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
