import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { feedbackDeeds as deeds } from './deeds.ts'

/** What a unit asked last, and what became of it. */
export const extensionRequestView = z.object({
  dueOn: z.iso.date(),
  reason: z.string(),
  askedAt: z.iso.datetime(),
  outcome: z.enum(['OPEN', 'GRANTED', 'REFUSED']),
  refusedBecause: z.string().nullable(),
})
export type ExtensionRequestView = z.output<typeof extensionRequestView>

const params = z.object({ answerId: z.uuid() })
const reason = z.string().trim().min(5, 'feedback.reason-missing').max(500)
const reply = z.object({ answerId: z.uuid() })

/** A unit asks for more time; the grant is the department's own `extend`. */
export const extensionRoutes = {
  askForTime: route({
    method: 'post',
    path: '/answers/:answerId/extension-request',
    summary: 'The unit asks for a later deadline, with a reason',
    params,
    body: z.strictObject({ dueOn: z.iso.date(), reason }),
    reply,
    deed: deeds.extensionAsked,
  }),
  takeBackRequest: route({
    method: 'post',
    path: '/answers/:answerId/extension-request/withdrawal',
    summary: 'The unit needs no more time after all',
    params,
    body: z.strictObject({}),
    reply,
    deed: deeds.extensionWithdrawn,
  }),
  refuseTime: route({
    method: 'post',
    path: '/answers/:answerId/extension-request/refusal',
    summary: 'The department refuses a later deadline, with a reason',
    params,
    body: z.strictObject({ reason }),
    reply,
    deed: deeds.extensionRefused,
  }),
} as const
