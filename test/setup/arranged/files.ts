import { randomUUID } from 'node:crypto'
import { pdf } from '../real-files.ts'
import { hashOf } from '../sent-file.ts'
import type { Arrange, Scene } from './scene.ts'

const bytes = pdf()
const name = 'bien-ban.pdf'

/** A file of somebody's that has come in whole, judged or not. */
async function uploadOf(scene: Scene, who: string, isKept: boolean): Promise<string> {
  const { federationId } = scene.federation
  const id = randomUUID()
  await store(scene)
  await scene.sql(
    `insert into upload (id, federation_id, official_id, name, size, sha256, received, kept_sha256)
     values ($1, $2, $3, $4, $5, $6, $5, $7)`,
    [
      id,
      federationId,
      scene.federation.person(who).officialId,
      name,
      bytes.length,
      hashOf(bytes),
      isKept ? hashOf(bytes) : null,
    ],
  )
  if (!isKept)
    await scene.sql('insert into upload_piece values ($1, $2, 0, $3)', [id, federationId, bytes])
  return id
}

async function store({ sql, federation }: Scene): Promise<void> {
  await sql(
    `insert into stored_file (federation_id, sha256, kind, size, bytes) values ($1, $2, 'pdf', $3, $4)
     on conflict do nothing`,
    [federation.federationId, hashOf(bytes), bytes.length, bytes],
  )
}

export const keptUpload = (scene: Scene, who: string) => uploadOf(scene, who, true)

/** A file of the first unit's answer. */
export async function attachedFile(scene: Scene): Promise<string> {
  await store(scene)
  return scene.idFrom(
    `insert into answer_file (id, federation_id, answer_id, unit_id, name, kind, size, sha256, attached_by)
     select gen_random_uuid(), federation_id, id, unit_id, $2, 'pdf', $5, $3, $4 from answer where id = $1 returning id`,
    [
      scene.answerId,
      name,
      hashOf(bytes),
      scene.federation.person('unit1.drafter').officialId,
      bytes.length,
    ],
  )
}

/** The same, signed with the version in force. */
export async function signedFile(scene: Scene): Promise<string> {
  const fileId = await attachedFile(scene)
  await scene.sql(
    `insert into answer_version_file (answer_id, version, file_id, federation_id)
     select id, version, $2, federation_id from answer where id = $1`,
    [scene.answerId, fileId],
  )
  return fileId
}

const begun: Arrange = async () => ({
  body: { uploadId: randomUUID(), name, size: bytes.length, sha256: hashOf(bytes) },
})

/** Whole, so that the next call brings the judgement. */
const continued: Arrange = async ({ scene, who }) => ({
  params: { uploadId: await uploadOf(scene, who, false) },
  query: { offset: bytes.length },
})

export const filesArranged: Record<string, Arrange> = {
  'upload.begun': begun,
  'upload.continued': continued,
}
