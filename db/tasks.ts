import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../domain/grammar/deed.ts'
import type { Tx } from './database.ts'

/** Something that waits for the holders of a role in a unit, or for one person by name. */
export type NewTask = {
  federationId: string
  cycleId?: string | null
  /** `feedback.sign`: its sentence stands at `<word>.tasks.<kind>` in the dictionaries. */
  kind: string
  objectType: string
  objectId: string
  role: Role
  unitId: string
  departmentId?: string | null
  officialId?: string | null
  params?: Record<string, string | number>
  link: string
  dueAt?: string | null
}

/** Opens tasks; one that already waits for the same addressee is left as it is. */
export async function openTasks(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  await tx
    .insertInto('task')
    .values(tasks.map(({ params = {}, ...task }) => ({ ...task, params: JSON.stringify(params) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Done = {
  kinds: readonly string[]
  objectId: string
  by: string | null
  role?: Role
  officialId?: string
}

/** The work is done: it leaves every inbox it stood in, and shows under "done" for who did it. */
export async function finishTasks(tx: Tx, done: Done): Promise<void> {
  await finishingTasks(done).execute(tx)
}

export function finishingTasks({
  kinds,
  objectId,
  by,
  role,
  officialId,
}: Done): RawBuilder<unknown> {
  return sql`
    update task set done_at = clock_timestamp(), done_by = ${by}::uuid
    where kind = any (${[...kinds]}::text[]) and object_id = ${objectId}::uuid and done_at is null
      ${role === undefined ? sql`` : sql`and role = ${role}`}
      ${officialId === undefined ? sql`` : sql`and official_id = ${officialId}::uuid`}`
}

/** Nobody need do it any more: the round closed, the plan was returned. */
export async function endTasks(
  tx: Tx,
  ended: { kinds: readonly string[]; objectIds: readonly string[]; because: string },
): Promise<void> {
  if (ended.objectIds.length === 0) return
  await tx
    .updateTable('task')
    .set({ doneAt: sql`clock_timestamp()`, endedBecause: ended.because })
    .where('kind', 'in', [...ended.kinds])
    .where('objectId', 'in', [...ended.objectIds])
    .where('doneAt', 'is', null)
    .execute()
}
