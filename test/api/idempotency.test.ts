import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import type { HeadForm } from '../../domain/draft/forms.contract.ts'
import { type House, openHouse } from '../setup/house.ts'
import { wrongWithProblem } from '../setup/problem.ts'
import { openYear, openYearWalk, planYear, type YearWalk } from '../setup/year-walk.ts'

let house: House
let walk: YearWalk
let planId: string

beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  walk = openYearWalk(house)
  await openYear(walk)
  const given = { params: { planYear }, body: { planType: 'TRAINING', copyOf: null } } as const
  planId = (await walk.does('drafter', draftRoutes.start, given)).id
})
afterAll(() => house?.close())

const clause = (heading: string) => ({
  params: { planId },
  body: { rows: [{ section: 'I. MỤC ĐÍCH', heading, text: 'Nội dung.' }] },
})
const rowsOf = async (heading: string) =>
  (await walk.asOwner('select id from clause where heading = $1', [heading])).length
const entriesOf = async (key: string) =>
  (await walk.asOwner('select id from register_entry where key = $1', [key])).length
/** The reply as it was sent, byte by byte. */
const bytes = async (key: string, heading: string, who = 'drafter') => {
  const { cookie } = await walk.person(who)
  const reply = await fetch(`${house.address}/api/plans/${planId}/clauses`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(clause(heading).body),
  })
  return { status: reply.status, text: await reply.text() }
}

test('the same key again gives the same bytes, and the deed was done once', async () => {
  const key = randomUUID()
  const first = await bytes(key, 'Một lần')
  expect(first.status).toBe(200)
  expect(await bytes(key, 'Một lần')).toEqual(first)
  expect(await bytes(key.toUpperCase(), 'Một lần')).toEqual(first)
  expect([await rowsOf('Một lần'), await entriesOf(key)]).toEqual([1, 1])
})

test('eight times at once: one deed, eight equal receipts', async () => {
  const key = randomUUID()
  const replies = await Promise.all(Array.from({ length: 8 }, () => bytes(key, 'Cùng lúc')))
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200))
  expect([await rowsOf('Cùng lúc'), await entriesOf(key)]).toEqual([1, 1])
})

test('text that only looks different is the same content', async () => {
  const key = randomUUID()
  const first = await bytes(key, 'Phạm Đức Thuỷ'.normalize('NFC'))
  expect(await bytes(key, 'Phạm Đức Thuỷ'.normalize('NFD'))).toEqual(first)
})

test('the same key with another content is refused and changes nothing', async () => {
  const key = randomUUID()
  await walk.does('drafter', draftRoutes.addClauses, clause('Lần đầu'), { key })
  const other = await walk.calls('drafter', draftRoutes.addClauses, clause('Lần sau'), { key })
  expect([other.status, other.problem.code]).toEqual([422, 'grammar.idempotency-mismatch'])
  expect(wrongWithProblem(other)).toBeNull()
  expect(await rowsOf('Lần sau')).toBe(0)
})

test('the same key for another deed, or by somebody else, tells nothing of the first', async () => {
  const key = randomUUID()
  const first = await bytes(key, 'Của tôi')
  const sendOn = await walk.calls('drafter', draftRoutes.sendOn, { params: { planId } }, { key })
  expect(sendOn.status).toBe(422)
  const stolen = await bytes(key, 'Của tôi', 'head')
  expect(stolen.status).toBe(422)
  expect(stolen.text).not.toContain(JSON.parse(first.text).ids?.[0] ?? first.text)
  expect(await rowsOf('Của tôi')).toBe(1)
})

test('what was refused left nothing under its key: mended, it goes through', async () => {
  const key = randomUUID()
  const params = { planId }
  const refused = await walk.calls('drafter', draftRoutes.sendOn, { params }, { key })
  expect(refused.status).toBe(422)
  expect(await entriesOf(key)).toBe(0)
  expect((await bytes(key, 'Dùng lại khoá')).status).toBe(200)
})

test('a deed that moves a process is also done once, whoever asks how often', async () => {
  const key = randomUUID()
  const [row] = await walk.asOwner(
    `update cycle set phase = 'needs', needs_survey = 'OPEN' where plan_year = $1 returning id`,
    [planYear],
  )
  const given = { params: { planYear }, body: { reason: 'Không đủ thời gian' } }
  const replies = await Promise.all(
    Array.from({ length: 4 }, () => walk.does('head', cycleRoutes.skipNeeds, given, { key })),
  )
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
  expect(await entriesOf(key)).toBe(1)
  const tasks = await walk.asOwner(
    `select id from task where object_id = $1 and kind = 'draft.start' and done_at is null`,
    [row?.id],
  )
  expect(tasks).toHaveLength(1)
})

const head = (title: string): HeadForm => ({
  title,
  term: null,
  headlineClasses: null,
  headlineTrainees: null,
  recipients: [],
  signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
})

test('two edits of one revision: one is kept, the other sees both texts', async () => {
  const params = { planId }
  const [row] = await walk.asOwner('select revision from plan where id = $1', [planId])
  const revision = Number(row?.revision)
  const titles = ['Kế hoạch của máy một', 'Kế hoạch của máy hai']
  const replies = await Promise.all(
    titles.map((title, index) =>
      walk.calls(
        index === 0 ? 'drafter' : 'head',
        draftRoutes.editHead,
        { params, body: head(title) },
        { revision },
      ),
    ),
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 412]))
  const lost = replies.findIndex(({ status }) => status === 412)
  const problem = replies[lost]?.problem
  expect(problem?.details).toMatchObject({
    revision: revision + 1,
    theirs: { title: titles[1 - lost] },
  })
  const [now] = await walk.asOwner('select title from plan where id = $1', [planId])
  expect(now?.title).toBe(titles[1 - lost])
})

test('a revision of the future is as stale as one of the past', async () => {
  for (const revision of [0, 999_999]) {
    const given = { params: { planId }, body: head('Kế hoạch') }
    expect((await walk.calls('drafter', draftRoutes.editHead, given, { revision })).status).toBe(
      412,
    )
  }
})
