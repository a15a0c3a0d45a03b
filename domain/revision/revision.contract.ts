import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { consolidationPaper } from './consolidation-paper.contract.ts'
import { revisionDeeds as deeds } from './deeds.ts'
import {
  bulkForm,
  decisionForm,
  dispositionForm,
  forwardedAnswerForm,
  groupForm,
  redistributionForm,
  undoForm,
} from './forms.contract.ts'
import { opinionRoutes } from './opinions.contract.ts'
import { readers, readingRoutes } from './reading.contract.ts'
import { ofProof, taskRoutes } from './tasks.contract.ts'
import {
  comparisonView,
  consolidationView,
  dispositionView,
  planOfCycle,
  requestRow,
  shareFacts,
  sharedTarget,
  targetRequestsView,
} from './views.contract.ts'
import { ACT_KINDS } from './undoing.ts'

const reading = { method: 'get', by: readers, over: 'federation', records: null } as const
const ofComment = z.object({ commentId: z.uuid() })
const ofTarget = z.object({ targetId: z.uuid() })
const ofPlan = z.object({ planId: z.uuid() })

export const revisionRoutes = {
  consolidation: route({
    ...reading,
    path: '/plans/:planId/consolidation',
    summary:
      'How many comments lie on each place of a plan and what became of them, with what still stands in the way',
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
    summary:
      'What units ask about the targets of a plan, what was decided, and how each is shared out',
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
      /** Since the caller last read it, whatever version that was. */
      since: z.enum(['read']).optional(),
      from: z.coerce.number().int().min(1).max(99).optional(),
      to: z.coerce.number().int().min(1).max(99).optional(),
    }),
    reply: comparisonView,
  }),
  taskFile: route({
    ...reading,
    path: '/revision-tasks/:taskId/files/:proofId',
    summary: 'A file that shows what was done for a task',
    params: ofProof,
    reply: z.string().describe('The bytes of the file'),
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
  splitGroup: route({
    method: 'post',
    path: '/comments/:commentId/split',
    summary: 'Some of those that were answered with this one are open again, each for itself',
    params: ofComment,
    body: groupForm,
    reply: z.object({ opened: z.array(z.uuid()) }),
    deed: deeds.groupSplit,
  }),
  disposeMany: route({
    method: 'post',
    path: '/plans/:planId/disposition-jobs',
    summary: 'Many comments get the same disposition, as a job with a result for each',
    params: ofPlan,
    body: bulkForm,
    reply: z.object({ jobId: z.uuid(), count: z.int() }),
    deed: deeds.disposedTogether,
  }),
  undoAct: route({
    method: 'post',
    path: '/plans/:planId/undone-acts',
    summary: 'Take back what the caller did last on the table, unless somebody has gone on since',
    params: ofPlan,
    body: undoForm,
    reply: z.object({
      actId: z.uuid(),
      kind: z.enum(ACT_KINDS),
      rowIds: z.array(z.uuid()),
    }),
    deed: deeds.actUndone,
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
  shareFacts: route({
    ...reading,
    path: '/targets/:targetId/shares',
    summary: 'What a target can be divided by: need, size, last year, and what units said',
    params: ofTarget,
    reply: shareFacts,
  }),
  redistribute: route({
    method: 'post',
    path: '/targets/:targetId/redistribution',
    summary: 'Divides a target anew over chosen units; the headline holds to the number',
    params: ofTarget,
    body: redistributionForm,
    reply: z.object({ actId: z.uuid(), moved: z.int() }),
    deed: deeds.targetRedistributed,
  }),
  ...opinionRoutes,
  ...taskRoutes,
  ...readingRoutes,
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
