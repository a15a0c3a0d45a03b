import type { Tx } from '../database.ts'

/** The code of the federation's own unit, at the top of its tree. */
export async function topUnitCode(tx: Tx): Promise<string> {
  const { code } = await tx
    .selectFrom('unit')
    .select('code')
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  return code
}
