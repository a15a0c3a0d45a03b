import { type Deed, deed, ROLES } from '../grammar/deed.ts'

const byAdministrator = { by: ['administrator'], over: 'federation' } as const
const byUnitOrAdministrator = {
  by: ['administrator', 'unitDrafter', 'unitHead'],
  over: 'subtree',
} as const
const withMine = { by: ROLES, over: 'self', in: null } as const

export const federationDeeds = {
  accountCreated: deed({ name: 'account.created', ...byAdministrator, in: null, stepUp: true }),
  passwordReset: deed({
    name: 'account.password-reset',
    ...byAdministrator,
    in: ['ACTIVE', 'SUSPENDED'],
    stepUp: true,
  }),
  accountSuspended: deed({ name: 'account.suspended', ...byAdministrator, in: ['ACTIVE'] }),
  accountResumed: deed({
    name: 'account.resumed',
    ...byAdministrator,
    in: ['SUSPENDED'],
    stepUp: true,
  }),
  roleGranted: deed({ name: 'role.granted', ...byAdministrator, in: null, stepUp: true }),
  roleWithdrawn: deed({ name: 'role.withdrawn', ...byAdministrator, in: null }),
  substituteNamed: deed({ name: 'substitute.named', ...byAdministrator, in: null, stepUp: true }),
  passwordChanged: deed({ name: 'password.changed', ...withMine }),
  sessionEnded: deed({ name: 'session.ended', ...withMine }),
  sessionsEnded: deed({ name: 'sessions.ended', ...withMine }),
  /** Nobody holds a role yet: who has the one-time link does it, once. */
  federationFounded: deed({ name: 'federation.founded', by: [], over: 'federation', in: null }),
  unitAdded: deed({ name: 'unit.added', ...byAdministrator, in: null }),
  unitClosed: deed({ name: 'unit.closed', ...byAdministrator, in: ['OPEN'] }),
  unitListChecked: deed({ name: 'unit-list.checked', ...byAdministrator, in: null }),
  unitListTakenIn: deed({ name: 'unit-list.taken-in', ...byAdministrator, in: null }),
  departmentAdded: deed({ name: 'department.added', ...byAdministrator, in: null }),
  officialAdded: deed({ name: 'official.added', ...byAdministrator, in: null }),
  /** A unit's own people keep their records; an administrator does it for units without accounts. */
  officialCorrected: deed({ name: 'official.corrected', ...byUnitOrAdministrator, in: null }),
  postAdded: deed({ name: 'post.added', ...byUnitOrAdministrator, in: null }),
  postEnded: deed({ name: 'post.ended', ...byUnitOrAdministrator, in: ['HELD'] }),
  unitCorrected: deed({ name: 'unit.corrected', ...byAdministrator, in: ['OPEN'] }),
  unitMoved: deed({ name: 'unit.moved', ...byAdministrator, in: ['OPEN'] }),
  unitMerged: deed({ name: 'unit.merged', ...byAdministrator, in: ['OPEN'], stepUp: true }),
  memberSeated: deed({ name: 'member.seated', ...byAdministrator, in: null }),
} as const satisfies Record<string, Deed>
