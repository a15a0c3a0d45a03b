import { sql } from 'kysely'
import type { Db } from '../database.ts'

/** When the password was last shown again in this session, or null. */
export async function confirmedAt(accountsDb: Db, sessionId: string): Promise<Date | null> {
  const row = await accountsDb
    .selectFrom('stepUp')
    .select('confirmedAt')
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row ? new Date(row.confirmedAt) : null
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

export async function maySignIn(accountsDb: Db, username: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_sign_in(${username}) as may`.execute(
    accountsDb,
  )
  return rows[0]?.may === true
}

export async function endSessionOfToken(accountsDb: Db, token: string): Promise<void> {
  await accountsDb.deleteFrom('authSession').where('token', '=', token).execute()
}
