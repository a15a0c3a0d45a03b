import { sql } from 'kysely'
import { accountsRoutes as routes } from '../../domain/federation/accounts.contract.ts'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { accountForDeed, accountOfOfficial, type AccountRow } from './account.ts'

const createAccount = performs(routes.createAccount, async (stage, { body }) => {
  const { tx, caller } = stage
  const as = mustAllow(deeds.accountCreated, caller, {})
  const official = found(
    await tx
      .selectFrom('official')
      .select(['id', 'fullName', 'unitId'])
      .where('id', '=', body.officialId)
      .executeTakeFirst(),
  )
  await mustBeFree(tx, body)
  const { rows } = await sql<{ accountId: string }>`select open_account(${official.id}::uuid,
    ${official.fullName}, ${body.username}, ${hashOf(stage)}, true) as account_id`.execute(tx)
  const accountId = found(rows[0]).accountId
  const { username } = body
  return {
    reply: { accountId, username },
    as,
    object: { type: 'account', id: accountId, unitId: official.unitId },
    facts: { username, name: official.fullName },
  }
})

async function mustBeFree(
  tx: Tx,
  { officialId, username }: { officialId: string; username: string },
): Promise<void> {
  const taken = await tx
    .selectFrom('account')
    .select(['officialId'])
    .where((either) =>
      either.or([either('officialId', '=', officialId), either('username', '=', username)]),
    )
    .executeTakeFirst()
  if (!taken) return
  const code =
    taken.officialId === officialId ? 'federation.has-an-account' : 'federation.username-taken'
  const at = taken.officialId === officialId ? '/officialId' : '/username'
  throw new Refusal(code, 'invalid', { faults: [{ code, at }] })
}

const resetPassword = performs(routes.resetPassword, async (stage, { params }) => {
  const { tx, caller } = stage
  const account = await accountForDeed(tx, params.accountId)
  const as = mustAllow(deeds.passwordReset, caller, stateOf(account))
  mustBeSomebodyElse(stage, account)
  await sql`select set_password(${account.accountId}::uuid, ${hashOf(stage)}, true, null)`.execute(
    tx,
  )
  return done(account, as)
})

const suspendAccount = performs(routes.suspendAccount, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const account = await accountForDeed(tx, params.accountId)
  const as = mustAllow(deeds.accountSuspended, caller, stateOf(account))
  mustBeSomebodyElse(stage, account)
  await tx
    .updateTable('account')
    .set({ suspendedAt: sql<string>`clock_timestamp()` })
    .where('userId', '=', account.accountId)
    .execute()
  await endSessionsOf(tx, account)
  return done(account, as, { reason: body.reason })
})

const resumeAccount = performs(routes.resumeAccount, async ({ tx, caller }, { params }) => {
  const account = await accountForDeed(tx, params.accountId)
  const as = mustAllow(deeds.accountResumed, caller, stateOf(account))
  await tx
    .updateTable('account')
    .set({ suspendedAt: null })
    .where('userId', '=', account.accountId)
    .execute()
  return done(account, as)
})

function stateOf({ suspendedAt, unitId }: AccountRow) {
  return { unitId, state: suspendedAt === null ? 'ACTIVE' : 'SUSPENDED' }
}

function done(
  { accountId, unitId, fullName }: AccountRow,
  as: ReturnType<typeof mustAllow>,
  facts: Record<string, string> = {},
) {
  return {
    reply: { accountId },
    as,
    object: { type: 'account', id: accountId, unitId },
    facts: { name: fullName, ...facts },
  }
}

/** The hash that the edge made of the password; without it the deed was mounted wrongly. */
export function hashOf({ apart }: Stage): string {
  if (!apart?.passwordHash) throw new Error('a deed with a password came without its hash')
  return apart.passwordHash
}

/** Nobody gives themselves more rights or locks themselves out. */
export function mustBeSomebodyElse({ caller }: Stage, account: AccountRow): void {
  if (account.accountId === caller.accountId)
    throw new Refusal('federation.not-oneself', 'not-allowed')
}

/** Rights have changed: whoever sits at a machine shows once more who it is. */
export async function endSessionsOf(tx: Tx, account: AccountRow | null): Promise<void> {
  if (account) await sql`select end_sessions(${account.accountId}::uuid, null, null)`.execute(tx)
}

export async function endSessionsOfOfficial(tx: Tx, officialId: string): Promise<void> {
  await endSessionsOf(tx, await accountOfOfficial(tx, officialId))
}

export const accountPerformers: Performer[] = [
  createAccount,
  resetPassword,
  suspendAccount,
  resumeAccount,
]
