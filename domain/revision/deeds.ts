import { BEING_REVISED } from '../cycle/plan-state.ts'
import { deed, type Deed } from '../grammar/deed.ts'

const department = ['departmentDrafter', 'departmentHead'] as const

/** What is done between the close of the round and the checks; all of it hangs on the plan's state. */
export const revisionDeeds = {
  commentDisposed: deed({
    name: 'comment.disposed',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  commentReopened: deed({
    name: 'comment.reopened',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  commentsGrouped: deed({
    name: 'comments.grouped',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  groupSplit: deed({
    name: 'group.split',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  disposedTogether: deed({
    name: 'comments.disposedTogether',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  actUndone: deed({
    name: 'revisionAct.undone',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  forwardedAnswered: deed({
    name: 'forwarded.answered',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  requestDecided: deed({
    name: 'request.decided',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  targetRedistributed: deed({
    name: 'target.redistributed',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  taskAssigned: deed({
    name: 'revisionTask.assigned',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  taskDone: deed({
    name: 'revisionTask.done',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  taskAccepted: deed({
    name: 'revisionTask.accepted',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  taskReturned: deed({
    name: 'revisionTask.returned',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  taskWithdrawn: deed({
    name: 'revisionTask.withdrawn',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  taskFileAttached: deed({
    name: 'task-file.attached',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  taskFileRemoved: deed({
    name: 'task-file.removed',
    by: department,
    over: 'federation',
    in: BEING_REVISED,
  }),
  planRead: deed({
    name: 'plan-reading.marked',
    by: [
      ...department,
      'committeeLeader',
      'committeeMember',
      'contentChecker',
      'formChecker',
      'recordsClerk',
      'administrator',
      'unitDrafter',
      'unitHead',
    ],
    over: 'self',
    in: null,
  }),
  planSubmitted: deed({
    name: 'plan.submitted',
    by: ['departmentHead'],
    over: 'federation',
    in: BEING_REVISED,
  }),
} as const satisfies Record<string, Deed>
