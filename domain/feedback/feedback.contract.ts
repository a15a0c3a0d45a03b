import { z } from 'zod'
import { allowedActionView } from '../cycle/cycle.contract.ts'
import { planYear } from '../cycle/plan-year.ts'
import { planContent, printedAllocation, printedTarget } from '../draft/plan-content.ts'
import { route } from '../grammar/route.ts'
import { answerFile, answerFileRoutes, mostFilesOfAnswer } from './answer-files.contract.ts'
import { answerForm } from './answer-form.contract.ts'
import { answerPaper } from './answer-paper.contract.ts'
import { answerSheetRoutes } from './answer-sheet.contract.ts'
import { assistedEntryRoutes, assistedEntryView } from './assisted-entry.contract.ts'
import { boardRoutes } from './board.contract.ts'
import { conferenceRoutes, invitedConference, ownOpinion } from './conference.contract.ts'
import { takenOverOpinionsRoutes } from './taken-over-opinions.contract.ts'
import { feedbackDeeds as deeds } from './deeds.ts'
import { extensionRequestView, extensionRoutes } from './extension.contract.ts'
import { obstacleView } from './obstacle.contract.ts'
import { outcomesView } from './outcomes.contract.ts'
import { ownAnswersRoutes } from './own-answers.contract.ts'
import { askedQuestions } from './own-questions.contract.ts'
import { openingRoutes } from './opening.contract.ts'
import { contactView, preparationRoutes } from './preparation.contract.ts'
import { reopeningRoutes } from './reopening.contract.ts'
import { ROUND_KINDS } from './preparation.ts'

/** A draft as one unit reads it: of each allocation only its own line. */
export const consultedPlan = z.object({
  planId: z.uuid(),
  version: z.int(),
  publishedAt: z.iso.datetime(),
  ...planContent.shape,
  targets: z.array(
    printedTarget.omit({ allocations: true }).extend({ allocation: printedAllocation.nullable() }),
  ),
})
export type ConsultedPlan = z.output<typeof consultedPlan>

/** How one unit stands in a round: `late` and `extended` are facts beside the state. */
const standing = {
  answerId: z.uuid(),
  number: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  planYear: z.int(),
  state: z.string(),
  version: z.int(),
  isLate: z.boolean(),
  submittedAt: z.iso.datetime().nullable(),
  signedByName: z.string().nullable(),
  signedForName: z.string().nullable(),
  contentSha256: z.string().nullable(),
  files: z.array(answerFile),
}

/** What the unit said in the round before, on an earlier version of the drafts; it stays as it is. */
export const earlierAnswer = z.object({
  answerId: z.uuid(),
  number: z.string(),
  /** The version of the drafts that it speaks about. */
  draft: z.int(),
  state: z.string(),
  submittedAt: z.iso.datetime().nullable(),
})
export type EarlierAnswer = z.output<typeof earlierAnswer>

export const answerView = z.object({
  ...standing,
  cycleId: z.uuid(),
  round: z.object({
    roundId: z.uuid(),
    number: z.int(),
    state: z.enum(['OPEN', 'CLOSED']),
    opensAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    /** Until when a late answer of this unit is still taken. */
    graceUntil: z.iso.datetime(),
    isExtended: z.boolean(),
    closedAt: z.iso.datetime().nullable(),
    timeliness: z.enum(['onTime', 'late', 'closed']),
    workingDaysLeft: z.int(),
    kinds: z.array(z.enum(ROUND_KINDS)),
  }),
  /** Where the round asks once more: what the unit said the first time. */
  earlier: earlierAnswer.nullable(),
  /** Whom the unit may call; null where nobody is named. */
  contact: contactView.nullable(),
  sentOnByName: z.string().nullable(),
  sentOnAt: z.iso.datetime().nullable(),
  returnedBecause: z.string().nullable(),
  /** Why the unit need not answer, where it was excused. */
  excusedBecause: z.string().nullable(),
  extensionRequest: extensionRequestView.nullable(),
  /** Where the unit is invited to speak, and what was taken down there as its opinion. */
  conferences: z.array(invitedConference),
  opinions: z.array(ownOpinion),
  /** What the department has entered for the unit from paper, once it is laid before it. */
  assistedEntry: assistedEntryView.nullable(),
  /** The day by which every opinion has its explanation, as the calendar says now. */
  explainedOn: z.iso.date().nullable(),
  /** One person holds both keys of the unit: drafts, then signs. */
  hasOneHolder: z.boolean(),
  plans: z.array(consultedPlan),
  /** While it is written, as they stand now; once it was sent on, as they stood then. */
  asked: askedQuestions,
  /** The department has changed its questions since this answer was sent on. */
  isAskedAnew: z.boolean(),
  form: answerForm,
  formRevision: z.int(),
  savedAt: z.iso.datetime().nullable(),
  savedByName: z.string().nullable(),
  /** What still stands in the way of sending it on. */
  obstacles: z.array(obstacleView),
  allowedActions: z.array(allowedActionView),
})
export type AnswerView = z.output<typeof answerView>

/** What a unit would find if the drafts went out as they stand, and the units one may look as. */
/** The department at one unit's paper: the form as the unit has it, with what is entered so far. */
export const assistedDeskView = z.object({ answer: answerView })
export type AssistedDeskView = z.output<typeof assistedDeskView>

export const rehearsalView = z.object({
  units: z.array(z.object({ unitId: z.uuid(), unitName: z.string() })),
  answer: answerView,
})
export type RehearsalView = z.output<typeof rehearsalView>

export const signedAnswerView = z.object({
  ...standing,
  /** Entered from paper by the department and confirmed by the unit. */
  assistedEntry: assistedEntryView.omit({ form: true }).nullable(),
  plans: z.array(z.object({ planId: z.uuid(), title: z.string(), version: z.int() })),
  form: answerForm,
  asked: askedQuestions,
})
export type SignedAnswerView = z.output<typeof signedAnswerView>

const answerParams = z.object({ answerId: z.uuid() })
const moved = z.object({ answerId: z.uuid(), state: z.string() })
const ownUnit = { by: ['unitDrafter', 'unitHead'], over: 'ownUnit', records: null } as const

export const feedbackRoutes = {
  ...boardRoutes,
  ...extensionRoutes,
  ...answerFileRoutes,
  ...answerSheetRoutes,
  ...assistedEntryRoutes,
  ...preparationRoutes,
  ...reopeningRoutes,
  ...openingRoutes,
  ...ownAnswersRoutes,
  ...conferenceRoutes,
  ...takenOverOpinionsRoutes,
  rehearsal: route({
    method: 'get',
    by: ['departmentDrafter', 'departmentHead', 'committeeLeader'],
    over: 'federation',
    records: null,
    path: '/cycles/:planYear/rehearsal',
    summary: 'The form as a unit would have it on the drafts as they stand; nothing counts',
    params: z.object({ planYear }),
    query: z.object({ unitId: z.uuid().optional() }),
    reply: rehearsalView,
  }),
  assistedDesk: route({
    method: 'get',
    path: '/answers/:answerId/assisted-entry',
    summary: 'The form of a unit for the department that enters what came back on paper',
    params: answerParams,
    reply: assistedDeskView,
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    records: null,
  }),
  myAnswer: route({
    method: 'get',
    path: '/cycles/:planYear/answer',
    summary: 'The answer of the own unit in the last round of a year, with the drafts it is about',
    params: z.object({ planYear }),
    reply: answerView,
    ...ownUnit,
  }),
  open: route({
    method: 'post',
    path: '/answers/:answerId/opening',
    summary: 'Records that the unit has opened the drafts',
    params: answerParams,
    body: z.strictObject({}),
    reply: moved,
    deed: deeds.answerOpened,
  }),
  read: route({
    method: 'post',
    path: '/answers/:answerId/reading',
    summary: 'Records that the unit has read the drafts',
    params: answerParams,
    body: z.strictObject({}),
    reply: moved,
    deed: deeds.answerRead,
  }),
  save: route({
    method: 'put',
    path: '/answers/:answerId/form',
    summary: 'Saves the answer while it is written',
    params: answerParams,
    body: z.strictObject({ form: answerForm }),
    reply: z.object({
      revision: z.int(),
      savedAt: z.iso.datetime(),
      state: z.string(),
      /** Of the department's questions as they stand: a higher one than the form's, they changed. */
      questionsVersion: z.int(),
    }),
    deed: deeds.answerSaved,
    revision: true,
    quiet: true,
  }),
  sendOn: route({
    method: 'post',
    path: '/answers/:answerId/forwarding',
    summary: "Sends the answer on to the unit's president",
    params: answerParams,
    body: z.strictObject({}),
    reply: moved,
    deed: deeds.answerSentOn,
    revision: true,
  }),
  giveBack: route({
    method: 'post',
    path: '/answers/:answerId/return',
    summary: 'The president gives the answer back to its drafter with a reason',
    params: answerParams,
    body: z.strictObject({
      reason: z.string().trim().min(5, 'feedback.reason-missing').max(1_000),
    }),
    reply: moved,
    deed: deeds.answerReturned,
  }),
  sign: route({
    method: 'post',
    path: '/answers/:answerId/signature',
    summary: 'The president signs: the answer is sent',
    params: answerParams,
    /** The files that the signer had before the eyes; others now are not signed unseen. */
    body: z.strictObject({ fileIds: z.array(z.uuid()).max(mostFilesOfAnswer).exactOptional() }),
    reply: moved.extend({
      number: z.string(),
      version: z.int(),
      submittedAt: z.iso.datetime(),
      isLate: z.boolean(),
      contentSha256: z.string(),
    }),
    deed: deeds.answerSigned,
    revision: true,
  }),
  withdraw: route({
    method: 'post',
    path: '/answers/:answerId/withdrawal',
    summary: 'Takes a signed answer back before the close, to be written and sent again',
    params: answerParams,
    body: z.strictObject({
      reason: z.string().trim().min(5, 'feedback.reason-missing').max(1_000),
    }),
    reply: moved,
    deed: deeds.answerWithdrawn,
  }),
  signedAnswer: route({
    method: 'get',
    path: '/answers/:answerId/signature',
    summary: 'The signed answer, as the unit and the department read it',
    params: answerParams,
    reply: signedAnswerView,
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  answerPaper: route({
    method: 'get',
    path: '/answers/:answerId/paper',
    summary: 'The signed answer as a paper of Decree 30, to be printed',
    params: answerParams,
    reply: answerPaper,
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  answerCalendar: route({
    method: 'get',
    path: '/answers/:answerId/calendar',
    summary: 'Deadline and day of the explanations as a calendar file (RFC 5545)',
    params: answerParams,
    reply: z.string().describe('An iCalendar file'),
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  outcomes: route({
    method: 'get',
    path: '/answers/:answerId/outcomes',
    summary: "What became of each of the unit's comments and requests",
    params: answerParams,
    reply: outcomesView,
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
} as const
