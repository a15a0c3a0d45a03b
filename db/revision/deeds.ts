import type { Performer } from '../performer.ts'
import { decideRequest } from './decide-request.ts'
import { answerForwarded, disposeComment, groupComments, reopenComment } from './dispose.ts'
import { assignTask, completeTask } from './revision-tasks.ts'
import { submitPlan } from './submit.ts'

export const revisionPerformers: Performer[] = [
  disposeComment,
  reopenComment,
  groupComments,
  answerForwarded,
  decideRequest,
  assignTask,
  completeTask,
  submitPlan,
]
