import { deed, type Deed } from '../grammar/deed.ts'

const department = ['departmentDrafter', 'departmentHead'] as const
const beingRevised = ['CONSOLIDATING', 'REVISING'] as const

/** What is done between the close of the round and the checks; all of it hangs on the plan's state. */
export const revisionDeeds = {
  commentDisposed: deed({
    name: 'comment.disposed',
    by: department,
    over: 'federation',
    in: beingRevised,
  }),
  commentReopened: deed({
    name: 'comment.reopened',
    by: department,
    over: 'federation',
    in: beingRevised,
  }),
  commentsGrouped: deed({
    name: 'comments.grouped',
    by: department,
    over: 'federation',
    in: beingRevised,
  }),
  forwardedAnswered: deed({
    name: 'forwarded.answered',
    by: department,
    over: 'federation',
    in: beingRevised,
  }),
  requestDecided: deed({
    name: 'request.decided',
    by: department,
    over: 'federation',
    in: beingRevised,
  }),
  taskAssigned: deed({
    name: 'revisionTask.assigned',
    by: department,
    over: 'federation',
    in: beingRevised,
  }),
  taskDone: deed({
    name: 'revisionTask.done',
    by: department,
    over: 'federation',
    in: beingRevised,
  }),
  planSubmitted: deed({
    name: 'plan.submitted',
    by: ['departmentHead'],
    over: 'federation',
    in: beingRevised,
  }),
} as const satisfies Record<string, Deed>
