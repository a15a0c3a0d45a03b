import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { isPlainText } from '../grammar/text.ts'
import { PLAN_TYPES } from '../draft/plan.ts'
import { answerFile } from '../feedback/answer-files.contract.ts'
import { draftLine, lineFacts, lineWish } from '../feedback/answer-form.contract.ts'
import { revisionDeeds as deeds } from './deeds.ts'
import { consolidationPaper } from './consolidation-paper.contract.ts'
import { DISPOSITION_KINDS } from './disposition.ts'
import { REQUEST_OUTCOMES } from './redistribution.ts'

/** What a screen knows of each deed: possible or not, and why not. */
export const allowedActionView = z.object({
  deed: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
  stepUp: z.boolean(),
})

export const obstacleView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  at: z.string().optional(),
})

export const plainText = (most: number) =>
  z.string().trim().min(1).max(most).refine(isPlainText, { error: 'grammar.control-characters' })
const dayField = z.iso.date('grammar.not-a-day')

const planOfCycle = z.object({
  id: z.uuid(),
  planType: z.enum(PLAN_TYPES),
  title: z.string(),
  state: z.string(),
})

export const dispositionView = z.object({
  disposition: z.enum(DISPOSITION_KINDS),
  explanation: z.string().nullable(),
  mergedInto: z.uuid().nullable(),
  forwardedTo: z.uuid().nullable(),
  forwardedToName: z.string().nullable(),
  forwardedAnswer: z.string().nullable(),
  changedPlaces: z.array(z.string()),
  /** The facts that were written into the draft for it; null where nothing was. */
  applied: lineFacts.nullable(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  revision: z.int(),
})
export type DispositionView = z.output<typeof dispositionView>

export const commentRow = z.object({
  id: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  signedBy: z.string(),
  placeKind: z.enum(['CLAUSE', 'TARGET', 'LINE', 'GENERAL']),
  placeCode: z.string().nullable(),
  kind: z.enum(['DIFFICULTY', 'PROPOSAL', 'CORRECTION', 'QUESTION']),
  text: z.string(),
  suggestedText: z.string().nullable(),
  /** What it asks of a class line, in figures. */
  line: lineWish.nullable(),
  disposition: dispositionView.nullable(),
  isDisposed: z.boolean(),
  /** An earlier comment on the same place that says nearly the same; a person decides. */
  resembles: z.uuid().nullable(),
})
export type CommentRow = z.output<typeof commentRow>

/** A place of the plan on which somebody commented: its words then and now. */
export const placeView = z.object({
  kind: z.enum(['CLAUSE', 'TARGET', 'LINE', 'GENERAL']),
  code: z.string().nullable(),
  heading: z.string(),
  consulted: z.string().nullable(),
  current: z.string().nullable(),
  /** Where the words are edited: a clause's row and its revision. */
  clauseId: z.uuid().nullable(),
  clauseRevision: z.int().nullable(),
  /** The facts of a class line as it was consulted on, and as it stands now. */
  line: z.object({ consulted: draftLine.nullable(), now: draftLine.nullable() }).nullable(),
  total: z.int(),
  open: z.int(),
})
export type PlaceView = z.output<typeof placeView>

export const requestRow = z.object({
  id: z.uuid(),
  number: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  targetCode: z.string(),
  assigned: z.number(),
  requested: z.number(),
  reason: z.enum(['ORG_CHANGE', 'NO_PEOPLE', 'BUDGET', 'EMPLOYER', 'SECTOR', 'OTHER']),
  particularity: z.string(),
  feasibility: z.string(),
  commitment: z.string().nullable(),
  decision: z
    .object({
      outcome: z.enum(REQUEST_OUTCOMES),
      granted: z.number(),
      explanation: z.string().nullable(),
      decidedBy: z.string(),
      decidedAt: z.string(),
      revision: z.int(),
    })
    .nullable(),
})
export type RequestRow = z.output<typeof requestRow>

export const targetRequestsView = z.object({
  plan: planOfCycle,
  requests: z.array(requestRow),
})
export type TargetRequests = z.output<typeof targetRequestsView>

export const sharedTarget = z.object({
  code: z.string(),
  text: z.string(),
  measuredIn: z.string(),
  headline: z.number(),
  allocated: z.number(),
  shares: z.array(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      value: z.number(),
      consulted: z.number().nullable(),
      lastYearDone: z.number().nullable(),
    }),
  ),
})
export type SharedTarget = z.output<typeof sharedTarget>

export const revisionTaskRow = z.object({
  id: z.uuid(),
  departmentId: z.uuid(),
  departmentName: z.string(),
  text: z.string(),
  dueOn: z.string(),
  assignedBy: z.string(),
  result: z.string().nullable(),
  doneBy: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** The caller belongs to the department that must do it. */
  isMine: z.boolean(),
})
export type RevisionTaskRow = z.output<typeof revisionTaskRow>

export const consolidationView = z.object({
  plan: planOfCycle.extend({ revision: z.int(), version: z.int() }),
  plans: z.array(planOfCycle),
  round: z.object({ id: z.uuid(), number: z.int(), closedAt: z.string().nullable() }).nullable(),
  totals: z.object({
    invited: z.int(),
    answered: z.int(),
    byStance: z.record(z.string(), z.int()),
    comments: z.int(),
    disposed: z.int(),
    byDisposition: z.record(z.string(), z.int()),
  }),
  departments: z.array(z.object({ id: z.uuid(), name: z.string(), shortName: z.string() })),
  myDepartments: z.array(z.uuid()),
  places: z.array(placeView),
  comments: z.array(commentRow),
  requests: z.array(requestRow),
  /** What units sent to places of this draft, under the number of their answer. */
  files: z.array(answerFile.extend({ number: z.string() })),
  targets: z.array(sharedTarget),
  tasks: z.array(revisionTaskRow),
  /** What the annex adds up to, against what the plan promises. */
  annex: z.object({
    classes: z.int(),
    trainees: z.int(),
    headlineClasses: z.int().nullable(),
    headlineTrainees: z.int().nullable(),
  }),
  dueAt: z.string().nullable(),
  /** Why the plan cannot go to the checks yet. */
  obstacles: z.array(obstacleView),
  allowedActions: z.array(allowedActionView),
})
export type ConsolidationView = z.output<typeof consolidationView>

const changedPlace = z.object({
  kind: z.enum(['CLAUSE', 'TARGET', 'LINE', 'HEAD', 'LEGAL_BASIS']),
  code: z.string(),
  heading: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  comments: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      unitName: z.string(),
      text: z.string(),
      disposition: z.enum(DISPOSITION_KINDS),
    }),
  ),
})
export type ChangedPlace = z.output<typeof changedPlace>

export const comparisonView = z.object({
  plan: planOfCycle,
  plans: z.array(planOfCycle),
  versions: z.array(z.object({ version: z.int(), publishedAt: z.string() })),
  from: z.int(),
  /** Null is the text as it stands now, not yet frozen. */
  to: z.int().nullable(),
  changed: z.int(),
  places: z.array(changedPlace),
})
export type ComparisonView = z.output<typeof comparisonView>

export const dispositionForm = z.strictObject({
  disposition: z.enum(DISPOSITION_KINDS),
  explanation: plainText(4000).nullable().default(null),
  mergedInto: z.uuid().nullable().default(null),
  forwardedTo: z.uuid().nullable().default(null),
  /** Until when the receiving department should answer. */
  dueOn: dayField.nullable().default(null),
  changedPlaces: z.array(z.string().min(1).max(40)).max(50).default([]),
  /** What of a wish about a class line is written into the draft in the same act. */
  apply: lineFacts.nullable().default(null),
})
export const groupForm = z.strictObject({ commentIds: z.array(z.uuid()).min(1).max(200) })
export const forwardedAnswerForm = z.strictObject({ answer: plainText(4000) })
export const decisionForm = z.strictObject({
  outcome: z.enum(REQUEST_OUTCOMES),
  granted: z.int().min(0).max(100_000_000),
  explanation: plainText(4000).nullable().default(null),
  /** Who carries the difference; nobody named means every other unit of the target. */
  carriedBy: z.array(z.uuid()).max(2000).default([]),
})
export const taskForm = z.strictObject({
  departmentId: z.uuid(),
  text: plainText(2000),
  dueOn: dayField,
})
export const taskResultForm = z.strictObject({ result: plainText(2000) })

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
