import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerFile } from '../../domain/feedback/answer-files.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import type { Person } from '../../local/signed-in.ts'
import { type House, openHouse } from '../setup/house.ts'
import { pdf, photo } from '../setup/real-files.ts'
import { hashOf, sendFile } from '../setup/sent-file.ts'
import * as year from '../setup/year-walk.ts'

let house: House
let walk: year.YearWalk
let planId: string
let answerId: string
let people: Record<'drafter' | 'head' | 'other' | 'department', Person>
const { planYear } = year

beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  walk = year.openYearWalk(house)
  await year.openYear(walk)
  planId = (await year.publishDraft(walk)).planId
  people = {
    drafter: await walk.person('unit1.drafter'),
    head: await walk.person('unit1.head'),
    other: await walk.person('unit2.head'),
    department: await walk.person('drafter'),
  }
  answerId = (await view()).answerId
}, 120_000)
afterAll(() => house?.close())

const view = () => walk.does('unit1.drafter', routes.myAnswer, { params: { planYear } })

async function attach(bytes: Buffer, place: string | null, name = 'Biên bản.pdf') {
  const uploadId = randomUUID()
  await sendFile(people.drafter, bytes, { uploadId, name })
  return people.drafter.call(routes.attachFile, { params: { answerId }, body: { uploadId, place } })
}

const fetched = (who: Person, { fileId }: AnswerFile) =>
  fetch(`${house.address}/api/answers/${answerId}/files/${fileId}`, {
    headers: { cookie: who.cookie },
  })

test('a file is its unit’s own until it is signed, then it is seen beside its opinion', async () => {
  const bytes = pdf('', '% kèm mục II.1\n')
  const place = `${planId}:CLAUSE:II.1`
  const { body: file, status } = await attach(bytes, place, 'Đề nghị “mở lớp”.docx')
  expect(status).toBe(200)
  expect((await view()).files).toEqual([file])

  const mine = await fetched(people.head, file)
  expect(Buffer.from(await mine.arrayBuffer()).equals(bytes)).toBe(true)
  expect(Object.fromEntries(mine.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="De nghi _mo lop_.pdf"; filename*=UTF-8''${encodeURIComponent('Đề nghị “mở lớp”.pdf')}`,
  })
  for (const who of [people.other, people.department])
    expect((await fetched(who, file)).status).toBe(404)

  const { params, revision } = await year.writeAnswer(walk, 1)
  expect((await fetched(people.department, file)).status).toBe(404)
  const refused = await attach(pdf('', '% muộn\n'), null)
  expect(refused.problem.code).toBe('grammar.wrong-state')

  const stale = await people.head.call(
    routes.sign,
    { params, body: { fileIds: [randomUUID()] } },
    { revision },
  )
  expect(stale.problem.code).toBe('feedback.other-files-now')
  const body = { fileIds: [file.fileId] }
  await walk.does('unit1.head', routes.sign, { params, body }, { revision })

  expect((await fetched(people.department, file)).status).toBe(200)
  expect((await fetched(people.other, file)).status).toBe(404)
  const signed = await walk.does('drafter', routes.signedAnswer, { params })
  expect(signed.files).toEqual([file])
  const paper = await walk.does('unit1.head', routes.answerPaper, { params })
  expect(paper.files.join()).toContain(hashOf(bytes).slice(0, 12))
  const ofPlan = { params: { planId } }
  const onPage = (query: { q?: string }) =>
    walk.does('drafter', revisionRoutes.opinions, { ...ofPlan, query })
  const { opinions, files } = await onPage({})
  expect(files).toEqual([{ ...file, number: opinions[0]?.number }])
  expect((await onPage({ q: 'không ai nói' })).files).toEqual([])
  const asked = await walk.does('drafter', revisionRoutes.targetRequests, ofPlan)
  expect(asked.files).toEqual([])
})

test('what was signed keeps its file when the answer is taken back and written anew', async () => {
  const [file] = (await view()).files
  if (!file) throw new Error('no file')
  const before = (await view()).contentSha256
  const params = { answerId }
  const reason = { reason: 'Cần bổ sung ý kiến' }
  await walk.does('unit1.head', routes.withdraw, { params, body: reason })
  expect((await fetched(people.department, file)).status).toBe(404)
  await walk.does('unit1.drafter', routes.removeFile, { params: { answerId, fileId: file.fileId } })
  expect((await view()).files).toEqual([])
  const kept = await walk.asOwner('select 1 from answer_version_file where file_id = $1', [
    file.fileId,
  ])
  expect(kept).toHaveLength(1)
  await year.signAnswer(walk, 1)
  expect((await view()).contentSha256).not.toBe(before)
  expect((await fetched(people.department, file)).status).toBe(404)
})

test('the same words with another file have another hash', async () => {
  const signed = async (bytes: Buffer | null) => {
    const params = { answerId }
    const body = { reason: 'Cần bổ sung ý kiến' }
    await walk.does('unit1.head', routes.withdraw, { params, body })
    if (bytes) await attach(bytes, null)
    await year.signAnswer(walk, 1)
    return (await view()).contentSha256
  }
  const hashes = [await signed(null), await signed(await photo()), await signed(null)]
  expect(hashes[1]).not.toBe(hashes[0])
  expect(hashes[2]).toBe(hashes[1])
})

test('a picture is shown, and the place must be one of the drafts', async () => {
  await walk.does('unit1.head', routes.withdraw, {
    params: { answerId },
    body: { reason: 'Cần bổ sung ý kiến' },
  })
  const { body: picture } = await attach(await photo(), `${planId}:GENERAL`, 'anh.jpg')
  const reply = await fetched(people.drafter, picture)
  await reply.arrayBuffer()
  expect(reply.headers.get('content-disposition')).toMatch(/^inline; filename="anh.jpg"/)
  for (const place of [`${planId}:CLAUSE:no`, `${randomUUID()}:GENERAL`, 'x']) {
    const strange = await attach(pdf(), place)
    expect([strange.status, strange.problem.errors[0]?.code]).toEqual([422, 'feedback.wrong-place'])
  }
})

test('nobody attaches what somebody else has sent, nor to an answer of another unit', async () => {
  const uploadId = randomUUID()
  await sendFile(people.other, pdf('', '% của đơn vị hai\n'), { uploadId })
  const body = { uploadId, place: null }
  const params = { answerId }
  expect((await people.drafter.call(routes.attachFile, { params, body })).status).toBe(404)
  expect((await people.other.call(routes.attachFile, { params, body })).status).toBe(404)
})

test('attached twice it is attached once, and thirty are enough', async () => {
  const uploadId = randomUUID()
  await sendFile(people.drafter, pdf('', '% một\n'), { uploadId })
  const given = { params: { answerId }, body: { uploadId, place: null } }
  const [one, two] = [
    await people.drafter.call(routes.attachFile, given),
    await people.drafter.call(routes.attachFile, given),
  ]
  expect(two.body).toEqual(one.body)
  for (let left = 30 - (await view()).files.length; left > 0; left -= 1) await attach(pdf(), null)
  expect((await attach(pdf(), null)).problem.code).toBe('feedback.too-many-files')
})
