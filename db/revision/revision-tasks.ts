import { instantAt, isDay } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { endTasks, finishTasks, openTasks } from '../tasks.ts'
import { handToHeadWhenFinished } from './finished.ts'
import { planForPart, type PlanRow } from './plan.ts'
import { isOfDepartment, revisionTask } from './tasks.ts'

type Assigned = { id: string; departmentId: string; text: string; dueOn: string }

export const assignTask = performs(routes.assignTask, async ({ tx, caller }, { params, body }) => {
  const plan = await planForPart(tx, params.planId)
  const as = mustAllow(deeds.taskAssigned, caller, { state: plan.state })
  await mustBeDepartment(tx, body.departmentId)
  const { id } = await tx
    .insertInto('revisionTask')
    .values({
      ...body,
      federationId: plan.federationId,
      cycleId: plan.cycleId,
      planId: plan.id,
      assignedBy: caller.officialId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await endTasks(tx, { kinds: ['revision.submit'], objectIds: [plan.id], because: 'reopened' })
  await putInInboxes(tx, plan, { ...body, id })
  const reply = found(await revisionTask(tx, caller, id))
  return {
    reply,
    as,
    object: objectOf(plan, id, 1),
    facts: { department: reply.departmentName, dueOn: reply.dueOn },
    content: body,
  }
})

export const completeTask = performs(
  routes.completeTask,
  async ({ tx, caller, at }, { params, body }) => {
    const task = found(
      await tx
        .selectFrom('revisionTask')
        .select(['id', 'planId', 'departmentId', 'doneAt', 'revision'])
        .where('id', '=', params.taskId)
        .forUpdate()
        .executeTakeFirst(),
    )
    const plan = await planForPart(tx, task.planId)
    const as = mustAllow(deeds.taskDone, caller, { state: plan.state })
    if (!isOfDepartment(caller, task.departmentId))
      throw new Refusal('revision.not-your-department', 'not-allowed')
    if (task.doneAt) throw new Refusal('revision.task-already-done', 'wrong-state')
    const revision = task.revision + 1
    await tx
      .updateTable('revisionTask')
      .set({ result: body.result, doneBy: caller.officialId, doneAt: at, revision })
      .where('id', '=', task.id)
      .execute()
    await finishTasks(tx, {
      kinds: ['revision.complete'],
      objectId: task.id,
      by: caller.officialId,
    })
    await handToHeadWhenFinished(tx, plan)
    const reply = found(await revisionTask(tx, caller, task.id))
    return {
      reply,
      as,
      object: objectOf(plan, task.id, revision),
      facts: { department: reply.departmentName },
      content: body,
    }
  },
)

export async function mustBeDepartment(tx: Tx, departmentId: string): Promise<void> {
  const department = await tx
    .selectFrom('department')
    .select('id')
    .where('id', '=', departmentId)
    .executeTakeFirst()
  if (!department)
    throw new Refusal('grammar.invalid-input', 'invalid', {
      faults: [{ code: 'revision.department-missing', at: '/departmentId' }],
    })
}

/** Either the department's staff or its head may do it, so both find it. */
function putInInboxes(tx: Tx, plan: PlanRow, task: Assigned): Promise<void> {
  return openTasks(
    tx,
    (['departmentDrafter', 'departmentHead'] as const).map((role) => ({
      federationId: plan.federationId,
      cycleId: plan.cycleId,
      kind: 'revision.complete',
      objectType: 'revisionTask',
      objectId: task.id,
      role,
      unitId: plan.unitId,
      departmentId: task.departmentId,
      params: { text: task.text, planTitle: plan.title },
      link: `/cycles/${plan.planYear}/revision?plan=${plan.id}&part=tasks`,
      dueAt: isDay(task.dueOn) ? instantAt(task.dueOn, '17:00') : null,
    })),
  )
}

function objectOf(plan: PlanRow, id: string, revision: number) {
  return { type: 'revisionTask', id, revision, cycleId: plan.cycleId, unitId: plan.unitId }
}
