import { z } from 'zod'
import { route } from '../grammar/route.ts'

export const grantView = z.object({
  role: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  ofFederation: z.boolean(),
  departmentId: z.uuid().nullable(),
  substituteFor: z.uuid().nullable(),
})

export const meView = z.object({
  accountId: z.uuid(),
  officialId: z.uuid(),
  username: z.string(),
  fullName: z.string(),
  position: z.string(),
  unitName: z.string(),
  mustChangePassword: z.boolean(),
  grants: z.array(grantView),
  federation: z.object({
    name: z.string(),
    shortName: z.string(),
    place: z.string(),
    symbol: z.string(),
    helpName: z.string().nullable(),
    helpPhone: z.string().nullable(),
    isDemo: z.boolean(),
  }),
})
export type MeView = z.output<typeof meView>

export const accountView = z.object({
  accountId: z.uuid(),
  officialId: z.uuid(),
  username: z.string(),
  fullName: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  roles: z.array(z.string()),
  isSuspended: z.boolean(),
})
export type AccountView = z.output<typeof accountView>

export const federationRoutes = {
  accounts: route({
    method: 'get',
    path: '/accounts',
    summary: 'Who may sign in, and with which roles',
    reply: z.object({ accounts: z.array(accountView) }),
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  me: route({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in, with the roles held today',
    reply: meView,
    by: 'signedIn',
    over: 'self',
    records: null,
  }),
} as const
