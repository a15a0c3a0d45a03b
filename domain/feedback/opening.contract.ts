import { z } from 'zod'
import { opensOn } from '../draft/forms.contract.ts'
import { route } from '../grammar/route.ts'
import { feedbackDeeds as deeds } from './deeds.ts'
import { obstacleView } from './obstacle.contract.ts'

const ofRound = z.object({ roundId: z.uuid() })

export const openingPreview = z.object({
  /** Null: at once. */
  opensAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime(),
  graceUntil: z.iso.datetime(),
  workingDays: z.int(),
  unitCount: z.int(),
  obstacles: z.array(obstacleView),
})
export type OpeningPreview = z.output<typeof openingPreview>

/** A round that was agreed to and is not open yet opens on another day, or now. */
export const openingRoutes = {
  openingPreview: route({
    method: 'get',
    path: '/rounds/:roundId/opening',
    summary: 'What opening a planned round on another day would bring: whom it asks, until when',
    params: ofRound,
    query: z.strictObject({
      /** Left out: at once. */
      opensOn: opensOn.optional(),
      dueOn: z.iso.date().optional(),
      graceDays: z.coerce.number().int().min(0).max(5).optional(),
    }),
    reply: openingPreview,
    by: ['departmentDrafter', 'departmentHead', 'committeeLeader', 'administrator'],
    over: 'federation',
    records: null,
  }),
  moveOpening: route({
    method: 'post',
    path: '/rounds/:roundId/opening',
    summary: 'The leader has a planned round open on another day, or now, with its whole term anew',
    params: ofRound,
    body: z.strictObject({
      reason: z.string().trim().min(5, 'feedback.reason-missing').max(500),
      opensOn,
      /** The last day; left out: the usual term. */
      dueOn: z.iso.date().optional(),
      graceDays: z.int().min(0).max(5).default(2),
    }),
    reply: z.object({
      roundId: z.uuid(),
      opensAt: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      graceUntil: z.iso.datetime(),
    }),
    deed: deeds.openingMoved,
    moves: 'consultation',
  }),
} as const
