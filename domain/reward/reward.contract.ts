import { z } from 'zod'
import { AWARD_FORMS } from '../cycle/award-forms.ts'
import { planYear } from '../cycle/plan-year.ts'
import { route } from '../grammar/route.ts'
import { isPlainLine, isPlainText } from '../grammar/text.ts'
import { AWARD_VOTES } from './council.ts'
import { rewardDeeds as deeds } from './deeds.ts'
import { resultsRoutes } from './results.contract.ts'
import { ROUND_KINDS, ROUND_STATES } from './states.ts'
import * as views from './views.contract.ts'

const words = (most: number) =>
  z.string().trim().min(1).max(most).refine(isPlainText, { error: 'grammar.control-characters' })
const line = (most: number) =>
  z.string().trim().min(1).max(most).refine(isPlainLine, { error: 'grammar.control-characters' })
const day = z.iso.date('grammar.not-a-day')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const registrationForm = z.strictObject({
  unitId: z.uuid(),
  form: z.enum(AWARD_FORMS),
  pledge: words(2_000),
})
export const roundForm = z.strictObject({
  kind: z.enum(ROUND_KINDS),
  title: line(200),
  /** Without a day, the calendar of the year says it. */
  filesDueOn: day.nullable().default(null),
  councilDueOn: day.nullable().default(null),
})
export const fileForm = z.strictObject({
  unitId: z.uuid(),
  officialId: z.uuid().nullable().default(null),
  form: z.enum(AWARD_FORMS),
  citation: words(600),
  inspectionId: z.uuid().nullable().default(null),
})
export const reportForm = z.strictObject({ text: words(20_000) })
export const fileCheckForm = z
  .strictObject({
    outcome: z.enum(['PASSED', 'REJECTED']),
    remark: words(2_000).nullable().default(null),
  })
  .refine((form) => form.outcome === 'PASSED' || form.remark !== null, {
    error: 'reward.reason-needed',
    path: ['remark'],
  })
export const ballotsForm = z.strictObject({
  votes: z
    .array(
      z.strictObject({
        fileId: z.uuid(),
        vote: z.enum(AWARD_VOTES),
        remark: words(2_000).nullable().default(null),
      }),
    )
    .min(1)
    .max(300),
  /** The files that were read; ballots on others are refused. */
  contentSha256: sha256,
})
const reason = words(500)
export const handOverForm = z.strictObject({ handedOverOn: day, handedOverTo: line(200) })

const readers = [
  'administrator',
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'recordsClerk',
  'inspectionHead',
  'inspector',
  'councilSecretary',
  'councilMember',
] as const
const ofRound = z.object({ commendationId: z.uuid() })
const ofFile = z.object({ fileId: z.uuid() })
const moved = z.object({ commendationId: z.uuid(), state: z.enum(ROUND_STATES) })
const moves = 'commendation'

export const rewardRoutes = {
  ...resultsRoutes,
  rewards: route({
    method: 'get',
    path: '/cycles/:planYear/rewards',
    summary: 'The year’s registrations and rounds of commendation',
    params: z.object({ planYear }),
    reply: views.rewardsView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  register: route({
    method: 'post',
    path: '/cycles/:planYear/award-registrations',
    summary: 'A unit registers for the year’s award',
    params: z.object({ planYear }),
    body: registrationForm,
    reply: z.object({ unitId: z.uuid() }),
    deed: deeds.registered,
  }),
  openRound: route({
    method: 'post',
    path: '/cycles/:planYear/commendations',
    summary: 'Calls for files: for the whole year’s merit once, for a theme as often as needed',
    params: z.object({ planYear }),
    body: roundForm,
    reply: z.object({ commendationId: z.uuid() }),
    deed: deeds.opened,
  }),
  round: route({
    method: 'get',
    path: '/commendations/:commendationId',
    summary: 'A round with its files, checks, votes and decision',
    params: ofRound,
    reply: views.roundView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  candidates: route({
    method: 'get',
    path: '/commendations/:commendationId/candidates',
    summary: 'The units that may be proposed, each with its year’s figures',
    params: ofRound,
    reply: z.object({ units: z.array(views.candidateView) }),
    by: readers,
    over: 'federation',
    records: null,
  }),
  proposable: route({
    method: 'get',
    path: '/inspections/:inspectionId/commendation',
    summary: 'The rounds in which an inspected unit may be proposed for its result',
    params: z.object({ inspectionId: z.uuid() }),
    reply: views.proposableView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  propose: route({
    method: 'post',
    path: '/commendations/:commendationId/files',
    summary: 'Proposes a unit or a person, from an inspection’s result or from the figures',
    params: ofRound,
    body: fileForm,
    reply: z.object({ fileId: z.uuid() }),
    deed: deeds.proposed,
  }),
  report: route({
    method: 'put',
    path: '/award-files/:fileId/report',
    summary: 'The unit’s own report of its merits',
    params: ofFile,
    body: reportForm,
    reply: z.object({ fileId: z.uuid() }),
    deed: deeds.reported,
  }),
  checkFile: route({
    method: 'put',
    path: '/award-files/:fileId/check',
    summary: 'The council’s secretary passes a file or rejects it with the reason',
    params: ofFile,
    body: fileCheckForm,
    reply: z.object({ fileId: z.uuid() }),
    deed: deeds.checked,
  }),
  openCouncil: route({
    method: 'post',
    path: '/commendations/:commendationId/council',
    summary: 'Lays the checked files before the council',
    params: ofRound,
    body: z.strictObject({}),
    reply: moved,
    deed: deeds.councilOpened,
    moves,
  }),
  castBallots: route({
    method: 'post',
    path: '/commendations/:commendationId/ballots',
    summary: 'Votes on the files, or replaces the votes while the council sits',
    params: ofRound,
    body: ballotsForm,
    reply: z.object({ castAt: z.iso.datetime(), votes: z.int() }),
    deed: deeds.ballotCast,
    moves,
  }),
  closeCouncil: route({
    method: 'post',
    path: '/commendations/:commendationId/closure',
    summary: 'Ends the voting before its deadline',
    params: ofRound,
    body: z.strictObject({ reason }),
    reply: moved,
    deed: deeds.councilClosed,
    moves,
  }),
  reopenCouncil: route({
    method: 'post',
    path: '/commendations/:commendationId/reopening',
    summary: 'Without a quorum the chair sets another day',
    params: ofRound,
    body: z.strictObject({ dueOn: day, reason }),
    reply: moved,
    deed: deeds.councilReopened,
    moves,
  }),
  signDecision: route({
    method: 'post',
    path: '/commendations/:commendationId/signature',
    summary: 'The president signs the decision on what the council passed',
    params: ofRound,
    body: z.strictObject({ contentSha256: sha256 }),
    reply: moved,
    deed: deeds.signed,
    moves,
  }),
  numberDecision: route({
    method: 'post',
    path: '/commendations/:commendationId/number',
    summary: 'The clerk numbers and issues the decision; the awards get their numbers',
    params: ofRound,
    body: z.strictObject({ issuedOn: day.nullable().default(null) }),
    reply: z.object({ paperId: z.uuid(), number: z.string(), issuedOn: z.iso.date() }),
    deed: deeds.numbered,
    moves,
  }),
  handOver: route({
    method: 'put',
    path: '/award-files/:fileId/handover',
    summary: 'When and to whom an award was handed over',
    params: ofFile,
    body: handOverForm,
    reply: z.object({ fileId: z.uuid() }),
    deed: deeds.handedOver,
  }),
  awards: route({
    method: 'get',
    path: '/awards',
    summary: 'What was awarded, of all units or of one; everybody in the house may see it',
    query: z.strictObject({
      unitId: z.uuid().optional(),
      planYear: planYear.optional(),
    }),
    reply: z.object({ awards: z.array(views.awardView) }),
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  decisionPrint: route({
    method: 'get',
    path: '/commendations/:commendationId/decision',
    summary: 'The decision as it is printed, with the list of those who are honoured',
    params: ofRound,
    reply: views.decisionPrintView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
} as const
