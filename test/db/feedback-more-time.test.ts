import { afterEach, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { boardQuery } from '../../domain/feedback/board.contract.ts'
import { anAnswer, answersFor, aRound, type Round } from './feedback-round.ts'

let round: Round
afterEach(() => round.close())

const reason = 'Bão lũ, mất điện ba ngày'
const refusal = 'Liên đoàn phải trình trong tuần'

/** A Wednesday after the round's deadline. */
function wednesday(weeks = 1): string {
  const later = new Date(Date.parse(round.dueAt) + weeks * 7 * 86_400_000)
  while (later.getUTCDay() !== 3) later.setUTCDate(later.getUTCDate() + 1)
  return later.toISOString().slice(0, 10)
}
const idOf = async (unit: number) => String((await round.answerOf(unit)).id)
async function ask(unit: number, more: Record<string, string> = {}, who = 'drafter') {
  const body = { dueOn: wednesday(), reason, ...more }
  const params = { answerId: await idOf(unit) }
  return round.by(`unit${unit}.${who}`).does('extension.asked', { params, body })
}
async function refuse(unit: number, by = 'head') {
  const given = { params: { answerId: await idOf(unit) }, body: { reason: refusal } }
  return round.by(by).does('extension.refused', given)
}
async function grant(unit: number, dueOn = wednesday()) {
  const body = { answerId: await idOf(unit), dueOn, reason }
  return round.by('head').does('round.extended', { params: { roundId: round.roundId }, body })
}
const requests = async () =>
  (await round.sql('select outcome from extension_request order by asked_at')).rows.map(
    ({ outcome }: { outcome: string }) => outcome,
  )
const tasks = async () =>
  (
    await round.sql(
      `select role, done_at is null as waits, done_by, ended_because from task
       where kind = 'feedback.decideExtension' order by role`,
    )
  ).rows
const board = (status = 'all') =>
  asPerson(round.db, round.federation.person('drafter').accountId, (entered) =>
    boardOf(entered, { ...boardQuery.parse({ status }), planYear: 2027 }),
  )
const page = (who: string) =>
  asPerson(round.db, round.federation.person(who).accountId, (entered) => myAnswer(entered, 2027))

test('a unit asks; the department finds a task, and the unit first on its board', async () => {
  round = await aRound()
  await ask(2)
  expect(await tasks()).toMatchObject([
    { role: 'departmentDrafter', waits: true },
    { role: 'departmentHead', waits: true },
  ])
  const { rows } = await board()
  expect(rows[0]).toMatchObject({
    unitName: 'Công đoàn phường Số 2',
    askedUntil: wednesday(),
    askedBecause: reason,
  })
  expect(rows.slice(1).map(({ askedUntil }) => askedUntil)).toEqual([null, null])
  const { counts, found, rows: asking } = await board('asking')
  expect([counts.asking, found, asking.map(({ unitName }) => unitName)]).toEqual([
    1,
    1,
    ['Công đoàn phường Số 2'],
  ])
  const view = await page('unit2.head')
  expect(view.extensionRequest).toMatchObject({ dueOn: wednesday(), reason, outcome: 'OPEN' })
  expect(view.round.isExtended).toBe(false)
})

test('granted, the request ends, and the unit reads until when', async () => {
  round = await aRound()
  await ask(2)
  await grant(2)
  expect(await requests()).toEqual(['GRANTED'])
  const { officialId } = round.federation.person('head')
  expect(await tasks()).toMatchObject([
    { waits: false, done_by: officialId, ended_because: null },
    { waits: false, done_by: officialId, ended_because: null },
  ])
  const view = await page('unit2.drafter')
  expect(view.extensionRequest?.outcome).toBe('GRANTED')
  expect(view.round).toMatchObject({ isExtended: true })
  expect(view.round.dueAt).toContain(wednesday())
  expect((await board()).rows.map(({ askedUntil }) => askedUntil)).toEqual([null, null, null])
  expect((await board('asking')).found).toBe(0)
  // time that is given without a request makes none
  await grant(3)
  expect(await requests()).toEqual(['GRANTED'])
})

test('refused with a reason, the unit has its letter, and may ask again', async () => {
  round = await aRound()
  await ask(2)
  await refuse(2)
  expect((await page('unit2.drafter')).extensionRequest).toMatchObject({
    outcome: 'REFUSED',
    refusedBecause: refusal,
  })
  const letters = `select params ->> 'reason' as reason from letter
    where text_key = 'feedback.letters.extensionRefused'`
  expect((await round.sql(letters)).rows).toEqual([{ reason: refusal }, { reason: refusal }])
  await expect(refuse(2)).rejects.toMatchObject({ code: 'feedback.no-extension-asked' })
  await ask(2, {}, 'head')
  expect(await requests()).toEqual(['REFUSED', 'OPEN'])
  await refuse(2)
  expect((await round.sql(letters)).rows).toHaveLength(4)
})

test('one request waits at a time, also of two people at once, until it is taken back', async () => {
  round = await aRound()
  const twice = await Promise.allSettled([ask(2), ask(2, {}, 'head')])
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(ask(2)).rejects.toMatchObject({ code: 'feedback.extension-asked' })
  const params = { answerId: await idOf(2) }
  await round.by('unit2.head').does('extension.withdrawn', { params })
  expect((await tasks()).filter(({ waits }: { waits: boolean }) => waits)).toEqual([])
  expect((await page('unit2.head')).extensionRequest).toBeNull()
  const again = round.by('unit2.head').does('extension.withdrawn', { params })
  await expect(again).rejects.toMatchObject({ code: 'feedback.no-extension-asked' })
  await ask(2)
  expect(await requests()).toEqual(['WITHDRAWN', 'OPEN'])
})

test('a day that is no later or no working day is not asked for', async () => {
  round = await aRound()
  const asked = (dueOn: string) => ask(1, { dueOn })
  await expect(asked('2020-01-06')).rejects.toMatchObject({
    code: 'feedback.extension-not-later',
    faults: [{ at: '/dueOn' }],
  })
  const sunday = new Date(Date.parse(wednesday()) + 4 * 86_400_000).toISOString().slice(0, 10)
  await expect(asked(sunday)).rejects.toMatchObject({ code: 'feedback.day-not-working' })
  // a deadline already granted is the present one
  await grant(1, wednesday(2))
  await expect(asked(wednesday())).rejects.toMatchObject({ code: 'feedback.extension-not-later' })
  expect(await requests()).toEqual([])
})

test('signed, excused or closed, nothing is asked for any more and nothing waits', async () => {
  round = await aRound({ unitCount: 4 })
  for (const unit of [1, 2, 3]) await ask(unit)
  await answersFor(round, 1)
  const params = { answerId: await idOf(2) }
  await round.by('head').does('answer.excused', { params, body: { reason } })
  expect((await requests()).toSorted()).toEqual(['LAPSED', 'LAPSED', 'OPEN'])
  expect((await tasks()).filter(({ waits }: { waits: boolean }) => waits)).toHaveLength(2)
  await expect(ask(1)).rejects.toMatchObject({ code: 'grammar.wrong-state' })
  expect((await page('unit1.drafter')).extensionRequest).toBeNull()
  // taken back, an excuse brings the answer back and not the request
  await round.by('head').does('excuse.takenBack', { params, body: { reason } })
  expect((await requests()).toSorted()).toEqual(['LAPSED', 'LAPSED', 'OPEN'])

  await round.inSystem((tx) => closeRound(tx, round.roundId, 'Đủ ý kiến'))
  expect(await requests()).toEqual(['LAPSED', 'LAPSED', 'LAPSED'])
  expect((await tasks()).filter(({ waits }: { waits: boolean }) => waits)).toEqual([])
  await expect(ask(4)).rejects.toMatchObject({ code: 'feedback.round-closed' })
  await expect(refuse(3)).rejects.toMatchObject({ code: 'feedback.round-closed' })
})

test('a unit reads its own requests alone, and cannot grant itself time (the fence)', async () => {
  round = await aRound()
  await ask(1)
  await ask(2)
  const seenBy = (who: string) =>
    asPerson(round.db, round.federation.person(who).accountId, ({ tx }) =>
      tx.selectFrom('extensionRequest').select('answerId').execute(),
    )
  expect(await seenBy('unit1.drafter')).toEqual([{ answerId: await idOf(1) }])
  expect(await seenBy('unit3.head')).toEqual([])
  expect(await seenBy('head')).toHaveLength(2)
  const { accountId, officialId } = round.federation.person('unit1.head')
  const ended = { endedBy: officialId, endedAt: new Date().toISOString() }
  const granting = asPerson(round.db, accountId, ({ tx }) =>
    tx
      .updateTable('extensionRequest')
      .set({ outcome: 'GRANTED', ...ended })
      .execute(),
  )
  await expect(granting).rejects.toThrow(/row-level security/)
  const answerId = await idOf(2)
  const forAnother = asPerson(round.db, accountId, ({ tx }) =>
    tx
      .insertInto('extensionRequest')
      .values({
        federationId: round.federation.federationId,
        answerId,
        wantedOn: wednesday(),
        reason,
        askedBy: officialId,
      })
      .execute(),
  )
  await expect(forAnother).rejects.toThrow(/row-level security/)
})

test('asking costs the writing nothing: the answer is saved and signed as before', async () => {
  round = await aRound()
  const params = { answerId: await idOf(1) }
  const form = anAnswer(round)
  const drafter = round.by('unit1.drafter')
  const { revision } = await drafter.does('answer.saved', { params, body: { form } })
  const seen = Number(revision)
  await ask(1)
  await drafter.does('answer.sentOn', { params, revision: seen })
  expect((await page('unit1.head')).extensionRequest?.outcome).toBe('OPEN')
  await round.by('unit1.head').does('answer.signed', { params, revision: seen })
  expect((await round.answerOf(1)).state).toBe('SUBMITTED')
  expect(await requests()).toEqual(['LAPSED'])
})
