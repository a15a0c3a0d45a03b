import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import { paperOfAnswer } from '../../db/feedback/answer-paper.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { assistedDesk, myAnswer } from '../../db/feedback/my-answer.ts'
import { signedAnswer } from '../../db/feedback/signed-answer.ts'
import { anAnswer, answersFor, aRound, type Round } from './feedback-round.ts'

const planYear = 2027
const reason = { reason: 'Phiếu giấy ghi khác.' }
const paper = 'Phiếu giấy nhận qua bưu điện ngày 20/11'

let round: Round
let params: { answerId: string }
beforeEach(async () => {
  round = await aRound()
  params = { answerId: (await round.answerOf(1)).id }
})
afterEach(() => round.close())

const department = () => round.by('drafter')
const head = () => round.by('unit1.head')
const as = <T>(who: string, read: Parameters<typeof asPerson<T>>[2]) =>
  asPerson(round.db, round.federation.person(who).accountId, read)
const stateOf = async () => (await round.answerOf(1)).state

/** Entered and laid before the unit; tells the revision that the unit has before its eyes. */
async function offered(): Promise<number> {
  const body = { form: anAnswer(round, { isConfirmed: true }) }
  await department().does('assisted-entry.saved', { params, body, revision: 0 })
  const given = { params, body: { paper, scans: [] }, revision: 1 }
  return Number((await department().does('assisted-entry.offered', given)).revision)
}

describe('what is entered from paper', () => {
  test('stands apart from the unit’s draft, and the unit sees it once it is laid before it', async () => {
    const body = { form: anAnswer(round) }
    await department().does('assisted-entry.saved', { params, body, revision: 0 })
    const before = await as('unit1.head', (entered) => myAnswer(entered, planYear))
    expect([before.assistedEntry, before.formRevision, before.state]).toEqual([
      null,
      0,
      'NOT_OPENED',
    ])
    const given = { params, body: { paper, scans: [] }, revision: 1 }
    await department().does('assisted-entry.offered', given)
    const { assistedEntry: entry } = await as('unit1.head', (entered) =>
      myAnswer(entered, planYear),
    )
    expect(entry).toMatchObject({ state: 'OFFERED', paper })
    // that it is the unit's opinion, nobody has confirmed yet
    expect(entry?.form).toEqual({ ...body.form, isConfirmed: false })
    const other = await as('unit2.head', (entered) => myAnswer(entered, planYear))
    expect(other.assistedEntry).toBeNull()
    const { rows: tasks } = await round.sql(
      `select role from task where kind = 'feedback.confirmEntry' and object_id = $1 and done_at is null`,
      [params.answerId],
    )
    expect(tasks).toEqual([{ role: 'unitHead' }])
    const { rows: letters } = await round.sql(
      `select distinct text_key from letter where text_key like '%entryOffered'`,
    )
    expect(letters).toHaveLength(1)
  })

  test('counts as the unit’s own when its president has confirmed it, marked by whom', async () => {
    const revision = await offered()
    expect(await stateOf()).toBe('NOT_OPENED')
    await expect(
      head().does('assisted-entry.confirmed', { params, revision: revision - 1 }),
    ).rejects.toMatchObject({ code: 'grammar.edited-meanwhile' })
    const done = await head().does('assisted-entry.confirmed', { params, revision })
    expect(await stateOf()).toBe('SUBMITTED')
    const signed = await as('head', ({ tx }) => signedAnswer(tx, params.answerId))
    expect(signed.contentSha256).toBe(done.contentSha256)
    expect(signed.form).toEqual(anAnswer(round))
    expect(signed.assistedEntry).toMatchObject({ state: 'CONFIRMED', paper })
    expect(signed.assistedEntry).not.toHaveProperty('form')
    const printed = await as('unit1.head', ({ tx }) => paperOfAnswer(tx, params.answerId))
    expect(printed.opening.join()).toContain(paper)
    const { rows } = await round.sql(`select facts from register_entry where deed like 'assisted%'`)
    expect(rows.map(({ facts }) => facts.paper)).toEqual([paper, paper])
    // taken back, it is mended as the unit's own
    await head().does('answer.withdrawn', { params, body: reason })
    const mine = await as('unit1.drafter', (entered) => myAnswer(entered, planYear))
    expect(mine.form).toEqual(anAnswer(round))
  })

  test('is refused with a reason, and may be entered again', async () => {
    await offered()
    await head().does('assisted-entry.refused', { params, body: reason })
    expect(await stateOf()).toBe('NOT_OPENED')
    const desk = await as('drafter', (entered) => assistedDesk(entered, params.answerId))
    expect(desk.answer.assistedEntry).toMatchObject({ state: 'REFUSED', because: reason.reason })
    expect(desk.answer.formRevision).toBe(0)
    await offered()
  })

  test('is corrected by the unit as its own draft, and signed by its two keys', async () => {
    await offered()
    await round.by('unit1.drafter').does('assisted-entry.takenOver', { params })
    const mine = await as('unit1.drafter', (entered) => myAnswer(entered, planYear))
    expect([mine.state, mine.formRevision, mine.form.isConfirmed]).toEqual(['DRAFT', 1, false])
    const form = {
      ...mine.form,
      isConfirmed: true,
      capacity: { classes: 1, seats: null, venue: '' },
    }
    await round.by('unit1.drafter').does('answer.saved', { params, body: { form }, revision: 1 })
    await round.by('unit1.drafter').does('answer.sentOn', { params, revision: 2 })
    await head().does('answer.signed', { params, revision: 2 })
    const signed = await as('head', ({ tx }) => signedAnswer(tx, params.answerId))
    expect(signed.assistedEntry).toMatchObject({ state: 'TAKEN_OVER' })
    expect(signed.form.capacity.classes).toBe(1)
  })

  test('never stands in the way of what the unit writes itself', async () => {
    await offered()
    await answersFor(round, 1)
    const { rows } = await round.sql('select state from assisted_entry')
    expect(rows).toEqual([{ state: 'LAPSED' }])
    const { rows: tasks } = await round.sql(
      `select 1 from task where kind = 'feedback.confirmEntry' and done_at is null`,
    )
    expect(tasks).toEqual([])
    const body = { form: anAnswer(round) }
    await expect(
      department().does('assisted-entry.saved', { params, body, revision: 0 }),
    ).rejects.toMatchObject({ code: 'grammar.wrong-state' })
  })

  test('is not written any more while the unit has it, unless it is taken back', async () => {
    const revision = await offered()
    const body = { form: anAnswer(round) }
    await expect(
      department().does('assisted-entry.saved', { params, body, revision }),
    ).rejects.toMatchObject({ code: 'feedback.entry-offered' })
    await department().does('assisted-entry.withdrawn', { params, body: reason })
    await expect(
      head().does('assisted-entry.confirmed', { params, revision }),
    ).rejects.toMatchObject({ code: 'feedback.no-entry-offered' })
    await department().does('assisted-entry.saved', { params, body, revision: revision + 1 })
  })

  test('is complete before the unit is asked', async () => {
    const body = { form: { ...anAnswer(round), stances: {} } }
    await department().does('assisted-entry.saved', { params, body, revision: 0 })
    const given = { params, body: { paper, scans: [] }, revision: 1 }
    await expect(department().does('assisted-entry.offered', given)).rejects.toMatchObject({
      code: 'feedback.not-complete',
      faults: [{ code: 'feedback.stance-missing' }, { code: 'feedback.stance-missing' }],
    })
  })
})

test('what is unconfirmed at the close does not count, and the department reads for whom', async () => {
  await offered()
  const board = await as('drafter', (entered) =>
    boardOf(entered, { planYear, status: 'all', page: 1, size: 50 }),
  )
  const own = board.rows.find(({ answerId }) => answerId === params.answerId)
  expect([own?.assisted, own?.status]).toEqual(['OFFERED', 'notOpened'])
  await round.inSystem((tx) => closeRound(tx, round.roundId, 'Đóng sớm'))
  expect(await stateOf()).toBe('NO_ANSWER')
  const { rows } = await round.sql(
    `select distinct params ->> 'names' as names from letter where text_key like '%entriesLapsed'`,
  )
  expect(rows).toHaveLength(1)
  expect((await round.sql('select state from assisted_entry')).rows).toEqual([{ state: 'LAPSED' }])
  await expect(
    head().does('assisted-entry.confirmed', { params, revision: 2 }),
  ).rejects.toMatchObject({ code: 'feedback.round-closed' })
})

test('the database itself lets no office confirm for a unit', async () => {
  await offered()
  await expect(
    as('drafter', ({ tx }) => tx.updateTable('assistedEntry').set({ state: 'REFUSED' }).execute()),
  ).rejects.toMatchObject({ code: '42501' })
})
