import { sql } from "kysely";
import { Refusal } from "../domain/grammar/refusal.ts";
import { sha256Of } from "./canonical.ts";
import { asPerson, type Entered } from "./context.ts";
import type { Db, Tx } from "./database.ts";
import type { DeedInput, Performed, Performer } from "./performer.ts";
import { enterDeed } from "./register.ts";

/** One asking of a deed, identified by the client's Idempotency-Key. */
export type Command = {
  key: string;
  accountId: string;
  trace: string;
  input: DeedInput;
};

type Asked = { reply: unknown; isDone: boolean };

/** Does a deed once: the same key again gives the first reply, another content under it is refused. */
export function perform(
  db: Db,
  performer: Performer,
  command: Command,
): Promise<unknown> {
  return asPerson(db, command.accountId, async (entered) => {
    const earlier = await ask(entered, performer, command);
    if (earlier.isDone) return earlier.reply;
    return (await finish(entered, performer, command)).reply;
  });
}

/** Saves a draft: no command row and no register row (settled 10); the revision guards it. */
export function performQuietly(
  db: Db,
  performer: Performer,
  command: Command,
): Promise<unknown> {
  return asPerson(db, command.accountId, async ({ tx, caller, at }) => {
    const { key, trace } = command;
    return (
      await performer.perform({ tx, caller, at, key, trace }, command.input)
    ).reply;
  });
}

/** Lays a command down for the process that will do it; the process is told only the key. */
export function askProcess(
  db: Db,
  performer: Performer,
  command: Command,
): Promise<Asked> {
  return asPerson(db, command.accountId, (entered) =>
    ask(entered, performer, command),
  );
}

/** The process' half: does the laid-down command, once. */
export function performAsked(
  db: Db,
  performer: Performer,
  command: Command,
): Promise<Performed<unknown> | { reply: unknown; process?: undefined }> {
  return asPerson(db, command.accountId, async (entered) => {
    const row = await entered.tx
      .selectFrom("command")
      .select(["reply", "doneAt"])
      .where("key", "=", command.key)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.doneAt) return { reply: row.reply };
    return finish(entered, performer, command);
  });
}

/** The reply of a command that a process has done meanwhile, or null. */
export async function replyOf(
  db: Db,
  accountId: string,
  key: string,
): Promise<Asked | null> {
  const row = await asPerson(db, accountId, ({ tx }) =>
    tx
      .selectFrom("command")
      .select(["reply", "doneAt"])
      .where("key", "=", key)
      .executeTakeFirst(),
  );
  return row ? { reply: row.reply, isDone: row.doneAt !== null } : null;
}

async function ask(
  { tx, caller }: Entered,
  { route }: Performer,
  command: Command,
): Promise<Asked> {
  const inputSha256 = sha256Of(command.input);
  const inserted = await tx
    .insertInto("command")
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
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("key")
    .executeTakeFirst();
  if (inserted) return { reply: null, isDone: false };
  return earlierAsked(tx, command, { deed: route.deed.name, inputSha256 });
}

async function earlierAsked(
  tx: Tx,
  command: Command,
  now: { deed: string; inputSha256: string },
) {
  const earlier = await tx
    .selectFrom("command")
    .select(["accountId", "deed", "inputSha256", "reply", "doneAt"])
    .where("key", "=", command.key)
    .executeTakeFirst();
  // A key of somebody else, or of another content, is never answered with their reply.
  if (
    earlier?.accountId !== command.accountId ||
    earlier.deed !== now.deed ||
    earlier.inputSha256 !== now.inputSha256
  )
    throw new Refusal("grammar.idempotency-mismatch", "invalid");
  return { reply: earlier.reply, isDone: earlier.doneAt !== null };
}

async function finish(
  { tx, caller, at }: Entered,
  performer: Performer,
  command: Command,
) {
  const { key, trace, input } = command;
  const done = await performer.perform({ tx, caller, at, key, trace }, input);
  await enterDeed(tx, caller, done.as, {
    deed: performer.route.deed.name,
    object: done.object,
    ...(done.facts && { facts: done.facts }),
    ...(done.content !== undefined && { content: done.content }),
    trace,
    key,
  });
  await tx
    .updateTable("command")
    .set({ reply: JSON.stringify(done.reply), doneAt: sql`clock_timestamp()` })
    .where("key", "=", key)
    .execute();
  return done;
}
