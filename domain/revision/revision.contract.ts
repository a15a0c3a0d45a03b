import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { consolidationPaper } from './consolidation-paper.contract.ts'
import { revisionDeeds as deeds } from './deeds.ts'
import {
  decisionForm,
  dispositionForm,
  forwardedAnswerForm,
  groupForm,
  taskForm,
  taskResultForm,
} from './forms.contract.ts'
import {
  comparisonView,
  consolidationView,
  dispositionView,
  planOfCycle,
  requestRow,
  revisionTaskRow,
  sharedTarget,
  targetRequestsView,
} from './views.contract.ts'

const readers = [
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'contentChecker',
  'formChecker',
  'recordsClerk',
  'administrator',
] as const
const reading = { method: 'get', by: readers, over: 'federation', records: null } as const
const ofComment = z.object({ commentId: z.uuid() })
const ofPlan = z.object({ planId: z.uuid() })

export const revisionRoutes = {
  consolidation: route({
    ...reading,
    path: '/plans/:planId/consolidation',
    summary: 'Every comment on a plan and what became of it, with what still stands in the way',
    params: ofPlan,
    reply: consolidationView,
  }),
  consolidationPaper: route({
    ...reading,
    path: '/plans/:planId/consolidation/paper',
    summary: 'The consolidation table as a paper, A4 landscape, to be printed',
    params: ofPlan,
    reply: consolidationPaper,
  }),
  targetRequests: route({
    ...reading,
    path: '/plans/:planId/target-requests',
    summary: 'What units ask about the targets of a plan, and what was decided',
    params: ofPlan,
    reply: targetRequestsView,
  }),
  consolidationOfYear: route({
    ...reading,
    path: '/cycles/:planYear/consolidation',
    summary: 'The plans of a year that are consolidated, to open the first or the chosen one',
    params: z.object({ planYear: z.coerce.number().int().min(2000).max(2100) }),
    reply: z.object({ plans: z.array(planOfCycle) }),
  }),
  comparison: route({
    ...reading,
    path: '/plans/:planId/comparison',
    summary: 'What changed between two versions of a plan, place by place, and for which comment',
    params: ofPlan,
    query: z.object({
      from: z.coerce.number().int().min(1).max(99).optional(),
      to: z.coerce.number().int().min(1).max(99).optional(),
    }),
    reply: comparisonView,
  }),
  disposeComment: route({
    method: 'put',
    path: '/comments/:commentId/disposition',
    summary: 'Say what becomes of a comment, and why',
    params: ofComment,
    body: dispositionForm,
    reply: dispositionView,
    deed: deeds.commentDisposed,
    revision: true,
  }),
  reopenComment: route({
    method: 'delete',
    path: '/comments/:commentId/disposition',
    summary: 'Take a disposition back: the comment is open again',
    params: ofComment,
    reply: z.object({ commentId: z.uuid() }),
    deed: deeds.commentReopened,
    revision: true,
  }),
  groupComments: route({
    method: 'post',
    path: '/comments/:commentId/group',
    summary: 'Comments that say the same are answered with this one',
    params: ofComment,
    body: groupForm,
    reply: z.object({ merged: z.array(z.uuid()) }),
    deed: deeds.commentsGrouped,
  }),
  answerForwarded: route({
    method: 'put',
    path: '/comments/:commentId/forwarded-answer',
    summary: 'The receiving department answers a forwarded comment',
    params: ofComment,
    body: forwardedAnswerForm,
    reply: dispositionView,
    deed: deeds.forwardedAnswered,
  }),
  decideRequest: route({
    method: 'put',
    path: '/target-requests/:requestId/decision',
    summary: "Decide a unit's request about its target; the others carry the difference",
    params: z.object({ requestId: z.uuid() }),
    body: decisionForm,
    reply: z.object({ request: requestRow, target: sharedTarget }),
    deed: deeds.requestDecided,
    revision: true,
  }),
  assignTask: route({
    method: 'post',
    path: '/plans/:planId/revision-tasks',
    summary: 'Ask a department to complete a part of the plan by a day',
    params: ofPlan,
    body: taskForm,
    reply: revisionTaskRow,
    deed: deeds.taskAssigned,
  }),
  completeTask: route({
    method: 'put',
    path: '/revision-tasks/:taskId/completion',
    summary: 'The department has done its part',
    params: z.object({ taskId: z.uuid() }),
    body: taskResultForm,
    reply: revisionTaskRow,
    deed: deeds.taskDone,
  }),
  submitPlan: route({
    method: 'post',
    path: '/plans/:planId/submission',
    summary: 'Freeze the next version and hand it to the checkers',
    params: ofPlan,
    body: z.strictObject({}),
    reply: z.object({
      planId: z.uuid(),
      version: z.int(),
      contentSha256: z.string(),
      approvalId: z.uuid(),
    }),
    deed: deeds.planSubmitted,
    moves: 'trainingCycle',
  }),
} as const
