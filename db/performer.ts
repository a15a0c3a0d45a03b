import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import type { UnitSheet } from '../domain/federation/unit-list.ts'
import type { RawBook } from '../domain/feedback/sheet-identity.ts'
import type { Caller, Grant } from '../domain/grammar/deed.ts'
import type { Doing, InputOf, ReplyOf } from '../domain/grammar/route.ts'
import type { Tx } from './database.ts'
import type { Entry, Facts } from './register.ts'

/** What a deed needs and no row may keep: it never reaches the command that is laid down. */
export type Apart = {
  sessionId?: string
  /** Made of the password at the edge; nothing behind it knows the password. */
  passwordHash?: string
  unitList?: UnitSheet
  /** A filled-in answer form, cell by cell. */
  answerBook?: RawBook
  /** The next bytes of a file. */
  piece?: Buffer
}

/** The stage of one deed: its transaction, who does it, and the database's clock. */
export type Stage = {
  tx: Tx
  caller: Caller
  at: string
  key: string
  trace: string
  apart?: Apart | undefined
}

/** What a workflow learns of a deed: a state and at most an id, never content. */
export const processMove = z.object({ state: z.string(), id: z.string().optional() }).nullable()
export type ProcessMove = z.output<typeof processMove>

export type Performed<Reply> = {
  reply: Reply
  /** The grant it was done by, from `mustAllow`. */
  as: Grant | null
  object: Entry['object']
  facts?: Facts
  content?: unknown
  /** What is written besides, none of it read again: one statement with the register's row. */
  writes?: readonly RawBuilder<unknown>[]
  /** The new state of the process that waits for this deed, where there is one. */
  process?: ProcessMove
}

export type DeedInput<R extends Doing = Doing> = InputOf<R> & { revision: number }

export type Performer = {
  route: Doing
  perform(stage: Stage, input: DeedInput): Promise<Performed<unknown>>
  /** The id of the process that does it, where the route says that it moves one. */
  processOf: ((tx: Tx, input: DeedInput) => Promise<string>) | null
}

/** Ties the hands to the contract: what the route takes in is what the deed gets, parsed. */
export function performs<R extends Doing>(
  route: R,
  perform: (stage: Stage, input: DeedInput<R>) => Promise<Performed<ReplyOf<R>>>,
  processOf: ((tx: Tx, input: DeedInput<R>) => Promise<string>) | null = null,
): Performer {
  // The only way in is an input that the same route has parsed (api/mount.ts, db/perform.ts).
  return { route, perform, processOf } as Performer
}
