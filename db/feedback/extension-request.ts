import { sql } from 'kysely'
import type { ExtensionRequestView } from '../../domain/feedback/extension.contract.ts'
import type { Tx } from '../database.ts'
import { finishTasks } from '../tasks.ts'

export const decideExtension = 'feedback.decideExtension'

/** What the unit asked last; null where nothing was asked, or it needs no answer any more. */
export async function lastRequestOf(
  tx: Tx,
  answerId: string,
): Promise<ExtensionRequestView | null> {
  const { rows } = await sql<ExtensionRequestView>`
    select last."dueOn", last.reason, last."askedAt", last.outcome, last."refusedBecause"
    from (
      select wanted_on as "dueOn", reason, asked_at as "askedAt", outcome,
        refused_because as "refusedBecause"
      from extension_request where answer_id = ${answerId}::uuid
      order by asked_at desc limit 1
    ) last
    where last.outcome in ('OPEN', 'GRANTED', 'REFUSED')`.execute(tx)
  return rows[0] ?? null
}

type Ending =
  | { outcome: 'GRANTED' | 'WITHDRAWN'; by: string }
  | { outcome: 'REFUSED'; by: string; because: string }

/** Ends the request that waits; tells whether there was one. */
export async function endRequest(tx: Tx, answerId: string, ending: Ending): Promise<boolean> {
  // before the request itself, whose end would take the task from everybody's inbox as done by nobody
  if (ending.outcome !== 'WITHDRAWN')
    await finishTasks(tx, { kinds: [decideExtension], objectId: answerId, by: ending.by })
  const { numUpdatedRows } = await tx
    .updateTable('extensionRequest')
    .set({
      outcome: ending.outcome,
      refusedBecause: ending.outcome === 'REFUSED' ? ending.because : null,
      endedBy: ending.by,
      endedAt: sql<string>`clock_timestamp()`,
    })
    .where('answerId', '=', answerId)
    .where('outcome', '=', 'OPEN')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
