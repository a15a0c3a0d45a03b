import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { inspectionDeeds as deeds } from './deeds.ts'
import {
  findingForm,
  minutesSignatureForm,
  repliesForm,
  repliesWriting,
  reportForm,
  summaryForm,
} from './forms.contract.ts'
import { INSPECTION_STATES } from './states.ts'

const ofInspection = z.object({ inspectionId: z.uuid() })
const moved = z.object({ inspectionId: z.uuid(), state: z.enum(INSPECTION_STATES) })
const saved = z.object({ revision: z.int(), savedAt: z.iso.datetime() })

/** From the unit's report to its answer to the findings. */
export const visitRoutes = {
  writeReport: route({
    method: 'put',
    path: '/inspections/:inspectionId/self-report',
    summary: 'Saves the unit’s own report while it is written',
    params: ofInspection,
    body: reportForm,
    reply: saved,
    deed: deeds.reportWritten,
    revision: true,
    quiet: true,
  }),
  sendReport: route({
    method: 'post',
    path: '/inspections/:inspectionId/self-report/submission',
    summary: 'The unit’s head sends the report to the team',
    params: ofInspection,
    body: z.strictObject({}),
    reply: moved,
    deed: deeds.reportSent,
    moves: 'inspection',
  }),
  beginVisit: route({
    method: 'post',
    path: '/inspections/:inspectionId/visit',
    summary: 'The team begins its visit',
    params: ofInspection,
    body: z.strictObject({}),
    reply: moved,
    deed: deeds.visitBegun,
    moves: 'inspection',
  }),
  writeFinding: route({
    method: 'put',
    path: '/inspections/:inspectionId/findings/:criterionId',
    summary: 'Saves what was found on one criterion while it is written',
    params: z.object({ inspectionId: z.uuid(), criterionId: z.uuid() }),
    body: findingForm,
    reply: saved,
    deed: deeds.findingWritten,
    revision: true,
    quiet: true,
  }),
  sumUp: route({
    method: 'put',
    path: '/inspections/:inspectionId/summary',
    summary: 'Saves strengths, shortcomings, causes and recommendations while they are written',
    params: ofInspection,
    body: summaryForm,
    reply: saved,
    deed: deeds.visitSummed,
    revision: true,
    quiet: true,
  }),
  drawMinutes: route({
    method: 'post',
    path: '/inspections/:inspectionId/minutes',
    summary: 'Draws up the minutes from what was found',
    params: ofInspection,
    body: z.strictObject({}),
    reply: z.object({ number: z.int(), contentSha256: z.string() }),
    deed: deeds.minutesDrawn,
  }),
  signMinutes: route({
    method: 'post',
    path: '/inspections/:inspectionId/minutes/signature',
    summary: 'The team’s lead signs the minutes',
    params: ofInspection,
    body: minutesSignatureForm,
    reply: moved,
    deed: deeds.minutesSigned,
    moves: 'inspection',
  }),
  countersignMinutes: route({
    method: 'post',
    path: '/inspections/:inspectionId/minutes/countersignature',
    summary: 'The unit’s head signs the minutes',
    params: ofInspection,
    body: minutesSignatureForm,
    reply: moved,
    deed: deeds.minutesCountersigned,
    moves: 'inspection',
  }),
  writeReplies: route({
    method: 'put',
    path: '/inspections/:inspectionId/replies/writing',
    summary: 'Saves what the unit is about to say to the findings while it is written',
    params: ofInspection,
    body: repliesWriting,
    reply: saved,
    deed: deeds.repliesWritten,
    revision: true,
    quiet: true,
  }),
  answerFindings: route({
    method: 'put',
    path: '/inspections/:inspectionId/replies',
    summary: 'The unit agrees to findings or objects to them, with its words',
    params: ofInspection,
    body: repliesForm,
    reply: z.object({ replied: z.int(), open: z.int() }),
    deed: deeds.findingsAnswered,
  }),
} as const
