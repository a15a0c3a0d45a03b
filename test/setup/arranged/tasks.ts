import type { Holiday } from '../../../domain/grammar/working-days.ts'
import { addWorkingDays } from '../../../domain/grammar/working-days.ts'
import { day, dayOfInstant } from '../../../domain/grammar/day.ts'
import { revisionRoutes as routes } from '../../../domain/revision/revision.contract.ts'
import { hashOf } from '../sent-file.ts'
import { planIn } from './draft.ts'
import { keptUpload, store } from './files.ts'
import type { Arrange, Asking, Scene } from './scene.ts'

/** Somebody of the department, and not the one who asks: what is reported is taken by another. */
const otherThan = (who: string) => (who === 'drafter' ? 'head' : 'drafter')
const isOfDepartment = (who: string) => who === 'drafter' || who === 'head'

/** A working day of the federation's own table. */
export async function dayToCome({ sql }: Scene): Promise<string> {
  const rows = await sql(`select day::text as day from holiday where kind = 'OFF'`)
  const holidays = rows.map((row): Holiday => ({
    day: day(String(row.day)),
    kind: 'OFF',
    name: '',
  }))
  return addWorkingDays(dayOfInstant(new Date().toISOString()), 5, holidays)
}

/** Given by whoever asks, where a department's task can be given by them at all. */
async function taskOf({ scene, who }: Asking): Promise<string> {
  const { federationId, departmentId, person } = scene.federation
  const giver = person(isOfDepartment(who) ? who : 'head').officialId
  return scene.idFrom(
    `insert into revision_task (federation_id, cycle_id, plan_id, department_id, text, due_on, assigned_by)
     select $1, cycle_id, id, $3, 'Bổ sung', current_date, $4 from plan where id = $2 returning id`,
    [federationId, scene.planId, departmentId, giver],
  )
}

async function reportedTask(asking: Asking): Promise<string> {
  const taskId = await taskOf(asking)
  const { federationId, person } = asking.scene.federation
  await asking.scene.sql(
    `insert into revision_task_report (task_id, number, federation_id, result, changed_places, reported_by)
     values ($1, 1, $2, 'Đã bổ sung', '{CLAUSE II.1}', $3)`,
    [taskId, federationId, person(otherThan(asking.who)).officialId],
  )
  return taskId
}

/** A file at a task that is still to be reported. */
export async function taskFileIn(scene: Scene, taskId: string): Promise<string> {
  const bytes = await store(scene)
  return scene.idFrom(
    `insert into revision_task_file (id, federation_id, task_id, name, kind, size, sha256, attached_by)
     values (gen_random_uuid(), $1, $2, 'bien-ban.pdf', 'pdf', $3, $4, $5) returning id`,
    [
      scene.federation.federationId,
      taskId,
      bytes.length,
      hashOf(bytes),
      scene.federation.person('drafter').officialId,
    ],
  )
}

/** A task with a file, in a plan as it stands. */
export async function provedTask(scene: Scene): Promise<{ taskId: string; proofId: string }> {
  const taskId = await taskOf({ scene, who: 'head', state: '-' })
  return { taskId, proofId: await taskFileIn(scene, taskId) }
}

const asked: Arrange = async ({ scene, state }) => ({
  params: await planIn(scene, state),
  body: {
    departmentId: scene.federation.departmentId,
    text: 'Bổ sung kinh phí',
    dueOn: await dayToCome(scene),
  },
})

const done: Arrange = async (asking) => {
  await planIn(asking.scene, asking.state)
  const taskId = await taskOf(asking)
  await taskFileIn(asking.scene, taskId)
  return { params: { taskId }, body: { result: 'Đã bổ sung kinh phí' } }
}

const judged =
  (body: object): Arrange =>
  async (asking) => {
    await planIn(asking.scene, asking.state)
    return { params: { taskId: await reportedTask(asking) }, body }
  }

const withdrawn: Arrange = async (asking) => {
  await planIn(asking.scene, asking.state)
  return { params: { taskId: await taskOf(asking) }, body: { remark: 'Không cần nữa' } }
}

const attached: Arrange = async (asking) => {
  await planIn(asking.scene, asking.state)
  const uploadId = await keptUpload(asking.scene, asking.who)
  return { params: { taskId: await taskOf(asking) }, body: { uploadId } }
}

const removed: Arrange = async (asking) => {
  await planIn(asking.scene, asking.state)
  return { params: await provedTask(asking.scene) }
}

/** Whoever it is has just read what there is for them. */
const marked: Arrange = async ({ scene, who }) => {
  const params = { planId: scene.planId }
  const read = await (await scene.walk.person(who)).call(routes.reading, { params })
  return { params, body: { sha256: read.status === 200 ? read.body.sha256 : 'a'.repeat(64) } }
}

export const tasksArranged: Record<string, Arrange> = {
  'revisionTask.assigned': asked,
  'revisionTask.done': done,
  'revisionTask.accepted': judged({ remark: 'Được' }),
  'revisionTask.returned': judged({ remark: 'Thiếu kinh phí' }),
  'revisionTask.withdrawn': withdrawn,
  'task-file.attached': attached,
  'task-file.removed': removed,
  'plan-reading.marked': marked,
}
