import { sql } from 'kysely'
import type { Db } from '../database.ts'

export type FoundSession = {
  accountId: string
  sessionId: string
  isFresh: boolean
  mustChangePassword: boolean
}

/** The session under a token's hash as it stands by the database's clock; one that is over is gone. */
export async function sessionUnder(
  accountsDb: Db,
  tokenSha256: string,
): Promise<FoundSession | null> {
  const { rows } = await sql<FoundSession>`
    select s.user_id as account_id, s.id as session_id, standing.is_fresh, standing.must_change_password
    from auth_session s, session_standing(s.id) standing
    where s.token = ${tokenSha256}`.execute(accountsDb)
  return rows[0] ?? null
}

export async function recordStepUp(accountsDb: Db, sessionId: string): Promise<void> {
  await accountsDb
    .insertInto('stepUp')
    .values({ sessionId })
    .onConflict((conflict) =>
      conflict.column('sessionId').doUpdateSet({ confirmedAt: sql`clock_timestamp()` }),
    )
    .execute()
}

/** The password hash behind an account, for asking it again. */
export async function passwordHashOf(accountsDb: Db, accountId: string): Promise<string | null> {
  const row = await accountsDb
    .selectFrom('authAccount')
    .select('password')
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

export type SignInFailures = { ofUsername: number; ofAddress: number }

/** Failures of the last quarter of an hour. */
export async function recentFailures(
  accountsDb: Db,
  { username, address }: { username: string; address: string },
): Promise<SignInFailures> {
  const row = await accountsDb
    .selectFrom('signInFailure')
    .select(({ fn }) => [
      fn.countAll<bigint>().filterWhere('username', '=', username).as('ofUsername'),
      fn.countAll<bigint>().filterWhere('address', '=', address).as('ofAddress'),
    ])
    .where((either) =>
      either.or([either('username', '=', username), either('address', '=', address)]),
    )
    .where('at', '>', sql<string>`now() - interval '15 minutes'`)
    .executeTakeFirst()
  return { ofUsername: Number(row?.ofUsername ?? 0), ofAddress: Number(row?.ofAddress ?? 0) }
}

export async function recordFailure(
  accountsDb: Db,
  { username, address }: { username: string; address: string },
): Promise<void> {
  await accountsDb.insertInto('signInFailure').values({ username, address }).execute()
}

export async function forgetFailures(accountsDb: Db, username: string): Promise<void> {
  await accountsDb.deleteFrom('signInFailure').where('username', '=', username).execute()
}

export type Credential = { accountId: string; passwordHash: string }

/** What a sign-in is judged on; null for nobody and for somebody suspended alike. */
export async function credentialOf(accountsDb: Db, username: string): Promise<Credential | null> {
  const { rows } = await sql<Credential>`
    select account_id, password_hash from credential_of(${username})`.execute(accountsDb)
  return rows[0] ?? null
}
