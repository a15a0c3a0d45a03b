import { sql } from 'kysely'
import { filesRoutes as routes, type UploadView } from '../../domain/files/files.contract.ts'
import { type Grant, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performed, type Performer, performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { type UploadRow, uploadById, viewOf } from './upload-row.ts'

/** How many files one person may have on their way at once, and how much may lie there of a day. */
const mostUnfinished = 20
const mostBytes = 500 * 1024 * 1024

const begin = performs(routes.begin, async (stage, { body }) => {
  const { tx, caller } = stage
  const as = mustAllow(routes.begin.deed, caller, { officialId: caller.officialId })
  const before = await uploadById(tx, body.uploadId)
  if (!before) await mustHaveRoom(tx)
  await tx
    .insertInto('upload')
    .values({
      id: body.uploadId,
      federationId: caller.federationId,
      officialId: caller.officialId,
      name: body.name,
      size: body.size,
      sha256: body.sha256,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const upload = found(before ?? (await uploadById(tx, body.uploadId)))
  if (upload.size !== body.size || upload.sha256 !== body.sha256)
    throw new Refusal('files.another-file', 'invalid')
  return onUpload(upload, as)
})

async function mustHaveRoom(tx: Tx): Promise<void> {
  const { rows } = await sql<{ unfinished: number; bytes: number }>`
    select count(*) filter (where kept_sha256 is null and refused_because is null)::integer as unfinished,
      coalesce(sum(size), 0)::float8 as bytes
    from upload`.execute(tx)
  const { unfinished, bytes } = found(rows[0])
  if (unfinished >= mostUnfinished || bytes >= mostBytes)
    throw new Refusal('files.too-many-at-once', 'too-many', {
      params: { most: mostUnfinished },
      retryAfterSeconds: 60,
    })
}

const proceed = performs(routes.proceed, async (stage, { params, query }) => {
  const { tx, caller } = stage
  const as = mustAllow(routes.proceed.deed, caller, { officialId: caller.officialId })
  const upload = found(await uploadHeld(tx, params.uploadId))
  if (upload.refusedBecause) throw new Refusal(upload.refusedBecause, 'invalid')
  if (upload.kept) return onUpload(upload, as)
  if (query.offset !== upload.received)
    throw new Refusal('files.other-offset', 'wrong-state', { details: viewOf(upload) })
  const received = await addPiece(stage, upload)
  return onUpload({ ...upload, received }, as)
})

/** Two windows that send one file take turns: the second finds the offset moved on. */
async function uploadHeld(tx: Tx, uploadId: string): Promise<UploadRow | undefined> {
  await sql`select from upload where id = ${uploadId} for update`.execute(tx)
  return uploadById(tx, uploadId)
}

async function addPiece({ tx, caller, apart }: Stage, upload: UploadRow): Promise<number> {
  const { uploadId, received, size } = upload
  const piece = apart?.piece
  if (!piece || piece.length === 0) return received
  if (received + piece.length > size) throw new Refusal('files.longer-than-said', 'invalid')
  await tx
    .insertInto('uploadPiece')
    .values({
      uploadId,
      federationId: caller.federationId,
      startsAt: received,
      bytes: piece,
    })
    .execute()
  await tx
    .updateTable('upload')
    .set({ received: received + piece.length, touchedAt: sql`clock_timestamp()` })
    .where('id', '=', uploadId)
    .execute()
  return received + piece.length
}

function onUpload(upload: UploadRow, as: Grant): Performed<UploadView> {
  return { reply: viewOf(upload), as, object: { type: 'upload', id: upload.uploadId } }
}

export const filesPerformers: Performer[] = [begin, proceed]
