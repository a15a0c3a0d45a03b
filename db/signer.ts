import type { Tx } from './database.ts'

/** Who signs, as the paper will name them for good: the name and the post of this day. */
export async function signerOf(
  tx: Tx,
  { officialId }: { officialId: string },
): Promise<{ signerName: string; signerPosition: string }> {
  return tx
    .selectFrom('official')
    .select(['fullName as signerName', 'position as signerPosition'])
    .where('id', '=', officialId)
    .executeTakeFirstOrThrow()
}
