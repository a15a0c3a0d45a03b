import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { password } from './accounts.contract.ts'
import { federationDeeds as deeds } from './deeds.ts'

export const sessionView = z.object({
  sessionId: z.uuid(),
  since: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  address: z.string().nullable(),
  browser: z.string().nullable(),
  isThisOne: z.boolean(),
})
export type SessionView = z.output<typeof sessionView>

export const ownPasswordForm = z.strictObject({ currentPassword: password, newPassword: password })

export const ownAccountRoutes = {
  mySessions: route({
    method: 'get',
    path: '/me/sessions',
    summary: 'Where I am signed in',
    reply: z.object({ sessions: z.array(sessionView) }),
    by: 'signedIn',
    over: 'self',
    records: null,
    ownAccount: true,
  }),
  changePassword: route({
    method: 'put',
    path: '/me/password',
    summary: 'Changes my password and ends my other sessions',
    body: ownPasswordForm,
    reply: z.object({ otherSessionsEnded: z.int() }),
    deed: deeds.passwordChanged,
    ownAccount: true,
  }),
  endSession: route({
    method: 'delete',
    path: '/me/sessions/:sessionId',
    summary: 'Ends one of my sessions',
    params: z.object({ sessionId: z.uuid() }),
    reply: z.object({ ended: z.int() }),
    deed: deeds.sessionEnded,
    ownAccount: true,
  }),
  endSessions: route({
    method: 'delete',
    path: '/me/sessions',
    summary: 'Signs me out everywhere, here too',
    reply: z.object({ ended: z.int() }),
    deed: deeds.sessionsEnded,
    ownAccount: true,
  }),
} as const
