import { sql } from 'kysely'
import { isFileKind, isPicture } from '../../domain/files/file-kind.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { mostPhotosOfFinding, type PhotoView } from '../../domain/inspection/photos.contract.ts'
import type { Tx } from '../database.ts'
import { uploadById } from '../files/upload-row.ts'
import { performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { inspectionForChange, objectOf } from './inspection-row.ts'
import { mustBeInTeam } from './team.ts'
import { mustBeUnsigned } from './visit.ts'

/** As a part of the statement about criteria: what was photographed of each, in the order it came. */
export const photosOfCriterion = sql<PhotoView[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('photoId', p.id, 'name', p.name, 'kind', p.kind,
    'size', p.size, 'sha256', p.sha256) order by p.attached_at, p.id), '[]')
  from finding_photo p where p.criterion_id = criterion.id)`

export async function photoById(
  tx: Tx,
  { inspectionId, photoId }: { inspectionId: string; photoId: string },
): Promise<PhotoView> {
  const row = await tx
    .selectFrom('findingPhoto')
    .select(['id as photoId', 'name', 'kind', 'size', 'sha256'])
    .where('inspectionId', '=', inspectionId)
    .where('id', '=', photoId)
    .executeTakeFirst()
  const { kind, ...photo } = found(row)
  if (!isFileKind(kind)) throw new Error(`no such kind of file: ${kind}`)
  return { ...photo, kind }
}

export const attachPhoto = performs(routes.attachPhoto, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const { inspection, as } = await openForPhotos(stage, params.inspectionId, deeds.photoAttached)
  await mustBeItsCriterion(tx, params)
  const { kept } = found(await uploadById(tx, body.uploadId))
  if (!kept) throw new Refusal('files.not-whole', 'wrong-state')
  if (!isPicture(kept.kind)) throw new Refusal('inspection.only-photos', 'invalid')
  await mustHaveRoom(tx, params.criterionId, body.uploadId)
  await tx
    .insertInto('findingPhoto')
    .values({
      ...params,
      ...kept,
      id: body.uploadId,
      federationId: inspection.federationId,
      takenBy: caller.officialId,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const reply = await photoById(tx, { ...params, photoId: body.uploadId })
  return { reply, as, object: objectOf(inspection, inspection.revision) }
})

export const removePhoto = performs(routes.removePhoto, async (stage, { params }) => {
  const { inspection, as } = await openForPhotos(stage, params.inspectionId, deeds.photoRemoved)
  const { photoId } = await photoById(stage.tx, params)
  await stage.tx.deleteFrom('findingPhoto').where('id', '=', photoId).execute()
  return { reply: { photoId }, as, object: objectOf(inspection, inspection.revision) }
})

type PhotoDeed = typeof deeds.photoAttached | typeof deeds.photoRemoved

/** The team’s, on site, until somebody has signed: as everything that is found. */
async function openForPhotos({ tx, caller }: Stage, inspectionId: string, deed: PhotoDeed) {
  const inspection = await inspectionForChange(tx, inspectionId)
  const as = mustAllow(deed, caller, { state: inspection.state })
  await mustBeInTeam(tx, caller, inspection)
  await mustBeUnsigned(tx, inspection.id)
  return { inspection, as }
}

async function mustBeItsCriterion(
  tx: Tx,
  { inspectionId, criterionId }: { inspectionId: string; criterionId: string },
): Promise<void> {
  const criterion = await tx
    .selectFrom('inspectionCriterion')
    .select('id')
    .where('id', '=', criterionId)
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  found(criterion)
}

async function mustHaveRoom(tx: Tx, criterionId: string, photoId: string): Promise<void> {
  const { rows } = await sql<{ others: number }>`
    select count(*)::integer as others from finding_photo
    where criterion_id = ${criterionId} and id <> ${photoId}`.execute(tx)
  if (found(rows[0]).others >= mostPhotosOfFinding)
    throw new Refusal('inspection.too-many-photos', 'wrong-state', {
      params: { most: mostPhotosOfFinding },
    })
}
