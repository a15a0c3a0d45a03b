import { accountsRoutes as routes } from '../../domain/federation/accounts.contract.ts'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { addDays, day, dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs } from '../performer.ts'
import { found } from '../subject.ts'
import { accountForDeed } from './account.ts'
import { endSessionsOf, endSessionsOfOfficial, mustBeSomebodyElse } from './account-deeds.ts'

const ofOffices: ReadonlySet<string> = new Set([
  'administrator',
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'contentChecker',
  'formChecker',
  'recordsClerk',
  'inspectionHead',
  'councilSecretary',
  'councilMember',
])
/** Held in the federation's offices or in a unit: any level inspects, and any organises classes. */
const ofAnyUnit: ReadonlySet<string> = new Set(['inspector', 'classOrganiser'])

const grantRole = performs(routes.grantRole, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const account = await accountForDeed(tx, params.accountId)
  const as = mustAllow(deeds.roleGranted, caller, { unitId: account.unitId })
  mustBeSomebodyElse(stage, account)
  mustBeInOrder(body, dayOfInstant(at))
  const unit = await unitToGrantIn(tx, body.unitId)
  // An office of the federation sees the whole tree; a unit's role must never be given there.
  if (ofOffices.has(body.role) !== (unit.parentId === null) && !ofAnyUnit.has(body.role))
    throw refused('federation.role-not-of-this-unit', '/unitId')
  if (unit.validTo !== null) throw refused('federation.unit-is-closed', '/unitId')
  const { id } = await tx
    .insertInto('roleGrant')
    .values({ federationId: caller.federationId, officialId: account.officialId, ...body })
    .returning('id')
    .executeTakeFirstOrThrow()
  await endSessionsOf(tx, account)
  return {
    reply: { grantId: id },
    as,
    object: { type: 'account', id: account.accountId, unitId: unit.id },
    facts: { name: account.fullName, role: body.role, unitName: unit.name, since: body.since },
  }
})

const withdrawRole = performs(routes.withdrawRole, async ({ tx, caller, at }, { params, body }) => {
  const grant = await grantForDeed(tx, params.grantId)
  const as = mustAllow(deeds.roleWithdrawn, caller, { unitId: grant.unitId })
  const yesterday = addDays(dayOfInstant(at), -1)
  if (grant.until !== null && grant.until <= yesterday)
    throw new Refusal('federation.role-ended-already', 'wrong-state')
  await mustLeaveAnAdministrator(tx, grant)
  // A grant that never came into force leaves no day behind on which it was one.
  if (grant.since > yesterday) await tx.deleteFrom('roleGrant').where('id', '=', grant.id).execute()
  else
    await tx.updateTable('roleGrant').set({ until: yesterday }).where('id', '=', grant.id).execute()
  await endSessionsOfOfficial(tx, grant.officialId)
  return {
    reply: { grantId: grant.id },
    as,
    object: { type: 'grant', id: grant.id, unitId: grant.unitId },
    facts: { name: grant.fullName, role: grant.role, reason: body.reason },
  }
})

const nameSubstitute = performs(
  routes.nameSubstitute,
  async ({ tx, caller, at }, { params, body }) => {
    const head = await grantForDeed(tx, params.grantId)
    const as = mustAllow(deeds.substituteNamed, caller, { unitId: head.unitId })
    mustBeInOrder(body, dayOfInstant(at))
    if (head.until !== null && head.until < dayOfInstant(at))
      throw new Refusal('federation.role-ended-already', 'wrong-state')
    const official = await substituteFor(tx, head, body.officialId)
    const { id } = await tx
      .insertInto('roleGrant')
      .values({
        federationId: caller.federationId,
        officialId: official.id,
        role: 'unitHead',
        unitId: head.unitId,
        since: body.since,
        until: body.until,
        substituteFor: head.officialId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await endSessionsOfOfficial(tx, official.id)
    return {
      reply: { grantId: id },
      as,
      object: { type: 'grant', id, unitId: head.unitId },
      facts: {
        name: official.fullName,
        head: head.fullName,
        since: body.since,
        until: body.until,
      },
    }
  },
)

type HeadGrant = Awaited<ReturnType<typeof grantForDeed>>

/** An official of the very same unit, and not of one who is a substitute already. */
async function substituteFor(tx: Tx, head: HeadGrant, officialId: string) {
  const isStandingIn = head.substituteFor !== null
  if (head.role !== 'unitHead' || isStandingIn || officialId === head.officialId)
    throw refused('federation.no-substitute-for-this', '/officialId')
  const official = found(
    await tx
      .selectFrom('official')
      .select(['id', 'fullName', 'unitId'])
      .where('id', '=', officialId)
      .executeTakeFirst(),
  )
  if (official.unitId !== head.unitId)
    throw refused('federation.substitute-of-another-unit', '/officialId')
  return official
}

async function unitToGrantIn(tx: Tx, unitId: string) {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'parentId', 'validTo'])
    .where('id', '=', unitId)
    .executeTakeFirst()
  return found(unit)
}

async function grantForDeed(tx: Tx, grantId: string) {
  const grant = await tx
    .selectFrom('roleGrant')
    .innerJoin('official', 'official.id', 'roleGrant.officialId')
    .select([
      'roleGrant.id',
      'roleGrant.role',
      'roleGrant.unitId',
      'roleGrant.officialId',
      'roleGrant.since',
      'roleGrant.until',
      'roleGrant.substituteFor',
      'official.fullName',
    ])
    .where('roleGrant.id', '=', grantId)
    .forUpdate('roleGrant')
    .executeTakeFirst()
  return found(grant)
}

/** The last administrator cannot be withdrawn: nobody could give the role again. */
async function mustLeaveAnAdministrator(tx: Tx, grant: { id: string; role: string }) {
  if (grant.role !== 'administrator') return
  const other = await tx
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.officialId', 'roleGrant.officialId')
    .select('roleGrant.id')
    .where('role', '=', 'administrator')
    .where('roleGrant.id', '!=', grant.id)
    .where('until', 'is', null)
    .where('suspendedAt', 'is', null)
    .executeTakeFirst()
  if (!other) throw new Refusal('federation.last-administrator', 'wrong-state')
}

function mustBeInOrder({ since, until }: { since: string; until: string | null }, today: string) {
  if (until === null) return
  if (until < since) throw refused('federation.until-before-since', '/until')
  if (until < today) throw refused('federation.until-gone-by', '/until')
  // Longer than this it is no substitution and no dated role, but a new appointment.
  if (until > addDays(day(since), 5 * 366)) throw refused('federation.until-too-far', '/until')
}

function refused(code: string, at: string): Refusal {
  return new Refusal(code, 'invalid', { faults: [{ code, at }] })
}

export const rolePerformers: Performer[] = [grantRole, withdrawRole, nameSubstitute]
