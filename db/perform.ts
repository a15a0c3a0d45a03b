import { sql } from 'kysely'
import { Refusal } from '../domain/grammar/refusal.ts'
import { sha256Of } from './canonical.ts'
import { asPerson, asSystem, type Entered } from './context.ts'
import type { Db, Tx } from './database.ts'
import {
  type Apart,
  type DeedInput,
  type Performer,
  type ProcessMove,
  processMove,
} from './performer.ts'
import { enterDeed } from './register.ts'

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
  return asPerson(db, command.accountId, async (entered) => {
    const earlier = await ask(entered, performer, command)
    if (earlier.isDone) return earlier.reply
    return (await finish(entered, performer, command)).reply
  })
}

/** Saves a draft: no command row and no register row (settled 10); the revision guards it. */
export function performQuietly(db: Db, performer: Performer, command: Command): Promise<unknown> {
  return asPerson(db, command.accountId, async ({ tx, caller, at }) => {
    const { key, trace, apart } = command
    return (await performer.perform({ tx, caller, at, key, trace, apart }, command.input)).reply
  })
}

/** Lays a command down for the process that will do it; the process is told only the key. */
export function askProcess(
  db: Db,
  performer: Performer,
  command: Command,
): Promise<AskedOfProcess> {
  return asPerson(db, command.accountId, async (entered) => {
    if (!performer.processOf) throw new Error(`${performer.route.deed.name} moves no process`)
    const processId = await performer.processOf(entered.tx, command.input)
    return { ...(await ask(entered, performer, command)), processId }
  })
}

/** The process' half: does the laid-down command once, and learns again what it has forgotten. */
export async function performAsked(
  db: Db,
  performerOf: (deed: string) => Performer,
  key: string,
): Promise<ProcessMove> {
  const { deed, ...command } = await laidDown(db, key)
  return asPerson(db, command.accountId, async (entered) => {
    const row = await entered.tx
      .selectFrom('command')
      .select(['process', 'doneAt'])
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (row.doneAt) return processMove.parse(row.process)
    return (await finish(entered, performerOf(deed), command)).process ?? null
  })
}

async function laidDown(db: Db, key: string): Promise<Command & { deed: string }> {
  const { rows } = await sql<{ federationId: string | null }>`
    select federation_of_command(${key}::uuid) as federation_id`.execute(db)
  const federationId = rows[0]?.federationId
  if (!federationId) throw new Refusal('grammar.not-found', 'not-found')
  const row = await asSystem(db, { federationId, process: 'command' }, (tx) =>
    tx
      .selectFrom('command')
      .select(['accountId', 'deed', 'input', 'trace'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow(),
  )
  // It was parsed by the deed's own route before it was laid down.
  return { ...row, key, input: row.input as DeedInput }
}

/** The reply of a command that a process has done meanwhile, or null. */
export async function replyOf(db: Db, accountId: string, key: string): Promise<Asked | null> {
  const row = await asPerson(db, accountId, ({ tx }) =>
    tx.selectFrom('command').select(['reply', 'doneAt']).where('key', '=', key).executeTakeFirst(),
  )
  return row ? { reply: row.reply, isDone: row.doneAt !== null } : null
}

async function ask(
  { tx, caller }: Entered,
  { route }: Performer,
  command: Command,
): Promise<Asked> {
  const inputSha256 = sha256Of(command.input)
  const inserted = await tx
    .insertInto('command')
    .values({
      key: command.key,
      federationId: caller.federationId,
      accountId: caller.accountId,
      route: `${route.method} ${route.path}`,
      deed: route.deed.name,
      input: JSON.stringify(command.input),
      inputSha256,
      trace: command.trace,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (inserted) return { reply: null, isDone: false }
  return earlierAsked(tx, command, { deed: route.deed.name, inputSha256 })
}

async function earlierAsked(tx: Tx, command: Command, now: { deed: string; inputSha256: string }) {
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

async function finish({ tx, caller, at }: Entered, performer: Performer, command: Command) {
  const { key, trace, input, apart } = command
  const done = await performer.perform({ tx, caller, at, key, trace, apart }, input)
  await enterDeed(tx, caller, done.as, {
    deed: performer.route.deed.name,
    object: done.object,
    ...(done.facts && { facts: done.facts }),
    ...(done.content !== undefined && { content: done.content }),
    trace,
    key,
  })
  await tx
    .updateTable('command')
    .set({
      reply: JSON.stringify(done.reply),
      process: JSON.stringify(done.process ?? null),
      doneAt: sql`clock_timestamp()`,
    })
    .where('key', '=', key)
    .execute()
  return done
}
