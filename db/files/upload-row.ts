import type { UploadView } from '../../domain/files/files.contract.ts'
import { fileName, isFileKind } from '../../domain/files/file-kind.ts'
import type { Tx } from '../database.ts'

export type UploadRow = UploadView & { name: string; sha256: string | null }

/** One's own upload: the fence hides everybody else's. */
export async function uploadById(tx: Tx, uploadId: string): Promise<UploadRow | undefined> {
  const row = await tx
    .selectFrom('upload')
    .leftJoin('storedFile', (join) =>
      join
        .onRef('storedFile.federationId', '=', 'upload.federationId')
        .onRef('storedFile.sha256', '=', 'upload.keptSha256'),
    )
    .select([
      'upload.id as uploadId',
      'upload.received',
      'upload.size',
      'upload.name',
      'upload.sha256',
      'upload.refusedBecause',
      'upload.keptSha256',
      'storedFile.kind',
      'storedFile.size as keptSize',
    ])
    .where('upload.id', '=', uploadId)
    .executeTakeFirst()
  if (!row) return undefined
  const { keptSha256, kind, keptSize, ...upload } = row
  return { ...upload, kept: keptFile(upload.name, keptSha256, kind, keptSize) }
}

function keptFile(
  name: string,
  sha256: string | null,
  kind: string | null,
  size: number | null,
): UploadView['kept'] {
  if (sha256 === null || kind === null || size === null || !isFileKind(kind)) return null
  return { name: fileName(name, kind), kind, size, sha256 }
}

/** What its sender is told: its own hash and name the sender knows. */
export function viewOf({ uploadId, received, size, kept, refusedBecause }: UploadRow): UploadView {
  return { uploadId, received, size, kept, refusedBecause }
}
