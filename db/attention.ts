import type { Tx } from './database.ts'

/** A step finally failed: an operator decides whether it is tried again or skipped. */
export async function raiseAttention(
  tx: Tx,
  federationId: string,
  raised: { workflowId: string; step: string; error: string },
): Promise<{ id: string }> {
  const earlier = await tx
    .selectFrom('attention')
    .select('id')
    .where('workflowId', '=', raised.workflowId)
    .where('step', '=', raised.step)
    .where('resolution', 'is', null)
    .executeTakeFirst()
  if (earlier) return earlier
  return tx
    .insertInto('attention')
    .values({ federationId, ...raised, error: raised.error.slice(0, 2_000) })
    .returning('id')
    .executeTakeFirstOrThrow()
}
