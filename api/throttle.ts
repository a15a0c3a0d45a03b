import type { Db } from '../db/database.ts'
import { recentFailures } from '../db/federation/sign-in.ts'
import { Refusal } from '../domain/grammar/refusal.ts'

const failuresOfAccount = 10
const failuresOfAddress = 200

/** Counted per account and per address, because one office may stand behind one address (decision 6). */
export async function mustNotBeThrottled(
  accountsDb: Db,
  who: { username: string; address: string },
): Promise<void> {
  const failures = await recentFailures(accountsDb, who)
  if (failures.ofUsername >= failuresOfAccount || failures.ofAddress >= failuresOfAddress)
    throw new Refusal('federation.too-many-failures', 'too-many', { retryAfterSeconds: 60 })
}
