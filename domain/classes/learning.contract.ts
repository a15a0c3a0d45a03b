import { z } from 'zod'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { route } from '../grammar/route.ts'
import { ATTENDANCE_MARKS } from './attendance.ts'
import { CERTIFICATE_STATES } from './certificate.ts'
import { CLASS_STATES, NOMINATION_STATES } from './class-state.ts'
import { GRADES } from './marks.ts'
import { givenRatingView } from './rating.contract.ts'
import { taughtSessionView } from './teaching.contract.ts'

/** One class of somebody's learning: when, how it went, and the paper. */
export const learntClassView = z.object({
  classId: z.uuid(),
  nominationId: z.uuid(),
  code: z.string(),
  title: z.string(),
  state: z.enum(CLASS_STATES),
  nominationState: z.enum(NOMINATION_STATES),
  organiserName: z.string(),
  venue: z.string().nullable(),
  calendarSequence: z.int(),
  sessions: z.array(taughtSessionView.extend({ mark: z.enum(ATTENDANCE_MARKS).nullable() })),
  attended: z.int(),
  percent: z.int(),
  /** Null: not marked, or did not sit; then `satTest` tells which. */
  mark: z.number().nullable(),
  satTest: z.boolean().nullable(),
  grade: z.enum(GRADES).nullable(),
  certificate: z
    .object({
      certificateId: z.uuid(),
      registerNo: z.string(),
      issuedOn: z.iso.date(),
      state: z.enum(CERTIFICATE_STATES),
    })
    .nullable(),
  /** One's own opinion; nobody else reads it. */
  rating: givenRatingView.nullable(),
  allowedActions: z.array(allowedActionView),
})
export type LearntClassView = z.output<typeof learntClassView>

export const learningView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  classes: z.array(learntClassView),
})
export type LearningView = z.output<typeof learningView>

export const taughtSession = taughtSessionView.extend({
  classId: z.uuid(),
  classTitle: z.string(),
  classState: z.enum(CLASS_STATES),
  venue: z.string().nullable(),
  calendarSequence: z.int(),
  trainees: z.int(),
  marked: z.int(),
})
export type TaughtSession = z.output<typeof taughtSession>

export const learningRoutes = {
  myLearning: route({
    method: 'get',
    by: 'signedIn',
    over: 'self',
    records: null,
    path: '/me/learning',
    summary: 'My classes with their sessions, my attendance, mark and certificate',
    reply: learningView,
  }),
  officialLearning: route({
    method: 'get',
    by: 'signedIn',
    over: 'subtree',
    records: null,
    path: '/officials/:officialId/learning',
    summary: 'The learning record of an official, for who may see that official',
    params: z.object({ officialId: z.uuid() }),
    reply: learningView,
  }),
  myTeaching: route({
    method: 'get',
    by: 'signedIn',
    over: 'self',
    records: null,
    path: '/me/teaching',
    summary: 'The sessions I teach, with how far attendance is taken',
    reply: z.object({ readAt: z.string(), sessions: z.array(taughtSession) }),
  }),
} as const
