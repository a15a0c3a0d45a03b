import { sql } from 'kysely'
import { Refusal } from '../domain/grammar/refusal.ts'
import { sha256Of } from './canonical.ts'
import { asPerson, enteredBy, type Entered, type First } from './context.ts'
import type { Db, Tx } from './database.ts'
import {
  type Apart,
  type DeedInput,
  type Performer,
  type ProcessMove,
  processMove,
} from './performer.ts'
import { enteringDeed } from './register.ts'

/** One asking of a deed, identified by the client's Idempotency-Key. */
export type Command = {
  key: string
  accountId: string
  trace: string
  input: DeedInput
  apart?: Apart | undefined
}

type Asked = { reply: unknown; isDone: boolean }
export type AskedOfProcess = Asked & { processId: string }

/** Does a deed once: the same key again gives the first reply, another content under it is refused. */
export function perform(db: Db, performer: Performer, command: Command): Promise<unknown> {
  const ask = asking(performer, command)
  return enteredBy(db, ask.first, async (entered, { isNew }) => {
    const earlier = isNew ? null : await earlierAsked(entered.tx, command, ask)
    if (earlier?.isDone) return earlier.reply
    return (await finish(entered, performer, command)).reply
  })
}

/** Saves a draft: no command row and no register row (settled 10); the revision guards it. */
export function performQuietly(db: Db, performer: Performer, command: Command): Promise<unknown> {
  return asPerson(db, command.accountId, async ({ tx, caller, at }) => {
    const { key, trace, apart } = command
    const { reply, writes = [] } = await performer.perform(
      { tx, caller, at, key, trace, apart },
      command.input,
    )
    for (const write of writes) await write.execute(tx)
    return reply
  })
}

/** Lays a command down for the process that will do it; the process is told only the key. */
export function askProcess(
  db: Db,
  performer: Performer,
  command: Command,
): Promise<AskedOfProcess> {
  const ask = asking(performer, command)
  return enteredBy(db, ask.first, async ({ tx }, { isNew }) => {
    if (!performer.processOf) throw new Error(`${performer.route.deed.name} moves no process`)
    const earlier = isNew ? null : await earlierAsked(tx, command, ask)
    const processId = await performer.processOf(tx, command.input)
    return { reply: null, isDone: false, ...earlier, processId }
  })
}

type LaidDown = Omit<Command, 'key'> & { deed: string; isDone: boolean; process: unknown }

/** The process' half: does the laid-down command once, and learns again what it has forgotten. */
export function performAsked(
  db: Db,
  performerOf: (deed: string) => Performer,
  key: string,
): Promise<ProcessMove> {
  const first = sql<First<LaidDown>>`select * from enter_to_perform(${key}::uuid)`
  return enteredBy(db, first, async (entered, { accountId, deed, input, trace, ...laid }) => {
    if (laid.isDone) return processMove.parse(laid.process)
    // The input was parsed by the deed's own route before it was laid down.
    const done = await finish(entered, performerOf(deed), { key, accountId, trace, input })
    return done.process ?? null
  })
}

/** The reply of a command that a process has done meanwhile, or null. */
export async function replyOf(db: Db, accountId: string, key: string): Promise<Asked | null> {
  const { rows } = await sql<Asked>`
    select reply, is_done from reply_of(${key}::uuid, ${accountId}::uuid)`.execute(db)
  return rows[0] ?? null
}

type Asking = { deed: string; inputSha256: string }

/** The person enters and the command is laid down in one statement; a known key adds nothing. */
function asking({ route }: Performer, { key, accountId, trace, input }: Command) {
  const deed = route.deed.name
  const inputSha256 = sha256Of(input)
  const first = sql<First<{ isNew: boolean }>>`
    with entered as materialized (
      select enter_as(${accountId}::uuid) as caller
    ), asked as (
      insert into command (key, federation_id, account_id, route, deed, input, input_sha256, trace)
      select ${key}::uuid, (caller ->> 'federationId')::uuid, ${accountId}::uuid,
        ${`${route.method} ${route.path}`}, ${deed}, ${JSON.stringify(input)}::jsonb, ${inputSha256}, ${trace}
      from entered where caller is not null
      on conflict (key) do nothing
      returning key
    )
    select caller, exists (select from asked) as is_new from entered`
  return { first, deed, inputSha256 }
}

async function earlierAsked(tx: Tx, command: Command, now: Asking): Promise<Asked> {
  const earlier = await tx
    .selectFrom('command')
    .select(['accountId', 'deed', 'inputSha256', 'reply', 'doneAt'])
    .where('key', '=', command.key)
    .executeTakeFirst()
  // A key of somebody else, or of another content, is never answered with their reply.
  if (
    earlier?.accountId !== command.accountId ||
    earlier.deed !== now.deed ||
    earlier.inputSha256 !== now.inputSha256
  )
    throw new Refusal('grammar.idempotency-mismatch', 'invalid')
  return { reply: earlier.reply, isDone: earlier.doneAt !== null }
}

/** The deed, then all that it leaves to be written, in one statement with the register's row. */
async function finish({ tx, caller, at }: Entered, performer: Performer, command: Command) {
  const { key, trace, input, apart } = command
  const done = await performer.perform({ tx, caller, at, key, trace, apart }, input)
  const entry = enteringDeed(caller, done.as, {
    deed: performer.route.deed.name,
    object: done.object,
    ...(done.facts && { facts: done.facts }),
    ...(done.content !== undefined && { content: done.content }),
    trace,
    key,
  })
  const writes = [...(done.writes ?? []), entry].map(
    (write, at) => sql`${sql.raw(`write_${at}`)} as (${write})`,
  )
  await sql`
    with ${sql.join(writes)}
    update command set reply = ${JSON.stringify(done.reply)}::jsonb,
      process = ${JSON.stringify(done.process ?? null)}::jsonb, done_at = clock_timestamp()
    where key = ${key}::uuid`.execute(tx)
  return done
}
