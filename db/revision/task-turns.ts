import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { obstaclesToReporting } from '../../domain/revision/task.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { performs, type Stage } from '../performer.ts'
import { endTasks, finishTasks } from '../tasks.ts'
import { rereadReminders } from './assign-task.ts'
import { handToHeadWhenFinished } from './finished.ts'
import { changedSince, type GivenPlaces } from './given-places.ts'
import type { PlanRow } from './plan.ts'
import { refuse } from './standing.ts'
import {
  doersOf,
  movedOn,
  putBeforeDoers,
  putBeforeGiver,
  taskForChange,
  taskObject,
  type TaskRow,
  tellOfTask,
} from './task-hands.ts'
import { mayEnd, mustDo, revisionTask } from './tasks.ts'

export const completeTask = performs(routes.completeTask, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const { task, plan, lastReport } = await taskForChange(tx, params.taskId)
  const as = mustAllow(deeds.taskDone, caller, { state: plan.state })
  mustBeOpen(task, lastReport)
  if (!mustDo(caller, task)) throw new Refusal('revision.not-your-department', 'not-allowed')
  await mustBeProved(tx, task, body.changedPlaces)
  const number = (lastReport?.number ?? 0) + 1
  await tx
    .insertInto('revisionTaskReport')
    .values({
      ...body,
      number,
      taskId: task.id,
      federationId: plan.federationId,
      reportedBy: caller.officialId,
      reportedAt: at,
    })
    .execute()
  await tx
    .updateTable('revisionTaskFile')
    .set({ report: number })
    .where('taskId', '=', task.id)
    .where('report', 'is', null)
    .execute()
  await finishTasks(tx, { kinds: ['revision.complete'], objectId: task.id, by: caller.officialId })
  await putBeforeGiver(tx, plan, { ...task, reportedBy: caller.officialId })
  const to = [task.giverId].filter((each) => each !== caller.officialId)
  const said = { name: caller.fullName, result: body.result }
  await tellOfTask(tx, plan, { task, about: 'taskReported', turn: number, to, params: said })
  return turned(stage, { task, plan, as, content: body })
})

export const acceptTask = performs(routes.acceptTask, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const { task, plan, lastReport } = await taskForChange(tx, params.taskId)
  const as = mustAllow(deeds.taskAccepted, caller, { state: plan.state })
  const report = mustBeToJudge(stage, { task, plan, lastReport })
  await judge(stage, task, { number: report.number, isAccepted: true, remark: body.remark })
  await finishTasks(tx, { kinds: ['revision.judge'], objectId: task.id, by: caller.officialId })
  const to = [report.reportedBy]
  await tellOfTask(tx, plan, { task, about: 'taskAccepted', turn: report.number, to })
  await handToHeadWhenFinished(tx, plan)
  return turned(stage, { task, plan, as, content: body })
})

export const returnTask = performs(routes.returnTask, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const { task, plan, lastReport } = await taskForChange(tx, params.taskId)
  const as = mustAllow(deeds.taskReturned, caller, { state: plan.state })
  const { number, reportedBy } = mustBeToJudge(stage, { task, plan, lastReport })
  await judge(stage, task, { number, isAccepted: false, remark: body.remark })
  await finishTasks(tx, { kinds: ['revision.judge'], objectId: task.id, by: caller.officialId })
  await putBeforeDoers(tx, plan, task)
  const to = [reportedBy, ...(await doersOf(tx, task))]
  await tellOfTask(tx, plan, { task, about: 'taskReturned', turn: number, to, params: body })
  await rereadReminders(tx, plan, `${task.id}/returned/${number}`)
  return turned(stage, { task, plan, as, content: body })
})

export const withdrawTask = performs(routes.withdrawTask, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const { task, plan, lastReport } = await taskForChange(tx, params.taskId)
  const as = mustAllow(deeds.taskWithdrawn, caller, { state: plan.state })
  mustNotBeOver(task, lastReport)
  mustEnd(stage, task, plan)
  await tx
    .updateTable('revisionTask')
    .set({ withdrawnBy: caller.officialId, withdrawnAt: at, withdrawnBecause: body.remark })
    .where('id', '=', task.id)
    .execute()
  const kinds = ['revision.complete', 'revision.judge']
  await endTasks(tx, { kinds, objectIds: [task.id], because: 'withdrawn' })
  const to = (await doersOf(tx, task)).filter((each) => each !== caller.officialId)
  await tellOfTask(tx, plan, { task, about: 'taskWithdrawn', turn: 1, to, params: body })
  await handToHeadWhenFinished(tx, plan)
  return turned(stage, { task, plan, as, content: body })
})

type Last = Awaited<ReturnType<typeof taskForChange>>['lastReport']

export function mustBeOpen(task: TaskRow, lastReport: Last): void {
  mustNotBeOver(task, lastReport)
  if (lastReport?.isAccepted === null)
    throw new Refusal('revision.task-already-done', 'wrong-state')
}

function mustNotBeOver({ withdrawnAt }: TaskRow, lastReport: Last): void {
  if (withdrawnAt || lastReport?.isAccepted === true)
    throw new Refusal('revision.task-over', 'wrong-state')
}

function mustEnd({ caller }: Stage, { giverId }: TaskRow, { departmentId }: PlanRow): void {
  if (!mayEnd(caller, { giverId, planDepartmentId: departmentId }))
    throw new Refusal('revision.not-your-task', 'not-allowed')
}

type Judging = { task: TaskRow; plan: PlanRow; lastReport: Last }

/** Nobody takes their own work. */
function mustBeToJudge(stage: Stage, { task, plan, lastReport }: Judging) {
  mustNotBeOver(task, lastReport)
  mustEnd(stage, task, plan)
  if (lastReport?.isAccepted !== null)
    throw new Refusal('revision.task-not-reported', 'wrong-state')
  if (lastReport.reportedBy === stage.caller.officialId)
    throw new Refusal('revision.own-report', 'not-allowed')
  return lastReport
}

async function mustBeProved(tx: Tx, task: TaskRow, claimed: readonly string[]): Promise<void> {
  const now = await workingContent(tx, task.planId)
  // written by assignTask, and by nobody else
  const given = task.asGiven as GivenPlaces
  const changed = changedSince(given, now).map(({ key }) => key)
  const files = await tx
    .selectFrom('revisionTaskFile')
    .select('id')
    .where('taskId', '=', task.id)
    .where('report', 'is', null)
    .execute()
  refuse(
    'revision.task-not-in-order',
    obstaclesToReporting({ claimed, changed, files: files.length }),
  )
}

type Judgement = { number: number; isAccepted: boolean; remark: string | null }

async function judge({ tx, caller, at }: Stage, task: TaskRow, { number, ...said }: Judgement) {
  await tx
    .updateTable('revisionTaskReport')
    .set({ ...said, judgedBy: caller.officialId, judgedAt: at })
    .where('taskId', '=', task.id)
    .where('number', '=', number)
    .execute()
}

type Turned = Omit<Judging, 'lastReport'> & { as: ReturnType<typeof mustAllow>; content: unknown }

async function turned(stage: Stage, { task, plan, as, content }: Turned) {
  const revision = await movedOn(stage.tx, task)
  const reply = await revisionTask(stage, { id: task.id, planId: plan.id })
  return {
    reply,
    as,
    object: taskObject(plan, task.id, revision),
    facts: { department: reply.departmentName },
    content,
  }
}
