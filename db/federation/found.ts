import { sql } from 'kysely'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import type { FoundingForm } from '../../domain/federation/set-up.contract.ts'
import { dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { givenNameSortKey } from '../../domain/grammar/text.ts'
import type { Db, Tx } from '../database.ts'
import { enterDeed } from '../register.ts'
import { found } from '../subject.ts'

type Founding = {
  form: FoundingForm
  /** The link itself is stored nowhere. */
  tokenSha256: string
  passwordHash: string
  key: string
  trace: string
}

export async function isLinkKnown(db: Db, tokenSha256: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select link_is_known(${tokenSha256}) as known`.execute(db)
  return rows[0]?.known === true
}

/** Federation, top unit, administrator, committee, holidays and the first deed: all or nothing. */
export function foundFederation(db: Db, founding: Founding): Promise<{ username: string }> {
  const { form } = founding
  return db.transaction().execute(async (tx) => {
    const made = await make(tx, founding)
    if (!made) throw linkRefused()
    const { username } = form.administrator
    if (made.repeated) return { username }
    const { caller, at } = await enter(tx, made.accountId)
    await addCommittee(tx, caller.federationId)
    await addHolidays(tx, caller.federationId, yearOf(dayOfInstant(at)))
    await enterDeed(tx, caller, null, {
      deed: deeds.federationFounded.name,
      object: { type: 'federation', id: caller.federationId },
      facts: { name: form.federation.name, username },
      trace: founding.trace,
      key: founding.key,
    })
    return { username }
  })
}

export function linkRefused(): Refusal {
  return new Refusal('federation.link-not-good', 'not-allowed')
}

type Made = { repeated: true } | { repeated: false; accountId: string } | null

async function make(tx: Tx, { form, tokenSha256, passwordHash, key }: Founding): Promise<Made> {
  const { federation, administrator } = form
  const { fullName, sex, birthYear, username } = administrator
  const official = { fullName, sex, birthYear, sortName: givenNameSortKey(fullName) }
  const { rows } = await sql<{ made: Made }>`select found_federation(${tokenSha256}, ${key}::uuid,
    ${JSON.stringify(federation)}::jsonb, ${JSON.stringify(official)}::jsonb, ${username},
    ${passwordHash}) as made`.execute(tx)
  return rows[0]?.made ?? null
}

/** From here on everything is done in the new administrator's name, behind the fence. */
async function enter(tx: Tx, accountId: string): Promise<{ caller: Caller; at: string }> {
  const { rows } = await sql<{ caller: Caller & { at: string } }>`
    select enter_as(${accountId}::uuid) as caller`.execute(tx)
  const { caller } = found(rows[0])
  return { caller, at: new Date(caller.at).toISOString() }
}

async function addCommittee(tx: Tx, federationId: string): Promise<void> {
  await tx
    .insertInto('body')
    .values({ federationId, kind: 'STANDING_COMMITTEE', name: 'Ban Thường vụ' })
    .execute()
}

/** The years of settled 5: from the one before to the fourth after. */
async function addHolidays(tx: Tx, federationId: string, year: number): Promise<void> {
  const rows = [-1, 0, 1, 2, 3, 4]
    .flatMap((shift) => holidaysOfYear(year + shift))
    .map((holiday) => ({ ...holiday, federationId }))
  await tx
    .insertInto('holiday')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
