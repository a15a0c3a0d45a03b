import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeRound } from '../../db/feedback/close.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { anAnswer, answersFor, aRound, type Round } from './feedback-round.ts'

let round: Round
beforeEach(async () => {
  round = await aRound()
})
afterEach(() => round.close())

const refused = (code: string) => expect.objectContaining({ code })

describe('the obligation', () => {
  test('every immediate-upper union owes an answer, numbered by its code', async () => {
    const { rows } = await round.sql(
      `select a.number, u.code from answer a join unit u on u.id = a.unit_id order by u.code`,
    )
    expect(rows).toEqual([
      { number: 'GY-2027-0001', code: 'U001' },
      { number: 'GY-2027-0002', code: 'U002' },
      { number: 'GY-2027-0003', code: 'U003' },
    ])
  })

  test('opening twice changes nothing', async () => {
    const count = `select (select count(*) from answer)::int answers, (select count(*) from task)::int tasks,
      (select count(*) from letter)::int letters, (select count(*) from register_entry)::int deeds`
    const before = (await round.sql(count)).rows
    await round.inSystem((tx) => openObligations(tx, round.roundId))
    expect((await round.sql(count)).rows).toEqual(before)
    expect(before).toEqual([{ answers: 3, tasks: 11, letters: 6, deeds: 1 }])
  })

  test('the process waits for a reminder before the close, and for nothing once closed', async () => {
    expect(await round.inSystem((tx) => nextOfRound(tx, round.roundId))).toMatchObject({
      moment: expect.stringMatching(/^D-[15]$/),
    })
    await round.inSystem((tx) => closeRound(tx, round.roundId, 'Đủ ý kiến'))
    expect(await round.inSystem((tx) => nextOfRound(tx, round.roundId))).toBeNull()
  })
})

describe('two keys', () => {
  test('a drafter writes and sends on, the president signs, and the parts become rows', async () => {
    const reply = await answersFor(round, 1)
    expect(reply).toMatchObject({ number: 'GY-2027-0001', version: 1, isLate: false })
    const { rows } = await round.sql(`select
      (select count(*) from stance)::int stances, (select count(*) from comment)::int comments,
      (select assigned from target_request) assigned, (select requested from target_request) requested,
      (select state from answer where number = 'GY-2027-0001') state`)
    expect(rows[0]).toEqual({
      stances: 2,
      comments: 1,
      assigned: '100',
      requested: '75',
      state: 'SUBMITTED',
    })
  })

  test('a signature costs four statements, however much was written', async () => {
    const [comment] = Object.values(anAnswer(round).comments)
    const everywhere = [round.training, round.membership].flatMap((planId) =>
      ['I.1', 'II.3'].map((placeCode) => [
        `${planId}:CLAUSE:${placeCode}`,
        { ...comment, planId, placeCode },
      ]),
    )
    const costOf = async (unit: number, form: object) => {
      const { id } = await round.answerOf(unit)
      const params = { answerId: id }
      const drafter = round.by(`unit${unit}.drafter`)
      await drafter.does('answer.saved', { params, body: { form } })
      await drafter.does('answer.sentOn', { params, revision: 1 })
      return round.costOf(`unit${unit}.head`, 'answer.signed', { params, revision: 1 })
    }
    const little = await costOf(1, anAnswer(round, { comments: {}, targetRequests: {} }))
    const much = await costOf(2, anAnswer(round, { comments: Object.fromEntries(everywhere) }))
    expect([little, much]).toEqual([4, 4])
    const { rows } = await round.sql('select count(*)::int as comments from comment')
    expect(rows[0].comments).toBe(4)
  })

  test('every step leaves one row in the register, saving leaves none', async () => {
    await answersFor(round, 1)
    const { rows } = await round.sql(
      `select deed, role from register_entry where object_type = 'answer' order by id`,
    )
    expect(rows).toEqual([
      { deed: 'answer.sentOn', role: 'unitDrafter' },
      { deed: 'answer.signed', role: 'unitHead' },
    ])
  })

  test('who writes does not sign, also when he stands in for the president', async () => {
    const { id } = await round.answerOf(1)
    await round.sql(
      `insert into role_grant (federation_id, official_id, role, unit_id, since, substitute_for)
       values ($1, $2, 'unitHead', $3, current_date, $4)`,
      [
        round.federation.federationId,
        round.federation.person('unit1.drafter').officialId,
        round.federation.units[0]?.id,
        round.federation.person('unit1.head').officialId,
      ],
    )
    const drafter = round.by('unit1.drafter')
    const params = { answerId: id }
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) } })
    await drafter.does('answer.sentOn', { params, revision: 1 })
    await expect(drafter.does('answer.signed', { params, revision: 1 })).rejects.toEqual(
      refused('feedback.second-key-needed'),
    )
  })

  test('a dated substitute signs, and the register says for whom', async () => {
    const { id } = await round.answerOf(1)
    await round.sql(
      `insert into role_grant (federation_id, official_id, role, unit_id, since, until, substitute_for)
       values ($1, $2, 'unitHead', $3, current_date, current_date, $4)`,
      [
        round.federation.federationId,
        round.federation.person('unit2.head').officialId,
        round.federation.units[0]?.id,
        round.federation.person('unit1.head').officialId,
      ],
    )
    const params = { answerId: id }
    const drafter = round.by('unit1.drafter')
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) } })
    await drafter.does('answer.sentOn', { params, revision: 1 })
    await round.by('unit2.head').does('answer.signed', { params, revision: 1 })
    const { rows } = await round.sql(
      `select acting_for from register_entry where deed = 'answer.signed'`,
    )
    expect(rows[0].acting_for).toBe(round.federation.person('unit1.head').officialId)
  })

  test('a president who is alone drafts and signs: two rows', async () => {
    await round.sql(`delete from role_grant where role = 'unitDrafter'`)
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const head = round.by('unit1.head')
    await head.does('answer.saved', { params, body: { form: anAnswer(round) } })
    await head.does('answer.sentOn', { params, revision: 1 })
    await head.does('answer.signed', { params, revision: 1 })
    const { rows } = await round.sql(
      `select deed from register_entry where object_type = 'answer' order by id`,
    )
    expect(rows.map(({ deed }) => deed)).toEqual(['answer.sentOn', 'answer.signed'])
  })

  test('the president returns it with a reason, and the drafter finds it in the inbox', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const drafter = round.by('unit1.drafter')
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) } })
    await drafter.does('answer.sentOn', { params, revision: 1 })
    const reason = 'Nêu rõ tên hai doanh nghiệp.'
    await round.by('unit1.head').does('answer.returned', { params, body: { reason } })
    expect(await round.answerOf(1)).toMatchObject({
      state: 'RETURNED_BY_PRESIDENT',
      returned_because: reason,
    })
    const { rows } = await round.sql(
      `select kind from task where object_id = $1 and done_at is null`,
      [id],
    )
    expect(rows).toEqual([{ kind: 'feedback.mend' }])
  })
})

describe('what is refused', () => {
  test('an incomplete answer, with every reason at its field', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const drafter = round.by('unit1.drafter')
    const form = anAnswer(round, { stances: {}, isConfirmed: false })
    await drafter.does('answer.saved', { params, body: { form } })
    await expect(drafter.does('answer.sentOn', { params, revision: 1 })).rejects.toMatchObject({
      code: 'feedback.not-complete',
      faults: [
        { code: 'feedback.stance-missing', at: `/stances/${round.training}/stance` },
        { code: 'feedback.stance-missing', at: `/stances/${round.membership}/stance` },
        { code: 'feedback.not-confirmed', at: '/isConfirmed' },
      ],
    })
  })

  test('a place that the draft does not have', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const form = anAnswer(round)
    const [comment] = Object.values(form.comments)
    if (!comment) throw new Error('an answer with a comment')
    form.comments = { [`${round.training}:CLAUSE:IX.9`]: { ...comment, placeCode: 'IX.9' } }
    const drafter = round.by('unit1.drafter')
    await drafter.does('answer.saved', { params, body: { form } })
    await expect(drafter.does('answer.sentOn', { params, revision: 1 })).rejects.toMatchObject({
      faults: [{ code: 'feedback.wrong-place' }],
    })
  })

  test('an edit made on an older text, which carries the newer one', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const drafter = round.by('unit1.drafter')
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) } })
    const mine = anAnswer(round, { isConfirmed: false })
    await expect(
      drafter.does('answer.saved', { params, body: { form: mine }, revision: 0 }),
    ).rejects.toMatchObject({
      kind: 'stale',
      details: { revision: 1, theirs: { isConfirmed: true } },
    })
  })

  test('signing a text that was changed after it was sent on', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const drafter = round.by('unit1.drafter')
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) } })
    await drafter.does('answer.sentOn', { params, revision: 1 })
    await expect(
      round.by('unit1.head').does('answer.signed', { params, revision: 0 }),
    ).rejects.toMatchObject({ kind: 'stale' })
  })

  test("another unit's answer is not there, and a superior cannot write one", async () => {
    const { id } = await round.answerOf(2)
    const params = { answerId: id }
    const body = { form: anAnswer(round) }
    await expect(round.by('unit1.drafter').does('answer.saved', { params, body })).rejects.toEqual(
      refused('grammar.not-found'),
    )
    for (const name of ['head', 'leader', 'admin'])
      await expect(round.by(name).does('answer.saved', { params, body })).rejects.toEqual(
        refused('grammar.not-your-role'),
      )
  })

  test('what is signed cannot be written, but taken back and sent again as its next version', async () => {
    await answersFor(round, 1)
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const [drafter, head] = [round.by('unit1.drafter'), round.by('unit1.head')]
    await expect(
      drafter.does('answer.saved', { params, body: { form: anAnswer(round) }, revision: 1 }),
    ).rejects.toEqual(refused('grammar.wrong-state'))
    await head.does('answer.withdrawn', { params, body: { reason: 'Bổ sung một ý kiến.' } })
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) }, revision: 1 })
    await drafter.does('answer.sentOn', { params, revision: 2 })
    expect(await head.does('answer.signed', { params, revision: 2 })).toMatchObject({
      number: 'GY-2027-0001',
      version: 2,
    })
    const { rows } = await round.sql(
      `select version, withdrawn_at is null as counts from comment order by version`,
    )
    expect(rows).toEqual([
      { version: 1, counts: false },
      { version: 2, counts: true },
    ])
  })

  test('a signature sent twice under one key is one signature', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const [drafter, head] = [round.by('unit1.drafter'), round.by('unit1.head')]
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) } })
    await drafter.does('answer.sentOn', { params, revision: 1 })
    const key = randomUUID()
    const replies = await Promise.all(
      [1, 2, 3].map(() => head.does('answer.signed', { params, revision: 1, key })),
    )
    expect(replies).toEqual([replies[0], replies[0], replies[0]])
    const { rows } = await round.sql('select count(*)::int as versions from answer_version')
    expect(rows[0].versions).toBe(1)
  })
})
