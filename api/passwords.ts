import { createHash } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { asPerson } from '../db/context.ts'
import { passwordContextOf } from '../db/federation/password-context.ts'
import type { DeedInput } from '../db/performer.ts'
import { obstaclesToPassword, type PasswordContext } from '../domain/federation/password.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { SetApart } from './mount.ts'

/**
 * argon2id as the account library makes it, with a salt drawn from the deed's key: the same deed
 * sent again brings the same hash, so that its command is known again, and no password is stored
 * to compare with.
 */
export function hashFor(password: string, key: string): Promise<string> {
  const salt = createHash('sha256').update(`password salt ${key}`).digest().subarray(0, 16)
  return hash(password, { salt })
}

/** A password that the rules of trust.md S4 let pass, or the refusal at its field. */
export function mustBeGood(password: string, context: PasswordContext, at: string): void {
  const faults = obstaclesToPassword(password, context).map((obstacle) => ({ ...obstacle, at }))
  if (faults.length > 0) throw new Refusal('federation.password-refused', 'invalid', { faults })
}

type Field = 'firstPassword' | 'temporaryPassword'

/** A password given to somebody else: judged, hashed, and taken out of what is laid down. */
export function givenPassword(field: Field): SetApart {
  return async (input, { house, key, session }) => {
    const { body } = input as { body: Record<string, string> } // parsed by the route's own schema
    const password = body[field] ?? ''
    const whose = whoseOf(input)
    const context = await asPerson(house.db, session.accountId, ({ tx }) =>
      passwordContextOf(tx, whose),
    )
    mustBeGood(password, [...context, body.username ?? ''], `/${field}`)
    return without(input, [field], await hashFor(password, key))
  }
}

function whoseOf({ params, body }: DeedInput) {
  const given = { ...Object(params), ...Object(body) } as Record<string, string>
  return given.accountId
    ? { accountId: given.accountId }
    : { officialId: given.officialId ?? '00000000-0000-0000-0000-000000000000' }
}

/** What is laid down tells one password from another and lets nobody find either. */
export function without(input: DeedInput, fields: readonly string[], passwordHash: string) {
  const mark = createHash('sha256').update(passwordHash).digest('hex')
  const kept = Object.entries(Object(input.body)).filter(([name]) => !fields.includes(name))
  const body = { ...Object.fromEntries(kept), passwordMark: mark }
  return { input: { ...input, body } as DeedInput, apart: { passwordHash } }
}
