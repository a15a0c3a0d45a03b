import type { Performer } from '../performer.ts'
import { decideRequest } from './decide-request.ts'
import { answerForwarded, disposeComment, reopenComment } from './dispose.ts'
import { disposeMany } from './dispose-many.ts'
import { groupComments, splitGroup } from './group.ts'
import { redistribute } from './redistribute.ts'
import { assignTask, completeTask } from './revision-tasks.ts'
import { submitPlan } from './submit.ts'
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
  submitPlan,
]
