import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** A part of a file that is kept; there is none where the fence shows no use of it. */
export async function storedSlice(
  tx: Tx,
  sha256: string,
  { from, length }: { from: number; length: number },
): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select substring(bytes from ${from + 1}::integer for ${length}::integer) as bytes
    from stored_file where sha256 = ${sha256}`.execute(tx)
  return found(rows[0]).bytes
}
