import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { ownAnswersOf } from '../../db/feedback/own-answers.ts'
import { paperOfAnswer } from '../../db/feedback/answer-paper.ts'
import { roundQuestions } from '../../db/feedback/round-questions.ts'
import { signedAnswer } from '../../db/feedback/signed-answer.ts'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { ease, evenings, hall, waiting } from '../setup/questions.ts'
import { anAnswer, answersFor, aRound, type Round } from './feedback-round.ts'

const planYear = 2027
const reason = 'Hỏi thêm số người đang chờ học.'
const asked = [evenings, hall, ease]

let round: Round
beforeEach(async () => {
  round = await aRound({ unitCount: 4 })
  await round.sql(
    `insert into round_form (round_id, version, federation_id, questions)
     select id, 1, federation_id, $2 from round where id = $1`,
    [round.roundId, JSON.stringify(asked)],
  )
})
afterEach(() => round.close())

const form = (ownAnswers: AnswerForm['ownAnswers'], questionsVersion = 1) =>
  anAnswer(round, { ownAnswers, questionsVersion })

const as = <T>(who: string, read: Parameters<typeof asPerson<T>>[2]) =>
  asPerson(round.db, round.federation.person(who).accountId, read)

const figures = (question?: string) =>
  as('drafter', ({ tx }) =>
    ownAnswersOf(tx, { planYear, page: 1, size: 50, ...(question && { question }) }),
  )

const change = (questions: OwnQuestion[], revision = 1) =>
  round.by('drafter').does('round.questionsChanged', {
    params: { roundId: round.roundId },
    body: { questions, reason },
    revision,
  })

describe('what a unit answers', () => {
  test('is signed as far as it is asked, kept whole in the draft, and stands on the paper', async () => {
    const written = { way: 'days', hall: 'Có, 80 chỗ', ease: 4 }
    await answersFor(round, 1, form(written))
    const { id } = await round.answerOf(1)
    const { rows } = await round.sql(
      'select question_id, form_version, text, number, choice from own_answer order by question_id',
    )
    expect(rows).toEqual([
      { question_id: 'ease', form_version: 1, text: null, number: '4', choice: null },
      { question_id: 'way', form_version: 1, text: null, number: null, choice: 'days' },
    ])
    const signed = await as('unit1.head', ({ tx }) => signedAnswer(tx, id))
    expect(signed.form.ownAnswers).toEqual({ way: 'days', ease: 4 })
    const { rows: drafts } = await round.sql('select form from answer_form where answer_id = $1', [
      id,
    ])
    expect(drafts[0].form.ownAnswers).toEqual(written)
    const paper = await as('unit1.head', ({ tx }) => paperOfAnswer(tx, id))
    expect(paper.ownAnswers).toEqual([
      { question: evenings.label, paragraphs: ['Ba ngày liền'] },
      { question: ease.label, paragraphs: ['4/5'] },
    ])
  })

  test('is hashed with the words of its questions', async () => {
    const hashOf = async (unit: number, ownAnswers: AnswerForm['ownAnswers']) =>
      (await answersFor(round, unit, form(ownAnswers))).contentSha256
    const one = await hashOf(1, { way: 'days' })
    const { id } = await round.answerOf(1)
    await round.by('unit1.head').does('answer.withdrawn', {
      params: { answerId: id },
      body: { reason: 'Chọn lại cách học.' },
    })
    const params = { answerId: id }
    const other = form({ way: 'evenings', hall: 'Có' })
    await round
      .by('unit1.drafter')
      .does('answer.saved', { params, body: { form: other }, revision: 1 })
    await round.by('unit1.drafter').does('answer.sentOn', { params, revision: 2 })
    const again = await round.by('unit1.head').does('answer.signed', { params, revision: 2 })
    expect(again.contentSha256).not.toBe(one)
    expect((await figures()).figures[0]?.counts.map(({ units }) => units)).toEqual([0, 1])
  })

  test('is not sent on while a question that is put lacks its answer', async () => {
    await expect(answersFor(round, 1, form({ way: 'evenings' }))).rejects.toMatchObject({
      code: 'feedback.not-complete',
      faults: [{ code: 'feedback.own-answer-missing', at: '/ownAnswers/hall' }],
    })
  })

  test('is checked by the database as well, whoever writes it', async () => {
    await answersFor(round, 1, form({ way: 'days' }))
    const write = (columns: Record<string, unknown>) =>
      round.sql(
        `insert into own_answer (answer_id, version, federation_id, round_id, unit_id, form_version,
           question_id, kind, text, number, choice)
         select answer_id, version, federation_id, round_id, unit_id, 1, $1, $2, $3, $4, $5
         from own_answer where question_id = 'way'`,
        ['id', 'kind', 'text', 'number', 'choice'].map((name) => columns[name] ?? null),
      )
    const refusedBy = { code: '23514' }
    await expect(write({ id: 'ease', kind: 'SCALE', number: 6 })).rejects.toMatchObject(refusedBy)
    await expect(write({ id: 'ease', kind: 'TEXT', text: 'x' })).rejects.toMatchObject(refusedBy)
    await expect(write({ id: 'none', kind: 'TEXT', text: 'x' })).rejects.toMatchObject(refusedBy)
    await round.sql(`delete from own_answer`)
    await expect(
      round.sql(
        `insert into own_answer (answer_id, version, federation_id, round_id, unit_id, form_version,
           question_id, kind, choice)
         select id, 1, federation_id, round_id, unit_id, 1, 'way', 'CHOICE', 'nights' from answer
         where state = 'SUBMITTED'`,
      ),
    ).rejects.toMatchObject(refusedBy)
  })

  test('is seen by the unit itself and the offices, by no other unit (the fence)', async () => {
    await answersFor(round, 1, form({ way: 'days' }))
    const seen = (who: string) =>
      as(who, async ({ tx }) => (await tx.selectFrom('ownAnswer').selectAll().execute()).length)
    expect([await seen('unit1.drafter'), await seen('drafter'), await seen('unit2.head')]).toEqual([
      1, 1, 0,
    ])
  })

  test('is counted question by question, with every unit’s words', async () => {
    await answersFor(round, 1, form({ way: 'evenings', hall: 'Có, 80 chỗ', ease: 5 }))
    await answersFor(round, 2, form({ way: 'days', ease: 2 }))
    await answersFor(round, 3, form({ way: 'days' }))
    const { sent, figures: all, rows } = await figures('hall')
    expect(sent).toBe(3)
    expect(all.map(({ question, answered }) => [question.id, answered])).toEqual([
      ['way', 3],
      ['hall', 1],
      ['ease', 2],
    ])
    expect(all[0]?.counts.map(({ units }) => units)).toEqual([2, 1])
    expect(all[2]?.numbers).toMatchObject({ mean: 3.5, median: 3.5 })
    expect(rows).toMatchObject([{ unitName: 'Công đoàn phường Số 1', words: 'Có, 80 chỗ' }])
  })
})

describe('the questions of an open round change', () => {
  const draft = { way: 'evenings', hall: 'Có, 80 chỗ' }
  const after = [waiting, evenings]

  test('a draft goes on with them and loses no word; with the old ones it is not sent on', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    const drafter = round.by('unit1.drafter')
    await drafter.does('answer.saved', { params, body: { form: form(draft) } })
    await change(after)
    const view = await as('unit1.drafter', (entered) => myAnswer(entered, planYear))
    expect(view.form).toMatchObject({ ownAnswers: draft, questionsVersion: 1 })
    expect(view.asked).toMatchObject({ version: 2, questions: after })
    expect(view.asked.former.map(({ id: key }) => key)).toEqual(['hall', 'ease'])
    await expect(drafter.does('answer.sentOn', { params, revision: 1 })).rejects.toMatchObject({
      code: 'feedback.questions-changed',
    })
    // a browser that has not heard of it yet still saves
    const saved = await drafter.does('answer.saved', {
      params,
      body: { form: form(draft) },
      revision: 1,
    })
    expect(saved).toMatchObject({ revision: 2, questionsVersion: 2 })
    await drafter.does('answer.saved', { params, body: { form: form(draft, 2) }, revision: 2 })
    await drafter.does('answer.sentOn', { params, revision: 3 })
    await round.by('unit1.head').does('answer.signed', { params, revision: 3 })
    const signed = await as('unit1.head', ({ tx }) => signedAnswer(tx, id))
    expect(signed.form).toMatchObject({ ownAnswers: { way: 'evenings' }, questionsVersion: 2 })
  })

  test('what lies with the president is signed as it was asked', async () => {
    const { id } = await round.answerOf(1)
    const params = { answerId: id }
    await round.by('unit1.drafter').does('answer.saved', { params, body: { form: form(draft) } })
    await round.by('unit1.drafter').does('answer.sentOn', { params, revision: 1 })
    await change(after)
    const view = await as('unit1.head', (entered) => myAnswer(entered, planYear))
    expect(view).toMatchObject({ isAskedAnew: true, asked: { version: 1, questions: asked } })
    await round.by('unit1.head').does('answer.signed', { params, revision: 1 })
    const { figures: all } = await figures()
    expect(all.map(({ question, isAsked, answered }) => [question.id, isAsked, answered])).toEqual([
      ['waiting', true, 0],
      ['way', true, 1],
      ['hall', false, 1],
    ])
  })

  test('every unit is told, who has sent with other words, and the register keeps why', async () => {
    await answersFor(round, 1, form({ way: 'days' }))
    await change(after)
    const { rows } = await round.sql(
      `select text_key, count(*)::int as letters from letter where text_key like '%questionsChanged%'
       group by text_key order by text_key`,
    )
    expect(rows).toEqual([
      { text_key: 'feedback.letters.questionsChanged', letters: 6 },
      { text_key: 'feedback.letters.questionsChangedSent', letters: 2 },
    ])
    const { rows: kept } = await round.sql(
      `select facts from register_entry where deed = 'round.questionsChanged'`,
    )
    expect(kept[0].facts).toMatchObject({ version: 2, reason })
    const { versions } = await as('head', (entered) => roundQuestions(entered, round.roundId))
    expect(versions.map(({ version, signed }) => [version, signed])).toEqual([
      [1, 1],
      [2, 0],
    ])
  })

  test('not on an older version, and not when units have no working day left', async () => {
    await change(after)
    await expect(change([waiting], 1)).rejects.toMatchObject({ code: 'grammar.edited-meanwhile' })
    await round.sql(`update round set due_at = now() + interval '2 hours' where id = $1`, [
      round.roundId,
    ])
    await expect(change([waiting], 2)).rejects.toMatchObject({
      code: 'feedback.questions-too-late',
    })
  })

  test('two offices that change them at once: one of them learns of the other', async () => {
    const both = await Promise.allSettled([change(after), change([waiting])])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
