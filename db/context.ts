import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Caller } from '../domain/grammar/deed.ts'
import type { Db, Tx } from './database.ts'
import { found } from './subject.ts'

/** The caller as the database knows it now, with the database's own time. */
export type Entered = { tx: Tx; caller: Caller; at: string }

/** What the first statement of a person's transaction tells, and what it did besides. */
export type First<More = unknown> = { caller: (Caller & { at: string }) | null } & More

/** A transaction in a person's name. The caller's rights are read inside it, never before. */
export function asPerson<T>(
  db: Db,
  accountId: string,
  work: (entered: Entered) => Promise<T>,
): Promise<T> {
  return enteredBy(db, sql<First>`select enter_as(${accountId}::uuid) as caller`, work)
}

/** The same where the first statement, which says who it is, does more at once. */
export function enteredBy<T, More>(
  db: Db,
  first: RawBuilder<First<More>>,
  work: (entered: Entered, more: First<More>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await first.execute(tx)
    const row = found(rows[0])
    const { caller } = row
    if (!caller) throw new Refusal('grammar.sign-in-required', 'unauthenticated')
    return work({ tx, caller, at: new Date(caller.at).toISOString() }, row)
  })
}

/** A transaction in a process' name: `process` is its workflow id or the name of the relay. */
export function asSystem<T>(
  db: Db,
  { federationId, process }: { federationId: string; process: string },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.actor', ${`system:${process}`}, true),
      set_config('app.federation', ${federationId}, true)`.execute(tx)
    return work(tx)
  })
}

/** The database's clock inside the transaction: the one clock that deadlines are judged by. */
export async function clockOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    at: Date | string
  }>`select clock_timestamp() as at`.execute(tx)
  return new Date(rows[0]?.at ?? 0).toISOString()
}
