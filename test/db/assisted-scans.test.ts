import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import { paperOfAnswer } from '../../db/feedback/answer-paper.ts'
import { scanOfAnswer } from '../../db/feedback/assisted-entry.ts'
import { assistedDesk, myAnswer } from '../../db/feedback/my-answer.ts'
import { storedSlice } from '../../db/files/stored.ts'
import { hashOf } from '../setup/sent-file.ts'
import { anAnswer, aRound, type Round } from './feedback-round.ts'

const paper = 'Phiếu giấy nhận qua bưu điện ngày 20/11'

let round: Round
let params: { answerId: string }
beforeEach(async () => {
  round = await aRound()
  params = { answerId: (await round.answerOf(1)).id }
  const body = { form: anAnswer(round) }
  await round.by('drafter').does('assisted-entry.saved', { params, body, revision: 0 })
})
afterEach(() => round.close())

const as = <T>(who: string, read: Parameters<typeof asPerson<T>>[2]) =>
  asPerson(round.db, round.federation.person(who).accountId, read)

/** A page that the drafter has sent whole. */
async function page(name: string, kind = 'jpeg'): Promise<string> {
  const { federationId, person } = round.federation
  const [id, content] = [randomUUID(), Buffer.from(name)]
  const stored = [federationId, hashOf(content), kind, content.length]
  await round.sql(
    `insert into stored_file (federation_id, sha256, kind, size, bytes) values ($1, $2, $3, $4, $5)`,
    [...stored, content],
  )
  await round.sql(
    `insert into upload (id, federation_id, official_id, name, size, received, kept_sha256)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [id, federationId, person('drafter').officialId, name, content.length, hashOf(content)],
  )
  return id
}
const offer = (scans: string[], revision = 1) =>
  round.by('drafter').does('assisted-entry.offered', { params, body: { paper, scans }, revision })
const seenBy = async (who: string) =>
  (await as(who, (entered) => myAnswer(entered, 2027))).assistedEntry?.scans.map(({ name }) => name)

test('pages photographed one by one are before the unit in their order, and its alone', async () => {
  const ids = [
    await page('trang 2.jpg'),
    await page('trang 1.jpg'),
    await page('phụ lục.pdf', 'pdf'),
  ]
  const [second = '', first = '', annex = ''] = ids
  await offer([first, second, annex])
  expect(await seenBy('unit1.head')).toEqual(['trang 1.jpg', 'trang 2.jpg', 'phụ lục.pdf'])
  const opens = (who: string) =>
    as(who, async ({ tx }) => {
      const { sha256 } = await scanOfAnswer(tx, { ...params, scanId: second })
      return String(await storedSlice(tx, sha256, { from: 0, length: 100 }))
    })
  expect(await opens('unit1.drafter')).toBe('trang 2.jpg')
  await expect(opens('unit2.head')).rejects.toMatchObject({ code: 'grammar.not-found' })
})

test('taken back, pages are left out, added and put in another order; what was signed keeps them', async () => {
  const [first, second] = [await page('trang 1.jpg'), await page('trang 2.jpg')]
  await offer([first, second])
  const reason = { reason: 'Thiếu trang 3.' }
  await round.by('drafter').does('assisted-entry.withdrawn', { params, body: reason })
  expect(await seenBy('unit1.head')).toBeUndefined()
  const desk = await as('drafter', (entered) => assistedDesk(entered, params.answerId))
  expect(desk.answer.assistedEntry?.scans).toHaveLength(2)
  const third = await page('trang 3.jpg')
  const { revision } = await offer([third, second], 3)
  expect(await seenBy('unit1.head')).toEqual(['trang 3.jpg', 'trang 2.jpg'])
  await round
    .by('unit1.head')
    .does('assisted-entry.confirmed', { params, revision: Number(revision) })
  const printed = await as('unit1.head', ({ tx }) => paperOfAnswer(tx, params.answerId))
  expect(printed.opening.join()).toContain('(2 tệp): trang 3.jpg; trang 2.jpg.')
})

test('a scan is a page and not a form to be filled in, and comes in whole', async () => {
  await expect(offer([await page('bảng.xlsx', 'xlsx')])).rejects.toMatchObject({
    code: 'feedback.scan-not-a-page',
  })
  await expect(offer([randomUUID()])).rejects.toMatchObject({ code: 'grammar.not-found' })
  await offer([])
})

test('the database lets nobody change the pages that lie before a unit', async () => {
  await offer([await page('trang 1.jpg')])
  for (const who of ['drafter', 'unit1.head']) {
    const { numDeletedRows } = await as(who, ({ tx }) =>
      tx.deleteFrom('assistedScan').executeTakeFirst(),
    )
    expect(numDeletedRows).toBe(0n)
    const { numUpdatedRows } = await as(who, ({ tx }) =>
      tx.updateTable('assistedScan').set({ position: 2 }).executeTakeFirst(),
    )
    expect(numUpdatedRows).toBe(0n)
  }
})
