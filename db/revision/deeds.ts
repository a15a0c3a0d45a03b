import type { Performer } from '../performer.ts'
import { decideRequest } from './decide-request.ts'
import { answerForwarded, disposeComment, reopenComment } from './dispose.ts'
import { disposeMany } from './dispose-many.ts'
import { groupComments, splitGroup } from './group.ts'
import { markRead } from './reading.ts'
import { redistribute } from './redistribute.ts'
import { assignTask } from './assign-task.ts'
import { submitPlan } from './submit.ts'
import { attachTaskFile, removeTaskFile } from './task-files.ts'
import { acceptTask, completeTask, returnTask, withdrawTask } from './task-turns.ts'
import { undoAct } from './undo.ts'

export const revisionPerformers: Performer[] = [
  disposeComment,
  reopenComment,
  groupComments,
  splitGroup,
  disposeMany,
  undoAct,
  answerForwarded,
  decideRequest,
  redistribute,
  assignTask,
  completeTask,
  acceptTask,
  returnTask,
  withdrawTask,
  attachTaskFile,
  removeTaskFile,
  markRead,
  submitPlan,
]
