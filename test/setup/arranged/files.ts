import { randomUUID } from 'node:crypto'
import { pdf } from '../real-files.ts'
import { hashOf } from '../sent-file.ts'
import type { Arrange, Scene } from './scene.ts'

const bytes = pdf()
const name = 'bien-ban.pdf'

/** A file of somebody's that has come in whole, judged or not. */
async function uploadOf(
  scene: Scene,
  who: string,
  isKept: boolean,
  { kind = 'pdf', content = bytes } = {},
): Promise<string> {
  const { federationId } = scene.federation
  const id = randomUUID()
  await store(scene, kind, content)
  await scene.sql(
    `insert into upload (id, federation_id, official_id, name, size, sha256, received, kept_sha256)
     values ($1, $2, $3, $4, $5, $6, $5, $7)`,
    [
      id,
      federationId,
      scene.federation.person(who).officialId,
      name,
      content.length,
      hashOf(content),
      isKept ? hashOf(content) : null,
    ],
  )
  if (!isKept)
    await scene.sql('insert into upload_piece values ($1, $2, 0, $3)', [id, federationId, content])
  return id
}

/** The kind is believed here: what it is was judged long ago. */
export async function store(
  { sql, federation }: Scene,
  kind = 'pdf',
  content = bytes,
): Promise<Buffer> {
  await sql(
    `insert into stored_file (federation_id, sha256, kind, size, bytes) values ($1, $2, $5, $3, $4)
     on conflict (federation_id, sha256) do update set kind = excluded.kind`,
    [federation.federationId, hashOf(content), content.length, content, kind],
  )
  return content
}

export const keptUpload = (scene: Scene, who: string, kind = 'pdf') =>
  uploadOf(scene, who, true, { kind })

/** The first unit's answer form as it stands, brought back by somebody. */
export async function keptSheet(scene: Scene, who: string): Promise<string> {
  const { cookie } = await scene.walk.person('unit1.drafter')
  const reply = await fetch(`${scene.address}/api/answers/${scene.answerId}/sheet`, {
    headers: { cookie },
  })
  const content = Buffer.from(await reply.arrayBuffer())
  return uploadOf(scene, who, true, { kind: 'xlsx', content })
}

/** A photo of the first criterion of an inspection. */
export async function photoIn(scene: Scene, inspectionId: string): Promise<string> {
  await store(scene)
  return scene.idFrom(
    `insert into finding_photo (id, federation_id, inspection_id, criterion_id, name, kind, size, sha256, taken_by)
     select gen_random_uuid(), federation_id, inspection_id, id, 'anh.png', 'png', $2, $3, $4
     from inspection_criterion where inspection_id = $1 order by number limit 1 returning id`,
    [inspectionId, bytes.length, hashOf(bytes), scene.federation.person('inspector1').officialId],
  )
}

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

/** The first unit's answer entered from paper, before the unit or still at the department. */
export async function entryIn(scene: Scene, state: 'ENTERING' | 'OFFERED'): Promise<number> {
  await store(scene)
  const { answerId, sql } = scene
  await sql(
    'delete from assisted_scan where entry_id in (select id from assisted_entry where answer_id = $1)',
    [answerId],
  )
  await sql('delete from assisted_entry where answer_id = $1', [answerId])
  await sql(
    `insert into assisted_entry (federation_id, answer_id, state, form, revision, paper, entered_by, entered_by_name,
       offered_at)
     select a.federation_id, a.id, $2, f.form, 3, 'Phiếu giấy', $3, 'Khải', case when $2 = 'OFFERED' then now() end
     from answer a join answer_form f on f.answer_id = a.id where a.id = $1`,
    [answerId, state, scene.federation.person('drafter').officialId],
  )
  return 3
}

/** One page of it, scanned. */
export async function scanIn(scene: Scene): Promise<string> {
  await entryIn(scene, 'OFFERED')
  return scene.idFrom(
    `insert into assisted_scan (id, federation_id, entry_id, position, name, kind, size, sha256)
     select gen_random_uuid(), federation_id, id, 1, $2, 'pdf', $3, $4 from assisted_entry where answer_id = $1
     returning id`,
    [scene.answerId, name, bytes.length, hashOf(bytes)],
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
