import { isFileKind } from '../../domain/files/file-kind.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { mostFilesOfTask, type TaskFile } from '../../domain/revision/tasks.contract.ts'
import type { Tx } from '../database.ts'
import { uploadById } from '../files/upload-row.ts'
import { performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { taskForChange, taskObject } from './task-hands.ts'
import { mustBeOpen } from './task-turns.ts'
import { mustDo } from './tasks.ts'

export const attachTaskFile = performs(routes.attachTaskFile, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const { plan, task, as } = await openForFiles(stage, params.taskId, deeds.taskFileAttached)
  const { kept } = found(await uploadById(tx, body.uploadId))
  if (!kept) throw new Refusal('files.not-whole', 'wrong-state')
  await mustHaveRoom(tx, task.id, body.uploadId)
  await tx
    .insertInto('revisionTaskFile')
    .values({
      ...kept,
      id: body.uploadId,
      taskId: task.id,
      federationId: plan.federationId,
      attachedBy: caller.officialId,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const reply = await taskFileById(tx, { taskId: task.id, proofId: body.uploadId })
  return { reply, as, object: taskObject(plan, task.id, task.revision) }
})

export const removeTaskFile = performs(routes.removeTaskFile, async (stage, { params }) => {
  const { plan, task, as } = await openForFiles(stage, params.taskId, deeds.taskFileRemoved)
  const { fileId } = await taskFileById(stage.tx, params)
  const { numDeletedRows } = await stage.tx
    .deleteFrom('revisionTaskFile')
    .where('id', '=', fileId)
    .where('report', 'is', null)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) throw new Refusal('revision.task-already-done', 'wrong-state')
  return { reply: { fileId }, as, object: taskObject(plan, task.id, task.revision) }
})

export async function taskFileById(
  tx: Tx,
  { taskId, proofId }: { taskId: string; proofId: string },
): Promise<TaskFile> {
  const row = await tx
    .selectFrom('revisionTaskFile')
    .select(['id as fileId', 'taskId', 'name', 'kind', 'size', 'sha256'])
    .where('taskId', '=', taskId)
    .where('id', '=', proofId)
    .executeTakeFirst()
  const { kind, ...file } = found(row)
  if (!isFileKind(kind)) throw new Error(`no such kind of file: ${kind}`)
  return { ...file, kind }
}

type FileDeed = typeof deeds.taskFileAttached | typeof deeds.taskFileRemoved

/** By those who must do the task, while it is theirs to do. */
async function openForFiles({ tx, caller }: Stage, taskId: string, deed: FileDeed) {
  const { task, plan, lastReport } = await taskForChange(tx, taskId)
  const as = mustAllow(deed, caller, { state: plan.state })
  mustBeOpen(task, lastReport)
  if (!mustDo(caller, task)) throw new Refusal('revision.not-your-department', 'not-allowed')
  return { task, plan, as }
}

async function mustHaveRoom(tx: Tx, taskId: string, fileId: string): Promise<void> {
  const others = await tx
    .selectFrom('revisionTaskFile')
    .select('id')
    .where('taskId', '=', taskId)
    .where('id', '<>', fileId)
    .execute()
  if (others.length >= mostFilesOfTask)
    throw new Refusal('revision.too-many-files', 'wrong-state', {
      params: { most: mostFilesOfTask },
    })
}
