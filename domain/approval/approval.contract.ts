import { z } from 'zod'
import { PLAN_TYPES } from '../draft/plan.ts'
import { planContent } from '../draft/plan-content.ts'
import { pagingQuery, pagingView } from '../federation/paging.contract.ts'
import { route } from '../grammar/route.ts'
import { DISPOSITION_KINDS } from '../revision/disposition.ts'
import { plainText } from '../revision/forms.contract.ts'
import { allowedActionView } from '../revision/views.contract.ts'
import { REMARK_NEEDED, VOTES } from './ballot.ts'
import { approvalDeeds as deeds } from './deeds.ts'
import { APPROVAL_STATES } from './signature.ts'

const planOfCycle = z.object({
  id: z.uuid(),
  planType: z.enum(PLAN_TYPES),
  title: z.string(),
  state: z.string(),
})

export const checkView = z.object({
  kind: z.enum(['CONTENT', 'FORM']),
  outcome: z.enum(['PASSED', 'RETURNED']),
  remark: z.string().nullable(),
  checkedBy: z.string(),
  checkedAt: z.string(),
})
export type CheckView = z.output<typeof checkView>

export const ballotView = z.object({
  /** What the member may quote: 'PB-2027-00042'. */
  reference: z.string(),
  vote: z.enum(VOTES),
  remark: z.string().nullable(),
  castAt: z.string(),
})
export type BallotView = z.output<typeof ballotView>

export const seatView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  role: z.enum(['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARY']),
  readAt: z.string().nullable(),
  votedAt: z.string().nullable(),
  /** Null until the reader has voted, and for those who did not vote. */
  vote: z.enum(VOTES).nullable(),
  remark: z.string().nullable(),
})
export type SeatView = z.output<typeof seatView>

const compared = z.object({ lastYear: z.number().nullable(), thisYear: z.number() })

export const summaryView = z.object({
  departmentName: z.string().nullable(),
  totals: z.object({ classes: compared, trainees: compared, budgetDong: compared }).nullable(),
  targets: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      measuredIn: z.string(),
      lastYear: z.number().nullable(),
      thisYear: z.number().nullable(),
    }),
  ),
  /** At most three places whose words changed most since the consultation. */
  newPoints: z.array(z.object({ code: z.string(), heading: z.string(), text: z.string() })),
  changedPlaces: z.int(),
  clauses: z.int(),
  readingMinutes: z.int(),
  comments: z.int(),
  commentingUnits: z.int(),
  byDisposition: z.record(z.string(), z.int()),
})
export type SummaryView = z.output<typeof summaryView>

export const approvalView = z.object({
  id: z.uuid(),
  number: z.int(),
  version: z.int(),
  contentSha256: z.string(),
  state: z.enum(APPROVAL_STATES),
  bodyName: z.string(),
  openedAt: z.string(),
  dueAt: z.string(),
  extendedAt: z.string().nullable(),
  /** When the chair opened the voting once more, and why. */
  reopenedAt: z.string().nullable(),
  reopenedBecause: z.string().nullable(),
  decidedAt: z.string().nullable(),
  submittedBy: z.string(),
  membersTotal: z.int(),
  quorum: z.int(),
  voted: z.int(),
  returnedBy: z.string().nullable(),
  returnedBecause: z.string().nullable(),
  revision: z.int(),
})
export type ApprovalView = z.output<typeof approvalView>

export const dossierView = z.object({
  plan: planOfCycle.extend({ planYear: z.int(), draftedBy: z.string().nullable() }),
  plans: z.array(planOfCycle),
  approval: approvalView.nullable(),
  earlier: z.array(
    z.object({
      number: z.int(),
      version: z.int(),
      returnedBy: z.string().nullable(),
      returnedBecause: z.string().nullable(),
      decidedAt: z.string().nullable(),
    }),
  ),
  summary: summaryView.nullable(),
  checks: z.array(checkView),
  board: z.array(seatView),
  /** Counted ballots by vote; null while they are hidden from the reader. */
  tally: z.record(z.string(), z.int()).nullable(),
  mine: z.object({
    isMember: z.boolean(),
    position: z.string(),
    readAt: z.string().nullable(),
    placeCode: z.string().nullable(),
    ballot: ballotView.nullable(),
  }),
  signature: z
    .object({
      signerName: z.string(),
      signerPosition: z.string(),
      signedAt: z.string(),
      contentSha256: z.string(),
    })
    .nullable(),
  allowedActions: z.array(allowedActionView),
})
export type DossierView = z.output<typeof dossierView>

export const unacceptedComment = z.object({
  id: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  placeCode: z.string().nullable(),
  text: z.string(),
  disposition: z.enum(DISPOSITION_KINDS),
  explanation: z.string().nullable(),
})
export type UnacceptedComment = z.output<typeof unacceptedComment>

export const unacceptedQuery = z.strictObject({
  ...pagingQuery,
  size: z.coerce.number().int().min(1).max(200).default(50),
})

const unacceptedView = z.object({
  comments: z.array(unacceptedComment),
  ...pagingView,
  total: z.int(),
})
export type UnacceptedView = z.output<typeof unacceptedView>

export const checkForm = z
  .strictObject({
    outcome: z.enum(['PASSED', 'RETURNED']),
    remark: plainText(2000).nullable().default(null),
  })
  .refine((form) => form.outcome === 'PASSED' || form.remark !== null, {
    error: 'approval.reason-needed',
    path: ['remark'],
  })
export const ballotForm = z
  .strictObject({
    vote: z.enum(VOTES),
    remark: plainText(4000).nullable().default(null),
    /** The content that was read; a ballot on another text is refused. */
    contentSha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .refine((form) => !REMARK_NEEDED[form.vote] || form.remark !== null, {
    error: 'approval.remark-needed',
    path: ['remark'],
  })
const reasonForm = z.strictObject({ reason: plainText(2000) })
export const reopeningForm = reasonForm.extend({ dueOn: z.iso.date() })
const signatureForm = z.strictObject({ contentSha256: z.string().regex(/^[0-9a-f]{64}$/) })

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
const ofPlan = z.object({ planId: z.uuid() })
const ofApproval = z.object({ approvalId: z.uuid() })
const moved = z.object({ approvalId: z.uuid(), state: z.enum(APPROVAL_STATES) })

export const approvalRoutes = {
  approvalsOfYear: route({
    ...reading,
    path: '/cycles/:planYear/approvals',
    summary: 'The plans of a year and how far each has come on its way to the signature',
    params: z.object({ planYear: z.coerce.number().int().min(2000).max(2100) }),
    reply: z.object({ plans: z.array(planOfCycle) }),
  }),
  dossier: route({
    ...reading,
    path: '/plans/:planId/approval',
    summary: 'The dossier of a plan: summary, checks, who has voted, and what the reader may do',
    params: ofPlan,
    reply: dossierView,
  }),
  dossierText: route({
    ...reading,
    path: '/approvals/:approvalId/text',
    summary: 'The whole text that is voted on, as it was frozen',
    params: ofApproval,
    reply: z.object({ version: z.int(), contentSha256: z.string(), content: planContent }),
  }),
  unaccepted: route({
    ...reading,
    path: '/approvals/:approvalId/unaccepted-comments',
    summary: 'The comments that were not or only partly accepted, with the reasons',
    params: ofApproval,
    query: unacceptedQuery,
    reply: unacceptedView,
  }),
  checkContent: route({
    method: 'put',
    path: '/approvals/:approvalId/content-check',
    summary: 'The content is in order, or goes back with a reason',
    params: ofApproval,
    body: checkForm,
    reply: moved,
    deed: deeds.contentChecked,
    moves: 'approval',
  }),
  checkForm: route({
    method: 'put',
    path: '/approvals/:approvalId/form-check',
    summary: 'The form is in order, or goes back with a reason',
    params: ofApproval,
    body: checkForm,
    reply: moved,
    deed: deeds.formChecked,
    moves: 'approval',
  }),
  readDossier: route({
    method: 'put',
    path: '/approvals/:approvalId/reading',
    summary: 'A member has opened the dossier',
    params: ofApproval,
    body: z.strictObject({}),
    reply: z.object({ readAt: z.string() }),
    deed: deeds.dossierRead,
  }),
  markPlace: route({
    method: 'put',
    path: '/approvals/:approvalId/reading-place',
    summary: 'Read up to here: the place is found again on another device',
    params: ofApproval,
    body: z.strictObject({ placeCode: z.string().min(1).max(40) }),
    reply: z.object({ placeCode: z.string() }),
    deed: deeds.dossierMarked,
    quiet: true,
  }),
  castBallot: route({
    method: 'post',
    path: '/approvals/:approvalId/ballots',
    summary: 'Vote, or replace the vote while the voting is open',
    params: ofApproval,
    body: ballotForm,
    reply: ballotView,
    deed: deeds.ballotCast,
    moves: 'approval',
  }),
  closeVoting: route({
    method: 'post',
    path: '/approvals/:approvalId/closure',
    summary: 'End the voting before its deadline',
    params: ofApproval,
    body: reasonForm,
    reply: moved,
    deed: deeds.votingClosed,
    moves: 'approval',
  }),
  reopenVoting: route({
    method: 'post',
    path: '/approvals/:approvalId/reopening',
    summary: 'Open the voting once more, until a new deadline',
    params: ofApproval,
    body: reopeningForm,
    reply: moved,
    deed: deeds.votingReopened,
    moves: 'approval',
  }),
  returnApproval: route({
    method: 'post',
    path: '/approvals/:approvalId/return',
    summary: 'Send the plan back to its revision',
    params: ofApproval,
    body: reasonForm,
    reply: moved,
    deed: deeds.approvalReturned,
    moves: 'approval',
  }),
  signApproval: route({
    method: 'post',
    path: '/approvals/:approvalId/signature',
    summary: 'The president signs the text that was approved',
    params: ofApproval,
    body: signatureForm,
    reply: moved,
    deed: deeds.approvalSigned,
    moves: 'approval',
  }),
} as const
