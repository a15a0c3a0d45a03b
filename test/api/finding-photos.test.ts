import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { Person } from '../../local/signed-in.ts'
import { firstCriterion, inspectionIn } from '../setup/arranged/inspection-rows.ts'
import { openScene, type Scene } from '../setup/arranged/scene.ts'
import { type House, openHouse } from '../setup/house.ts'
import { pdf, photo } from '../setup/real-files.ts'
import { sendFile } from '../setup/sent-file.ts'

let house: House
let scene: Scene
let inspector: Person
let inspectionId: string
let criterionId: string

beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  scene = await openScene(house)
  inspector = await scene.walk.person('inspector1')
  inspectionId = await inspectionIn(scene, 'ON_SITE')
  criterionId = await firstCriterion(scene, inspectionId)
}, 120_000)
afterAll(() => house?.close())

async function take(bytes: Buffer) {
  const uploadId = randomUUID()
  await sendFile(inspector, bytes, { uploadId, name: 'IMG_0001.jpg' })
  const given = { params: { inspectionId, criterionId }, body: { uploadId } }
  return inspector.call(routes.attachPhoto, given)
}

const seenBy = async (who: string, photoId: string) =>
  (await (await scene.walk.person(who)).raw(`/inspections/${inspectionId}/photos/${photoId}`))
    .status

const view = () => scene.walk.does('inspector1', routes.inspection, { params: { inspectionId } })
const criterion = async () =>
  (await view()).criteria.find((each) => each.criterionId === criterionId)

test('a photo is the team’s until the minutes are drawn up, then the unit’s to see', async () => {
  const { body: taken, status } = await take(await photo())
  expect(status).toBe(200)
  const { photoId } = taken
  expect((await criterion())?.photos).toEqual([taken])
  expect([await seenBy('unit1.head', photoId), await seenBy('inspector1', photoId)]).toEqual([
    404, 200,
  ])

  const { finding } = (await criterion()) ?? {}
  if (!finding) throw new Error('nothing was found')
  const { revision, writtenBy: _, writtenAt: __, ...form } = finding
  const captions = { [photoId]: 'Danh sách thiếu một chữ ký' }
  const given = { params: { inspectionId, criterionId }, body: { ...form, captions } }
  await scene.walk.does('inspector1', routes.writeFinding, given, { revision })
  // a page from before there were photos says nothing of captions, and takes none away
  const { captions: ___, ...old } = form
  const older = { params: { inspectionId, criterionId }, body: old }
  await scene.walk.does('inspector1', routes.writeFinding, older, { revision: revision + 1 })
  expect((await criterion())?.finding?.captions).toEqual(captions)

  const params = { inspectionId }
  await scene.walk.does('inspector1', routes.drawMinutes, { params, body: {} })
  expect([await seenBy('unit1.head', photoId), await seenBy('unit2.head', photoId)]).toEqual([
    200, 404,
  ])
  const paper = await scene.walk.does('inspector1', routes.printedMinutes, { params })
  expect(JSON.stringify(paper)).toContain(
    `[Ảnh: ${captions[photoId]}, mã ${taken.sha256.slice(0, 12)}]`,
  )
})

test('only photos are taken, and minutes without the latest one cannot be signed', async () => {
  expect((await take(pdf())).problem.code).toBe('inspection.only-photos')
  const params = { inspectionId }
  const drawn = await scene.walk.does('inspector1', routes.drawMinutes, { params, body: {} })
  const { body: late } = await take(await photo(300, 200))
  const signed = await scene.walk.calls('member3', routes.signMinutes, { params, body: drawn })
  expect(signed.problem.code).toBe('inspection.minutes-outdated')
  const photoParams = { inspectionId, photoId: late.photoId }
  await scene.walk.does('inspector1', routes.removePhoto, { params: photoParams })
  await scene.walk.does('member3', routes.signMinutes, { params, body: drawn })
  expect((await take(await photo())).problem.code).toBe('inspection.minutes-under-signature')
})
