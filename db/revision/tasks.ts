import type { Caller } from '../../domain/grammar/deed.ts'
import type { RevisionTaskRow } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'

/** What the departments were asked to complete in a plan, the earliest due first. */
export async function revisionTasks(
  tx: Tx,
  caller: Caller,
  planId: string,
): Promise<RevisionTaskRow[]> {
  const rows = await tasks(tx)
    .where('revisionTask.planId', '=', planId)
    .orderBy('revisionTask.dueOn')
    .orderBy('revisionTask.assignedAt')
    .execute()
  return rows.map((row) => ({ ...row, isMine: isOfDepartment(caller, row.departmentId) }))
}

export async function revisionTask(tx: Tx, caller: Caller, taskId: string) {
  const row = await tasks(tx).where('revisionTask.id', '=', taskId).executeTakeFirst()
  return row && { ...row, isMine: isOfDepartment(caller, row.departmentId) }
}

export function isOfDepartment(caller: Caller, departmentId: string): boolean {
  return caller.grants.some((grant) => grant.departmentId === departmentId)
}

function tasks(tx: Tx) {
  return tx
    .selectFrom('revisionTask')
    .innerJoin('department', 'department.id', 'revisionTask.departmentId')
    .innerJoin('official as assigner', 'assigner.id', 'revisionTask.assignedBy')
    .leftJoin('official as doer', 'doer.id', 'revisionTask.doneBy')
    .select([
      'revisionTask.id',
      'revisionTask.departmentId',
      'department.name as departmentName',
      'revisionTask.text',
      'revisionTask.dueOn',
      'assigner.fullName as assignedBy',
      'revisionTask.result',
      'doer.fullName as doneBy',
      'revisionTask.doneAt',
    ])
}
