import { z } from 'zod'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { route } from '../grammar/route.ts'
import { draftDeeds as deeds } from './deeds.ts'

export const MATTER_KINDS = ['CLASS', 'NEED', 'TARGET', 'REMEDY'] as const

/** An unfinished matter of the year before, with its origin and what became of it. */
export const matterView = z.object({
  kind: z.enum(MATTER_KINDS),
  /** 'L07-2026': printed beside whatever it becomes. */
  origin: z.string(),
  title: z.string(),
  planned: z.number().nullable(),
  done: z.number().nullable(),
  /** A class that is still to be held on this day, though its station is over. */
  scheduledOn: z.iso.date().nullable(),
  outcome: z.enum(['TAKEN', 'LEFT']).nullable(),
  because: z.string().nullable(),
  takenAs: z.string().nullable(),
})
export type MatterView = z.output<typeof matterView>

const ofPlan = z.object({ planId: z.uuid() })
const origin = { kind: z.enum(MATTER_KINDS), origin: z.string().min(1).max(60) }

export const carryRoutes = {
  unfinished: route({
    method: 'get',
    path: '/plans/:planId/unfinished',
    summary: 'What the year before left unfinished, offered to this plan',
    params: ofPlan,
    reply: z.object({
      fromYear: z.int(),
      matters: z.array(matterView),
      allowedActions: z.array(allowedActionView),
    }),
    by: ['departmentDrafter', 'departmentHead', 'committeeLeader'],
    over: 'federation',
    records: null,
  }),
  takeOver: route({
    method: 'post',
    path: '/plans/:planId/taken-matters',
    summary: 'Takes unfinished matters over: each a class line with its origin, or a clause',
    params: ofPlan,
    body: z.strictObject({ matters: z.array(z.strictObject(origin)).min(1).max(300) }),
    reply: z.object({ taken: z.array(z.object({ origin: z.string(), takenAs: z.string() })) }),
    deed: deeds.matterTaken,
  }),
  leaveBehind: route({
    method: 'post',
    path: '/plans/:planId/left-matters',
    summary: 'Leaves an unfinished matter, with the reason',
    params: ofPlan,
    body: z.strictObject({
      ...origin,
      reason: z.string().trim().min(5, 'draft.reason-needed').max(500),
    }),
    reply: z.object({ origin: z.string() }),
    deed: deeds.matterLeft,
  }),
} as const
