import type { Tx } from '../database.ts'

/** The federation's own unit, at the top of its tree. */
export function topUnit(tx: Tx): Promise<{ id: string; code: string }> {
  return tx
    .selectFrom('unit')
    .select(['id', 'code'])
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
}

export async function topUnitCode(tx: Tx): Promise<string> {
  return (await topUnit(tx)).code
}
