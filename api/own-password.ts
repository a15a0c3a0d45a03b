import { verify } from '@node-rs/argon2'
import { asPerson } from '../db/context.ts'
import { passwordContextOf } from '../db/federation/password-context.ts'
import { passwordHashOf, recordFailure } from '../db/federation/sign-in.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { SetApart } from './mount.ts'
import { hashFor, mustBeGood, without } from './passwords.ts'
import { mustNotBeThrottled } from './throttle.ts'

/** One's own password: the present one is shown first, and counted like every other try. */
export const ownPassword: SetApart = async (input, { house, key, session }) => {
  // parsed by the route's own schema
  const { body } = input as { body: { currentPassword: string; newPassword: string } }
  const { accountId } = session
  const context = await asPerson(house.db, accountId, ({ tx }) =>
    passwordContextOf(tx, { accountId }),
  )
  mustBeGood(body.newPassword, context, '/newPassword')
  const who = { username: accountId, address: session.address }
  await mustNotBeThrottled(house.accountsDb, who)
  const passwordHash = await hashFor(body.newPassword, key)
  const present = await passwordHashOf(house.accountsDb, accountId)
  // The same deed sent again after its reply was lost: the new password is the present one by now.
  const isDone = present === passwordHash
  if (!isDone && !(present && (await verify(present, body.currentPassword)))) {
    await recordFailure(house.accountsDb, who)
    throw new Refusal('grammar.wrong-password', 'invalid', {
      faults: [{ code: 'federation.wrong-password', at: '/currentPassword' }],
    })
  }
  return without(input, ['currentPassword', 'newPassword'], passwordHash)
}
