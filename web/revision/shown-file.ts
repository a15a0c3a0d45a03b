import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { TaskFile } from '../../domain/revision/tasks.contract.ts'
import { addressOf } from '../address.ts'

export function shownFile({ fileId, taskId, name, kind, size }: TaskFile) {
  return {
    fileId,
    name,
    kind,
    size,
    href: addressOf(routes.taskFile.path, { taskId, proofId: fileId }),
  }
}
