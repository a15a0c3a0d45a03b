import { sql } from 'kysely'
import type { FileKind } from '../../domain/files/file-kind.ts'
import type { UploadView } from '../../domain/files/files.contract.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { uploadById, viewOf } from './upload-row.ts'

/** The bytes of a file that is whole and not yet judged, with what they should be; null otherwise. */
export async function wholeUpload(tx: Tx, uploadId: string) {
  const upload = await uploadById(tx, uploadId)
  if (!upload || upload.received < upload.size || upload.kept || upload.refusedBecause) return null
  const pieces = await tx
    .selectFrom('uploadPiece')
    .select('bytes')
    .where('uploadId', '=', uploadId)
    .orderBy('startsAt')
    .execute()
  return { sha256: upload.sha256, bytes: Buffer.concat(pieces.map(({ bytes }) => bytes)) }
}

type Kept = { federationId: string; kind: FileKind; bytes: Buffer; sha256: string }

/**
 * Puts the bytes under their hash, where the same ones may lie already. The upload claims them
 * first, because the fence shows bytes to those who use them; touching what lies there keeps it
 * from being cleared at this very moment.
 */
export async function keepUpload(
  tx: Tx,
  uploadId: string,
  { federationId, kind, bytes, sha256 }: Kept,
): Promise<UploadView> {
  const isFirst = await decide(tx, uploadId, { keptSha256: sha256 })
  if (isFirst)
    await sql`
    insert into stored_file (federation_id, sha256, kind, size, bytes)
    values (${federationId}, ${sha256}, ${kind}, ${bytes.length}, ${bytes})
    on conflict (federation_id, sha256) do update set wanted_at = clock_timestamp()`.execute(tx)
  return viewOf(found(await uploadById(tx, uploadId)))
}

/** Its pieces go; why it was not taken stays, so that asking again gets the same answer. */
export async function refuseUpload(tx: Tx, uploadId: string, code: string): Promise<boolean> {
  return decide(tx, uploadId, { refusedBecause: code })
}

/** Whoever judged it first has decided; the second finds it done. */
async function decide(
  tx: Tx,
  uploadId: string,
  how: { keptSha256: string } | { refusedBecause: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('upload')
    .set({ ...how, touchedAt: sql`clock_timestamp()` })
    .where('id', '=', uploadId)
    .where('keptSha256', 'is', null)
    .where('refusedBecause', 'is', null)
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('uploadPiece').where('uploadId', '=', uploadId).execute()
  return numUpdatedRows > 0n
}
