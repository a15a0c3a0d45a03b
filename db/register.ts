import { type RawBuilder, sql } from 'kysely'
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
  return enteringDeed(caller, as, entry).execute(tx)
}

/** The entry as a part of a statement that does more. */
export function enteringDeed(caller: Caller, as: Grant | null, entry: Entry): RawBuilder<unknown> {
  return entering(entry, {
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
  return enteringSystemDeed(federationId, entry).execute(tx)
}

/** The entry as a part of a statement that does more. */
export function enteringSystemDeed(federationId: string, entry: Entry): RawBuilder<unknown> {
  return entering(entry, {
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

function entering({ deed, object, facts = {}, content, trace, key }: Entry, actor: Actor) {
  return sql`
    insert into register_entry (federation_id, account_id, official_id, actor_name, role, acting_for, deed,
      object_type, object_id, object_revision, cycle_id, unit_id, facts, content_sha256, trace, key)
    values (${actor.federationId}, ${actor.accountId}, ${actor.officialId}, ${actor.actorName}, ${actor.role},
      ${actor.actingFor}, ${deed}, ${object.type}, ${object.id}, ${object.revision ?? null},
      ${object.cycleId ?? null}, ${object.unitId ?? null}, ${JSON.stringify(facts)},
      ${sha256Of(content ?? facts)}, ${trace}, ${key})
    on conflict (key) do nothing`
}
