import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { officialsRoutes as routes } from '../../domain/federation/officials.contract.ts'
import type { PostForm } from '../../domain/federation/officials.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { givenNameSortKey } from '../../domain/grammar/text.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'

const correctOfficial = performs(
  routes.correctOfficial,
  async ({ tx, caller }, { params, body, revision }) => {
    const official = await officialRow(tx, params.officialId)
    const as = mustAllow(deeds.officialCorrected, caller, official)
    mustBeCurrent(official, revision, correctionOf(official))
    const next = official.revision + 1
    await tx
      .updateTable('official')
      .set({ ...body, sortName: givenNameSortKey(body.fullName), revision: next })
      .where('id', '=', official.id)
      .execute()
    return {
      reply: { officialId: official.id, revision: next },
      as,
      object: { type: 'official', id: official.id, revision: next, unitId: official.unitId },
      facts: { was: official.fullName, name: body.fullName },
      content: { before: correctionOf(official), after: body },
    }
  },
)

const addPost = performs(routes.addPost, async ({ tx, caller }, { params, body, revision }) => {
  const official = await officialRow(tx, params.officialId)
  mustAllow(deeds.postAdded, caller, official)
  const unit = await unitOfPost(tx, body)
  const as = mustAllow(deeds.postAdded, caller, { unitId: unit.id, unitPath: unit.path })
  mustBeCurrent(official, revision, null)
  const next = official.revision + 1
  const { unitId, departmentId, position, since, term, isMain } = body
  const placed = { unitId, departmentId, position }
  if (isMain)
    await tx
      .updateTable('post')
      .set({ isMain: false })
      .where('officialId', '=', official.id)
      .execute()
  const { id } = await tx
    .insertInto('post')
    .values({
      ...placed,
      federationId: caller.federationId,
      officialId: official.id,
      since,
      termFrom: term?.from ?? null,
      termTo: term?.to ?? null,
      isMain,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const shown = { ...placed, unitPath: unit.path, level: unit.level, positionSince: since }
  await tx
    .updateTable('official')
    .set({ revision: next, ...(isMain && shown) })
    .where('id', '=', official.id)
    .execute()
  return {
    reply: { officialId: official.id, postId: id, revision: next },
    as,
    object: { type: 'official', id: official.id, revision: next, unitId: official.unitId },
    facts: { name: official.fullName, position, unitName: unit.name, since },
    content: body,
  }
})

const endPost = performs(routes.endPost, async ({ tx, caller }, { params, body, revision }) => {
  const post = found(
    await tx.selectFrom('post').selectAll().where('id', '=', params.postId).executeTakeFirst(),
  )
  const official = await officialRow(tx, post.officialId)
  const state = post.until === null ? 'HELD' : 'ENDED'
  const as = mustAllow(deeds.postEnded, caller, { ...official, state })
  mustBeCurrent(official, revision, null)
  if (body.lastDay < post.since) throw refused('federation.post-ends-before-it-begins', '/lastDay')
  const next = official.revision + 1
  await tx.updateTable('post').set({ until: body.lastDay }).where('id', '=', post.id).execute()
  await tx.updateTable('official').set({ revision: next }).where('id', '=', official.id).execute()
  return {
    reply: { officialId: official.id, postId: post.id, revision: next },
    as,
    object: { type: 'official', id: official.id, revision: next, unitId: official.unitId },
    facts: { name: official.fullName, position: post.position, ...body },
  }
})

type OfficialRow = Awaited<ReturnType<typeof officialRow>>

async function officialRow(tx: Tx, officialId: string) {
  const row = await tx
    .selectFrom('official')
    .select(['id', 'unitId', 'unitPath', 'revision', 'fullName', 'sex', 'birthYear', 'employment'])
    .select(['newInTerm', 'email', 'phone'])
    .where('id', '=', officialId)
    .forUpdate()
    .executeTakeFirst()
  return found(row)
}

function correctionOf({
  fullName,
  sex,
  birthYear,
  employment,
  newInTerm,
  email,
  phone,
}: OfficialRow) {
  return { fullName, sex, birthYear, employment, newInTerm, email, phone }
}

async function unitOfPost(tx: Tx, { unitId, departmentId }: PostForm) {
  const unit = found(
    await tx
      .selectFrom('unit')
      .select(['id', 'path', 'level', 'name', 'validTo'])
      .where('id', '=', unitId)
      .executeTakeFirst(),
  )
  if (unit.validTo !== null) throw refused('federation.unit-is-closed', '/unitId')
  if (departmentId === null) return unit
  const department = await tx
    .selectFrom('department')
    .select('id')
    .where('id', '=', departmentId)
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  if (!department) throw refused('federation.department-of-another-unit', '/departmentId')
  return unit
}

function refused(code: string, at: string): Refusal {
  return new Refusal(code, 'invalid', { faults: [{ code, at }] })
}

export const officialPerformers: Performer[] = [correctOfficial, addPost, endPost]
