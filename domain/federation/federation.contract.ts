import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { accountsRoutes } from './accounts.contract.ts'
import { demoRoutes } from './demo.contract.ts'
import { officialsRoutes } from './officials.contract.ts'
import { ownAccountRoutes } from './own-account.contract.ts'
import { setUpRoutes } from './set-up.contract.ts'
import { unitsRoutes } from './units.contract.ts'

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

export const federationRoutes = {
  ...demoRoutes,
  ...ownAccountRoutes,
  ...accountsRoutes,
  ...officialsRoutes,
  ...unitsRoutes,
  ...setUpRoutes,
  me: route({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in, with the roles held today',
    reply: meView,
    by: 'signedIn',
    over: 'self',
    records: null,
    ownAccount: true,
  }),
} as const
