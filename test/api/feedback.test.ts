import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, clockOf } from '../../db/context.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import { anAnswer, asWorker, insertRound } from '../db/feedback-round.ts'
import { type House, openHouse } from '../setup/house.ts'
import { readCalendar } from '../setup/read-calendar.ts'
import { type Person, signIn } from '../setup/person.ts'

let house: House
let ids: Awaited<ReturnType<typeof insertRound>>
let drafter: Person
let head: Person
let department: Person

beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  const { federation } = house
  ids = await insertRound(house.ownerUrl, federation, {})
  const who = { federationId: federation.federationId, process: 'test' }
  await asWorker(house, (worker) => asSystem(worker, who, (tx) => openObligations(tx, ids.roundId)))
  drafter = await signIn(house.address, 'unit1.drafter')
  head = await signIn(house.address, 'unit1.head')
  department = await signIn(house.address, 'drafter')
})
afterAll(() => house?.close())

const planYear = { params: { planYear: 2027 } }
const myAnswer = async () => (await drafter.call(routes.myAnswer, planYear)).body

test('a unit reads the frozen drafts with its own line of each allocation only', async () => {
  const view = await myAnswer()
  expect(view.number).toBe('GY-2027-0001')
  expect(view.plans.map(({ planType }) => planType)).toEqual(['TRAINING', 'MEMBERSHIP_DEVELOPMENT'])
  expect(view.plans[0]?.targets[0]).toMatchObject({ code: 'CT1', allocation: { value: 100 } })
  expect(JSON.stringify(view)).not.toContain(house.federation.units[1]?.name)
  expect(view.obstacles.map(({ code }) => code)).toContain('feedback.stance-missing')
})

test('who is not asked has no answer, and only the offices see the board', async () => {
  expect((await department.call(routes.myAnswer, planYear)).status).toBe(403)
  expect((await drafter.call(routes.board, planYear)).status).toBe(403)
  expect((await department.call(routes.board, planYear)).status).toBe(200)
  expect((await drafter.call(routes.myAnswer, { params: { planYear: 2031 } })).status).toBe(404)
})

test('the board downloads as a workbook', async () => {
  const reply = await fetch(`${house.address}/api/cycles/2027/answers/export.xlsx?status=all`, {
    headers: { cookie: department.cookie },
  })
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toContain('spreadsheetml')
})

test('bad input is named at its field, an edit without a revision is refused', async () => {
  const params = { answerId: (await myAnswer()).answerId }
  const form = anAnswer(ids)
  expect((await drafter.call(routes.save, { params, body: { form } })).status).toBe(428)
  const strange = { form: { ...form, colour: 'red' } }
  const reply = await drafter.call(routes.save, { params, body: strange }, { revision: 0 })
  expect(reply.status).toBe(422)
  expect(reply.problem.errors).toMatchObject([
    { pointer: '/form/colour', code: 'grammar.unknown-field' },
  ])
})

test('text in decomposed form is stored composed, and two devices see both texts', async () => {
  const params = { answerId: (await myAnswer()).answerId }
  const name = 'Phạm Đức Thuỷ'
  const spokesperson = { name: name.normalize('NFD'), position: 'Chủ tịch' }
  const form = anAnswer(ids, { spokesperson })
  const saved = await drafter.call(routes.save, { params, body: { form } }, { revision: 0 })
  expect(saved.body).toMatchObject({ revision: 1, state: 'DRAFT' })
  expect((await myAnswer()).form.spokesperson.name).toBe(name.normalize('NFC'))
  const other = await head.call(routes.save, { params, body: { form } }, { revision: 0 })
  expect(other.status).toBe(412)
  expect(other.problem.details).toMatchObject({
    revision: 1,
    theirs: { isConfirmed: true },
    by: house.federation.person('unit1.drafter').fullName,
  })
})

test('what a page typed for one person is not taken from another one of the same browser', async () => {
  const { answerId, formRevision: revision, form } = await myAnswer()
  const given = { params: { answerId }, body: { form } }
  const meant = { 'for-account': house.federation.person('unit1.drafter').accountId }
  const other = await head.call(routes.save, given, { revision, headers: meant })
  expect([other.status, other.problem.code]).toEqual([401, 'grammar.sign-in-required'])
  expect((await drafter.call(routes.save, given, { revision, headers: meant })).status).toBe(200)
})

test('sent on, signed, and read by the department but by no other unit', async () => {
  const { answerId, formRevision: revision } = await myAnswer()
  const params = { answerId }
  const sent = await drafter.call(routes.sendOn, { params }, { revision })
  expect(sent.body).toMatchObject({ state: 'WITH_PRESIDENT' })
  expect((await drafter.call(routes.sign, { params }, { revision })).status).toBe(403)
  const signed = await head.call(routes.sign, { params }, { revision })
  expect(signed.body).toMatchObject({ number: 'GY-2027-0001', isLate: false })

  const read = await department.call(routes.signedAnswer, { params })
  expect(read.body.form.comments).toHaveProperty(`${ids.training}:CLAUSE:II.3`)
  const outcomes = await drafter.call(routes.outcomes, { params })
  expect(outcomes.body.comments).toMatchObject([{ placeCode: 'II.3', answer: null }])
  expect(outcomes.body.requests).toMatchObject([{ assigned: 100, requested: 75, answer: null }])
  const other = await signIn(house.address, 'unit2.drafter')
  expect((await other.call(routes.signedAnswer, { params })).status).toBe(404)
})

test('the signed answer is a paper of Decree 30, for its unit and the department alone', async () => {
  const params = { answerId: (await myAnswer()).answerId }
  const { body: paper } = await head.call(routes.answerPaper, { params })
  expect(paper).toMatchObject({
    issuingBody: house.federation.units[0]?.name.toLocaleUpperCase('vi'),
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: 'Số: GY-2027-0001',
    docType: 'PHIẾU GÓP Ý',
    signature: { authority: ['CHỦ TỊCH'] },
    contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(paper.drafts[0]).toMatchObject({
    stance: 'Cơ bản nhất trí, kèm ý kiến.',
    opinions: [
      {
        place: 'Mục II.3. Mục II.3',
        kind: 'Đề nghị sửa',
        suggestion: 'Mỗi lớp cho cán bộ mới học 03 ngày chia hai đợt.',
      },
    ],
  })
  expect(paper.drafts[1]?.requests).toMatchObject([
    { figures: 'Được giao 100, đề nghị 75 đoàn viên.' },
  ])
  expect((await department.call(routes.answerPaper, { params })).body).toEqual(paper)
})

test('what units ask about their targets downloads as a workbook of its own', async () => {
  const params = { planId: ids.membership }
  const { body } = await department.call(revisionRoutes.targetRequests, { params })
  expect(body.requests).toMatchObject([{ assigned: 100, requested: 75, decision: null }])
  const address = `${house.address}/api/plans/${ids.membership}/target-requests/export.xlsx`
  const reply = await fetch(address, { headers: { cookie: department.cookie } })
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(await reply.arrayBuffer())
  const sheet = workbook.worksheets[0]
  const cellsOf = (row: number) => sheet?.getRow(row).values
  expect(sheet?.rowCount).toBe(2)
  expect(cellsOf(1)).toEqual(expect.arrayContaining(['Chỉ tiêu', 'Được giao', 'Quyết định']))
  expect(cellsOf(2)).toEqual(
    expect.arrayContaining(['CT1', house.federation.units[0]?.name, 100, 75, 'Chưa quyết định']),
  )
})

test('the calendar file of a unit has its deadline while it is open, and what comes after', async () => {
  const fileOf = async (person: Person, answerId: string) => {
    const reply = await fetch(`${house.address}/api/answers/${answerId}/calendar`, {
      headers: { cookie: person.cookie },
    })
    return { reply, events: reply.ok ? readCalendar(await reply.text()) : [] }
  }
  await asWorker(house, (worker) =>
    asSystem(
      worker,
      { federationId: house.federation.federationId, process: 'test' },
      async (tx) => {
        await tx
          .insertInto('cycleMoment')
          .values({
            federationId: house.federation.federationId,
            cycleId: ids.cycleId,
            moment: 'revisionDue',
            phase: 'revision',
            day: '2027-01-08',
            at: '2027-01-08T10:00:00.000Z',
          })
          .execute()
      },
    ),
  )
  const sent = await fileOf(drafter, (await myAnswer()).answerId)
  expect(sent.reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(sent.events).toMatchObject([
    { DTSTART: '20270108', SUMMARY: 'Giải trình phiếu góp ý GY-2027-0001 về Kế hoạch 2027' },
  ])
  const unit2 = await signIn(house.address, 'unit2.drafter')
  const { body: open } = await unit2.call(routes.myAnswer, planYear)
  expect(open.explainedOn).toBe('2027-01-08')
  const { events } = await fileOf(unit2, open.answerId)
  expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual([
    'Hạn góp ý Kế hoạch 2027, phiếu GY-2027-0002',
    'Giải trình phiếu góp ý GY-2027-0002 về Kế hoạch 2027',
  ])
  const due = open.round.dueAt.replaceAll(/[-:]|\.\d+/g, '')
  expect(events[0]).toMatchObject({
    DTSTART: due,
    DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/),
  })
})

test('the department looks at a reminder before it sends it', async () => {
  const { body: board } = await department.call(routes.board, planYear)
  expect(board.counts).toMatchObject({ sent: 1, open: 2 })
  const answerIds = board.rows.map((row) => row.answerId)
  const params = { roundId: ids.roundId }
  const query = { answers: answerIds.join(',') }
  const preview = await department.call(routes.reminderPreview, { params, query })
  expect(preview.body.to).toHaveLength(2)
  const body = { answerIds, text: null }
  const reminded = await department.call(routes.remind, { params, body })
  expect(reminded.body).toMatchObject({ reminded: 2, refused: [] })
})

/** Opinions answered: given out together, once the next version of the plan stands. */
test('after the disposition each comment shows its answer and what changed for it', async () => {
  const params = { answerId: (await myAnswer()).answerId }
  await asWorker(house, (worker) =>
    asSystem(
      worker,
      { federationId: house.federation.federationId, process: 'test' },
      async (tx) => {
        const comment = await tx.selectFrom('comment').select('id').executeTakeFirstOrThrow()
        await tx
          .insertInto('disposition')
          .values({
            commentId: comment.id,
            federationId: house.federation.federationId,
            roundId: ids.roundId,
            disposition: 'ACCEPTED',
            decidedBy: house.federation.person('drafter').officialId,
          })
          .execute()
      },
    ),
  )
  expect((await drafter.call(routes.outcomes, { params })).body.comments[0]?.answer).toBeNull()
  await asWorker(house, (worker) =>
    asSystem(
      worker,
      { federationId: house.federation.federationId, process: 'test' },
      async (tx) => {
        const first = await tx
          .selectFrom('planVersion')
          .selectAll()
          .where('planId', '=', ids.training)
          .executeTakeFirstOrThrow()
        const content = JSON.stringify(first.content).replace('liên tục (II.3)', 'chia hai đợt')
        const publishedAt = await clockOf(tx)
        await tx
          .insertInto('planVersion')
          .values({ ...first, version: 2, content, publishedAt })
          .execute()
        await tx
          .updateTable('plan')
          .set({ publishedVersion: 2 })
          .where('id', '=', ids.training)
          .execute()
      },
    ),
  )
  const { body } = await drafter.call(routes.outcomes, { params })
  expect(body.comments[0]?.answer).toMatchObject({
    disposition: 'ACCEPTED',
    changes: [{ placeCode: 'II.3', after: expect.stringContaining('chia hai đợt'), version: 2 }],
  })
})
