import { afterEach, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { boardQuery } from '../../domain/feedback/board.contract.ts'
import { anAnswer, answersFor, aRound, type Round } from './feedback-round.ts'

let round: Round
afterEach(() => round.close())

const reason = 'Đơn vị đang khắc phục bão lũ'
async function excuse(unit: number, by = 'head') {
  const { id } = await round.answerOf(unit)
  return round.by(by).does('answer.excused', { params: { answerId: id }, body: { reason } })
}
async function takeBack(unit: number) {
  const { id } = await round.answerOf(unit)
  const body = { reason: 'Đơn vị xin góp ý' }
  return round.by('leader').does('excuse.takenBack', { params: { answerId: id }, body })
}
const inboxOf = async (unit: number) => {
  const { id } = await round.answerOf(unit)
  const { rows } = await round.sql(
    'select kind from task where object_id = $1 and done_at is null order by kind',
    [id],
  )
  return rows.map(({ kind }: { kind: string }) => kind)
}
const board = (status: string) =>
  asPerson(round.db, round.federation.person('drafter').accountId, (entered) =>
    boardOf(entered, { ...boardQuery.parse({ status }), planYear: 2027 }),
  )

test('an excused unit is not waited for, not reminded, and not silent at the close', async () => {
  round = await aRound()
  await answersFor(round, 1)
  await excuse(2)
  expect(await inboxOf(2)).toEqual([])
  expect((await board('excused')).rows).toMatchObject([{ excusedBecause: reason }])
  expect((await board('all')).counts).toMatchObject({ units: 3, open: 1, sent: 1, excused: 1 })
  const { id } = await round.answerOf(2)
  const reminding = { params: { roundId: round.roundId }, body: { answerIds: [id], text: null } }
  await expect(round.by('drafter').does('round.reminded', reminding)).rejects.toMatchObject({
    details: { refused: [{ code: 'feedback.excused' }] },
  })

  const closed = await round.inSystem((tx) => closeRound(tx, round.roundId, 'Đủ ý kiến'))
  expect(closed).toMatchObject({ answered: 1, silent: 1 })
  expect((await round.answerOf(2)).state).toBe('EXCUSED')
  await expect(takeBack(2)).rejects.toMatchObject({ code: 'feedback.round-closed' })
  await expect(excuse(3)).rejects.toMatchObject({ code: 'feedback.round-closed' })
})

test('the unit reads why, by letter and on its page, and writes no more', async () => {
  round = await aRound()
  await excuse(2, 'leader')
  const { accountId } = round.federation.person('unit2.head')
  const view = await asPerson(round.db, accountId, (entered) => myAnswer(entered, 2027))
  expect(view).toMatchObject({ state: 'EXCUSED', excusedBecause: reason })
  expect(view.allowedActions.filter(({ allowed }) => allowed)).toEqual([])
  const saving = { params: { answerId: view.answerId }, body: { form: anAnswer(round) } }
  await expect(round.by('unit2.drafter').does('answer.saved', saving)).rejects.toMatchObject({
    code: 'grammar.wrong-state',
  })
  const { rows } = await round.sql(
    `select count(*)::int as letters from letter
     where text_key = 'feedback.letters.excused' and params ->> 'reason' = $1`,
    [reason],
  )
  expect(rows[0].letters).toBe(2)
  const entries = await round.sql(
    `select deed, unit_id from register_entry where deed = 'answer.excused'`,
  )
  expect(entries.rows).toEqual([{ deed: 'answer.excused', unit_id: round.federation.units[1]?.id }])
})

test('taken back, the answer is where it was, with its text and in the same inboxes', async () => {
  round = await aRound()
  const { id } = await round.answerOf(2)
  const params = { answerId: id }
  const form = anAnswer(round)
  await round.by('unit2.drafter').does('answer.saved', { params, body: { form } })
  await round.by('unit2.drafter').does('answer.sentOn', { params, revision: 1 })
  expect(await inboxOf(2)).toEqual(['feedback.sign'])
  await excuse(2)
  await takeBack(2)
  expect((await round.answerOf(2)).state).toBe('WITH_PRESIDENT')
  expect(await inboxOf(2)).toEqual(['feedback.sign'])
  await round.by('unit2.head').does('answer.signed', { params, revision: 1 })
  expect((await round.answerOf(2)).state).toBe('SUBMITTED')
})

test('a unit that has answered is not excused, and nobody is excused twice', async () => {
  round = await aRound()
  await answersFor(round, 1)
  await expect(excuse(1)).rejects.toMatchObject({ code: 'grammar.wrong-state' })
  const twice = await Promise.allSettled([excuse(2, 'head'), excuse(2, 'drafter')])
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await round.sql('select id from excuse')).rows).toHaveLength(1)
})

test('the extension of an excused unit holds the round open no longer', async () => {
  round = await aRound()
  const { id } = await round.answerOf(2)
  const later = new Date(Date.parse(round.dueAt) + 20 * 86_400_000)
  while (later.getUTCDay() !== 3) later.setUTCDate(later.getUTCDate() + 1)
  await round.by('drafter').does('round.extended', {
    params: { roundId: round.roundId },
    body: { answerId: id, dueOn: later.toISOString().slice(0, 10), reason: 'Mưa lũ, mất điện' },
  })
  const closes = async () => (await board('all')).closesAt
  expect((await closes()) > round.graceUntil).toBe(true)
  await excuse(2)
  expect(await closes()).toBe(round.graceUntil)
  await takeBack(2)
  expect((await closes()) > round.graceUntil).toBe(true)
  const { rows } = await round.sql(`select name from process_request`)
  expect(rows.map(({ name }: { name: string }) => name)).toEqual([
    'calendarChanged',
    'calendarChanged',
    'calendarChanged',
  ])
  expect(await round.inSystem((tx) => nextOfRound(tx, round.roundId))).not.toBeNull()
})

test('an office brings an excused answer only to where it stood (the fence)', async () => {
  round = await aRound()
  await excuse(2)
  const { accountId } = round.federation.person('head')
  const moved = asPerson(round.db, accountId, ({ tx }) =>
    tx.updateTable('answer').set({ state: 'SUBMITTED' }).where('state', '=', 'EXCUSED').execute(),
  )
  await expect(moved).rejects.toThrow(/row-level security/)
})
