import { z } from 'zod'
import { opensOn } from '../draft/forms.contract.ts'
import { route } from '../grammar/route.ts'
import { feedbackDeeds as deeds } from './deeds.ts'
import { obstacleView } from './obstacle.contract.ts'

const ofRound = z.object({ roundId: z.uuid() })
const offices = {
  by: ['departmentDrafter', 'departmentHead', 'committeeLeader', 'administrator'],
  over: 'federation',
  records: null,
} as const

export const reopeningPreview = z.object({
  roundId: z.uuid(),
  /** The drafts that would go out, each as its next version. */
  plans: z.array(z.object({ planId: z.uuid(), title: z.string(), version: z.int() })),
  unitCount: z.int(),
  /** Of the first five hundred. */
  unitNames: z.array(z.string()),
  /** Null: at once, when the leader asks. */
  opensAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime(),
  graceUntil: z.iso.datetime(),
  workingDays: z.int(),
  /** Opinions of the closed round without a disposition yet; they keep waiting. */
  openComments: z.int(),
  obstacles: z.array(obstacleView),
})
export type ReopeningPreview = z.output<typeof reopeningPreview>

/** A closed round's units asked once more, on the next version of the drafts. */
export const reopeningRoutes = {
  reopeningPreview: route({
    method: 'get',
    path: '/rounds/:roundId/reopening',
    summary: 'Whom reopening a closed round would ask once more, on which drafts and until when',
    params: ofRound,
    query: z.strictObject({
      opensOn: opensOn.optional(),
      dueOn: z.iso.date().optional(),
      graceDays: z.coerce.number().int().min(0).max(5).optional(),
    }),
    reply: reopeningPreview,
    ...offices,
  }),
  reopen: route({
    method: 'post',
    path: '/rounds/:roundId/reopening',
    summary:
      'The committee asks the units once more, on the next version of the drafts; once a year',
    params: ofRound,
    body: z.strictObject({
      reason: z.string().trim().min(5, 'feedback.reason-missing').max(500),
      /** Left out: at once. */
      opensOn: opensOn.optional(),
      /** The last day; left out: the usual term. */
      dueOn: z.iso.date().optional(),
      graceDays: z.int().min(0).max(5).default(2),
    }),
    reply: z.object({
      roundId: z.uuid(),
      /** When it opens, where that is a later day; null: it has. */
      opensAt: z.iso.datetime().nullable(),
      dueAt: z.iso.datetime(),
      graceUntil: z.iso.datetime(),
      plans: z.array(z.object({ planId: z.uuid(), version: z.int() })),
    }),
    deed: deeds.roundReopened,
    moves: 'trainingCycle',
  }),
} as const
