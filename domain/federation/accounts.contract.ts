import { z } from 'zod'
import { ROLES } from '../grammar/deed.ts'
import { route } from '../grammar/route.ts'
import { allowedActionView } from './allowed-action.contract.ts'
import { federationDeeds as deeds } from './deeds.ts'
import { line } from './line.contract.ts'

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

export const grantOfAccountView = z.object({
  grantId: z.uuid(),
  role: z.enum(ROLES),
  unitId: z.uuid(),
  unitName: z.string(),
  departmentName: z.string().nullable(),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
  substituteFor: z.string().nullable(),
  isInForce: z.boolean(),
})

export const accountDetailView = accountView.extend({
  unitId: z.uuid(),
  position: z.string(),
  mustChangePassword: z.boolean(),
  suspendedAt: z.iso.datetime().nullable(),
  grants: z.array(grantOfAccountView),
  allowedActions: z.array(allowedActionView),
})
export type AccountDetailView = z.output<typeof accountDetailView>

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,58}[a-z0-9]$/, 'federation.username-unreadable')

/** Judged by domain/federation/password.ts, where the names that strangers would try are known. */
export const password = z.string().min(1).max(400)

const reason = line(500)

export const accountForm = z.strictObject({
  officialId: z.uuid(),
  username,
  firstPassword: password,
})

export const grantForm = z.strictObject({
  role: z.enum(ROLES),
  unitId: z.uuid(),
  departmentId: z.uuid().nullable(),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
})

export const substituteForm = z.strictObject({
  officialId: z.uuid(),
  since: z.iso.date(),
  until: z.iso.date(),
})

const accountParams = z.object({ accountId: z.uuid() })
const done = z.object({ accountId: z.uuid() })

export const accountsRoutes = {
  accounts: route({
    method: 'get',
    path: '/accounts',
    summary: 'Who may sign in, and with which roles',
    reply: z.object({ accounts: z.array(accountView) }),
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  account: route({
    method: 'get',
    path: '/accounts/:accountId',
    summary: 'An account with its roles, past and present',
    params: accountParams,
    reply: accountDetailView,
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  createAccount: route({
    method: 'post',
    path: '/accounts',
    summary: 'Opens an account for an official; the first password is changed at the first sign-in',
    body: accountForm,
    reply: z.object({ accountId: z.uuid(), username: z.string() }),
    deed: deeds.accountCreated,
  }),
  resetPassword: route({
    method: 'put',
    path: '/accounts/:accountId/password',
    summary: 'Gives a temporary password and ends every session of the account',
    params: accountParams,
    body: z.strictObject({ temporaryPassword: password }),
    reply: done,
    deed: deeds.passwordReset,
  }),
  suspendAccount: route({
    method: 'post',
    path: '/accounts/:accountId/suspension',
    summary: 'Suspends an account and ends its sessions',
    params: accountParams,
    body: z.strictObject({ reason }),
    reply: done,
    deed: deeds.accountSuspended,
  }),
  resumeAccount: route({
    method: 'delete',
    path: '/accounts/:accountId/suspension',
    summary: 'Lets a suspended account sign in again',
    params: accountParams,
    reply: done,
    deed: deeds.accountResumed,
  }),
  grantRole: route({
    method: 'post',
    path: '/accounts/:accountId/grants',
    summary: 'Gives a role in a unit, from a day and perhaps to a day',
    params: accountParams,
    body: grantForm,
    reply: z.object({ grantId: z.uuid() }),
    deed: deeds.roleGranted,
  }),
  withdrawRole: route({
    method: 'post',
    path: '/grants/:grantId/withdrawal',
    summary: 'Ends a role today',
    params: z.object({ grantId: z.uuid() }),
    body: z.strictObject({ reason }),
    reply: z.object({ grantId: z.uuid() }),
    deed: deeds.roleWithdrawn,
  }),
  nameSubstitute: route({
    method: 'post',
    path: '/grants/:grantId/substitutes',
    summary: "Names who acts for a unit's head between two days",
    params: z.object({ grantId: z.uuid() }),
    body: substituteForm,
    reply: z.object({ grantId: z.uuid() }),
    deed: deeds.substituteNamed,
  }),
} as const
