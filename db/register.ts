import type { Caller, Grant } from '../domain/grammar/deed.ts'
import { sha256Of } from './canonical.ts'
import type { Tx } from './database.ts'

export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** What a deed was done to, and what the readable history tells of it. */
export type Entry = {
  deed: string
  object: {
    type: string
    id: string
    revision?: number | null
    cycleId?: string | null
    unitId?: string | null
  }
  facts?: Facts
  /** What is hashed into the register; the facts where nothing else is. */
  content?: unknown
  trace: string
  key: string
}

export function enterDeed(
  tx: Tx,
  caller: Caller,
  as: Grant | null,
  entry: Entry,
): Promise<unknown> {
  return insert(tx, entry, {
    federationId: caller.federationId,
    accountId: caller.accountId,
    officialId: caller.officialId,
    actorName: caller.fullName,
    role: as?.role ?? null,
    actingFor: as?.substituteFor ?? null,
  })
}

/** A deed of a process: its timers close rounds and remind units. Repeating a step adds no row. */
export function enterSystemDeed(tx: Tx, federationId: string, entry: Entry): Promise<unknown> {
  return insert(tx, entry, {
    federationId,
    accountId: null,
    officialId: null,
    actorName: 'system',
    role: null,
    actingFor: null,
  })
}

type Actor = {
  federationId: string
  accountId: string | null
  officialId: string | null
  actorName: string
  role: string | null
  actingFor: string | null
}

function insert(tx: Tx, { deed, object, facts = {}, content, trace, key }: Entry, actor: Actor) {
  return tx
    .insertInto('registerEntry')
    .values({
      ...actor,
      deed,
      objectType: object.type,
      objectId: object.id,
      objectRevision: object.revision ?? null,
      cycleId: object.cycleId ?? null,
      unitId: object.unitId ?? null,
      facts: JSON.stringify(facts),
      contentSha256: sha256Of(content ?? facts),
      trace,
      key,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
