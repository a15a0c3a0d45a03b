import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { inspectionDeeds as deeds, remedyDeeds } from './deeds.ts'
import { proofForm, reasonForm, resultForm, resultWriting } from './forms.contract.ts'
import { REMEDY_STATES } from './remedy.ts'
import { INSPECTION_STATES } from './states.ts'

const ofInspection = z.object({ inspectionId: z.uuid() })
const moved = z.object({ inspectionId: z.uuid(), state: z.enum(INSPECTION_STATES) })

/** From the draft of the result to its issue. */
export const resultRoutes = {
  writeResult: route({
    method: 'put',
    path: '/inspections/:inspectionId/result/writing',
    summary: 'Saves the result while the team writes it',
    params: ofInspection,
    body: resultWriting,
    reply: z.object({ revision: z.int(), savedAt: z.iso.datetime() }),
    deed: deeds.resultWritten,
    revision: true,
    quiet: true,
  }),
  draftResult: route({
    method: 'put',
    path: '/inspections/:inspectionId/result',
    summary: 'The team drafts the result: rating, conclusion, answers to objections, remedies',
    params: ofInspection,
    body: resultForm,
    reply: moved,
    deed: deeds.resultDrafted,
    revision: true,
    moves: 'inspection',
  }),
  returnResult: route({
    method: 'post',
    path: '/inspections/:inspectionId/result/return',
    summary: 'The committee’s head sends the draft back to the team, with the reason',
    params: ofInspection,
    body: reasonForm,
    reply: moved,
    deed: deeds.resultReturned,
  }),
  passResult: route({
    method: 'post',
    path: '/inspections/:inspectionId/result/passing',
    summary: 'The committee has passed the result; its head signs it',
    params: ofInspection,
    body: z.strictObject({}),
    reply: moved,
    deed: deeds.resultPassed,
    moves: 'inspection',
  }),
  issueResult: route({
    method: 'post',
    path: '/inspections/:inspectionId/result/issuance',
    summary: 'Numbers the notice of the result and issues it to the unit',
    params: ofInspection,
    body: z.strictObject({}),
    reply: moved.extend({ number: z.string() }),
    deed: deeds.resultIssued,
    moves: 'inspection',
  }),
} as const

const ofRemedy = z.object({ remedyId: z.uuid() })
const remedyMoved = z.object({ remedyId: z.uuid(), state: z.enum(REMEDY_STATES) })

export const remedyRoutes = {
  answerRemedy: route({
    method: 'post',
    path: '/remedies/:remedyId/answers',
    summary: 'The owner says what was done',
    params: ofRemedy,
    body: proofForm,
    reply: remedyMoved,
    deed: remedyDeeds.answered,
    moves: 'inspection',
  }),
  acceptRemedy: route({
    method: 'post',
    path: '/remedies/:remedyId/acceptance',
    summary: 'The team accepts the proof: the remedy is closed',
    params: ofRemedy,
    body: z.strictObject({}),
    reply: remedyMoved,
    deed: remedyDeeds.accepted,
    moves: 'inspection',
  }),
  returnRemedy: route({
    method: 'post',
    path: '/remedies/:remedyId/return',
    summary: 'The team sends the proof back, with the reason',
    params: ofRemedy,
    body: reasonForm,
    reply: remedyMoved,
    deed: remedyDeeds.sentBack,
    moves: 'inspection',
  }),
} as const
