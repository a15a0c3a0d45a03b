import { sql } from 'kysely'
import type { z } from 'zod'
import { day, dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { obstaclesToDue } from '../../domain/revision/task.ts'
import type { taskForm } from '../../domain/revision/tasks.contract.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { performs, type Stage } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { found } from '../subject.ts'
import { endTasks } from '../tasks.ts'
import { givenPlaces } from './given-places.ts'
import { planForPart, type PlanRow } from './plan.ts'
import { refuse } from './standing.ts'
import { doersOf, putBeforeDoers, taskObject, tellOfTask } from './task-hands.ts'
import { revisionTask } from './tasks.ts'

type Wanted = z.output<typeof taskForm>

export const assignTask = performs(routes.assignTask, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const plan = await planForPart(tx, params.planId)
  const as = mustAllow(deeds.taskAssigned, caller, { state: plan.state })
  const id = await writeTask(stage, plan, body)
  await endTasks(tx, { kinds: ['revision.submit'], objectIds: [plan.id], because: 'reopened' })
  const task = { ...body, id }
  await putBeforeDoers(tx, plan, task)
  const to = (await doersOf(tx, task)).filter((each) => each !== caller.officialId)
  await tellOfTask(tx, plan, {
    task,
    about: 'taskGiven',
    turn: 1,
    to,
    params: { dueOn: body.dueOn },
  })
  await rereadReminders(tx, plan, `${id}/1`)
  const reply = await revisionTask(stage, { id, planId: plan.id })
  return {
    reply,
    as,
    object: taskObject(plan, id, 1),
    facts: { department: reply.departmentName, dueOn: reply.dueOn },
    content: body,
  }
})

async function writeTask({ tx, caller, at }: Stage, plan: PlanRow, body: Wanted): Promise<string> {
  const { commentId, departmentId, dueOn, personId, place, text } = body
  const today = dayOfInstant(at)
  await mustBeDepartment(tx, departmentId)
  refuse(
    'revision.task-not-in-order',
    obstaclesToDue(day(dueOn), { today, holidays: await holidaysOf(tx) }),
  )
  const asGiven = givenPlaces(await workingContent(tx, plan.id))
  if (personId) await mustBeOfDepartment(tx, departmentId, personId)
  if (commentId) await mustBeOfPlan(tx, plan, commentId)
  if (place !== null && !(place in asGiven)) throw badInput('revision.place-missing', '/place')
  const { id } = await tx
    .insertInto('revisionTask')
    .values({
      departmentId,
      text,
      dueOn,
      commentId,
      place,
      officialId: personId,
      asGiven: JSON.stringify(asGiven),
      federationId: plan.federationId,
      cycleId: plan.cycleId,
      planId: plan.id,
      assignedBy: caller.officialId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The year's process reads anew when to remind next. */
export function rereadReminders(tx: Tx, plan: PlanRow, turn: string): Promise<void> {
  return requestProcess(tx, {
    federationId: plan.federationId,
    workflowType: 'trainingCycle',
    workflowId: plan.cycleProcessId,
    message: 'signal',
    name: 'calendarChanged',
    input: {},
    key: `revisionTask/${turn}`,
  })
}

export async function mustBeDepartment(tx: Tx, departmentId: string): Promise<void> {
  const department = await tx
    .selectFrom('department')
    .select('id')
    .where('id', '=', departmentId)
    .executeTakeFirst()
  if (!department) throw badInput('revision.department-missing', '/departmentId')
}

async function mustBeOfDepartment(tx: Tx, departmentId: string, personId: string): Promise<void> {
  const ids = await doersOf(tx, { departmentId, personId: null })
  if (!ids.includes(personId)) throw badInput('revision.person-of-another', '/personId')
}

async function mustBeOfPlan(tx: Tx, plan: PlanRow, commentId: string): Promise<void> {
  const { rows } = await sql<{ planId: string }>`
    select plan_id from comment where id = ${commentId} and withdrawn_at is null`.execute(tx)
  if (found(rows[0]).planId !== plan.id)
    throw badInput('revision.comment-of-another-plan', '/commentId')
}

function badInput(code: string, at: string): Refusal {
  return new Refusal('grammar.invalid-input', 'invalid', { faults: [{ code, at }] })
}
