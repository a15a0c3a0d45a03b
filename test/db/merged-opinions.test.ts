import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asPerson, type Entered } from '../../db/context.ts'
import { mergerPreviewOf } from '../../db/federation/merger-preview.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { takenOverOpinionsOf } from '../../db/feedback/taken-over-opinions.ts'
import { commentsOnPlan } from '../../db/revision/comments.ts'
import { addDays, dayOfInstant } from '../../domain/grammar/day.ts'
import { sayDeed } from '../../domain/text/say-deed.ts'
import { vi } from '../../domain/text/vi.ts'
import { aRound, type Round } from './feedback-round.ts'

let round: Round
let conferenceId: string
beforeEach(async () => {
  round = await aRound({ unitCount: 4 })
  await round.sql(`update round set kinds = '{WRITTEN,CONFERENCE}'`)
  const on = addDays(dayOfInstant(new Date()), 3)
  const [chairId, secretaryId] = ['leader', 'drafter'].map(
    (name) => round.federation.person(name).officialId,
  )
  const body = { on, from: '08:00', to: '11:00', place: 'A', agenda: 'A', chairId, secretaryId }
  const params = { roundId: round.roundId, kind: 'CONFERENCE' }
  const set = await round.by('drafter').does('conference.set', { params, body })
  conferenceId = String(set.conferenceId)
  await round.sql(
    `update conference set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'`,
  )
})
afterEach(() => round.close())

const unitId = (unit: number) => round.federation.units[unit - 1]?.id ?? ''
const record = async (unit: number, words = 'Thêm lớp buổi tối') => {
  const place = { placeKind: 'CLAUSE', placeCode: 'I.1', kind: 'PROPOSAL' }
  const { opinionId } = await round.by('drafter').does('opinion.recorded', {
    params: { conferenceId },
    body: { unitId: unitId(unit), planId: round.training, ...place, words },
  })
  return String(opinionId)
}
const hasSigned = (unit: number) =>
  round.sql(
    `update answer set state = 'SUBMITTED', version = 1, submitted_at = now() where unit_id = $1`,
    [unitId(unit)],
  )
const merge = async (unit: number, heir: number) => {
  const { rows } = await round.sql('select revision from unit where id = $1', [unitId(unit)])
  return round.by('admin').does('unit.merged', {
    params: { unitId: unitId(unit) },
    body: {
      successorId: unitId(heir),
      lastDay: dayOfInstant(new Date()),
      basis: 'Quyết định số 10/QĐ-LĐLĐ',
    },
    revision: rows[0].revision,
  })
}
const reads = <T>(name: string, work: (entered: Entered) => Promise<T>) =>
  asPerson(round.db, round.federation.person(name).accountId, work)
const takenOver = (name: string) => reads(name, (entered) => takenOverOpinionsOf(entered, 2027))
const rowsOf = async (statement: string) => (await round.sql(statement)).rows
const decide = (name: string, deed: string, opinionId: string) =>
  round.by(name).does(deed, { params: { opinionId }, body: { words: null } })
const waiting = () =>
  rowsOf(
    `select unit_id, link from task where kind = 'feedback.confirmOpinion' and done_at is null`,
  )

describe('a unit that had signed and spoke is merged away', () => {
  test('its successor is asked, confirms, and the register says for whom', async () => {
    const opinionId = await record(1)
    await hasSigned(1)
    const preview = await reads('admin', ({ tx }) =>
      mergerPreviewOf(tx, { unitId: unitId(1), successorId: unitId(2) }),
    )
    expect(preview).toMatchObject({ opinions: 1, finished: 1 })
    await merge(1, 2)
    const link = '/cycles/2027/feedback/taken-over-opinions'
    expect(await waiting()).toEqual([{ unit_id: unitId(2), link }])
    const letters = await rowsOf(
      `select p.unit_id, l.link from letter l join official p on p.id = l.official_id
       where text_key = 'feedback.letters.opinionsHandedOver'`,
    )
    expect(letters).toEqual([
      { unit_id: unitId(2), link },
      { unit_id: unitId(2), link },
    ])
    expect((await takenOver('unit2.head')).opinions).toMatchObject([
      { opinionId, unitName: 'Công đoàn phường Số 1', standing: 'RECORDED' },
    ])
    expect((await takenOver('unit3.head')).opinions).toEqual([])
    for (const [who, code] of [
      ['unit2.drafter', 'grammar.not-your-role'],
      ['unit3.head', 'grammar.not-found'],
    ] as const)
      await expect(decide(who, 'opinion.confirmed', opinionId)).rejects.toMatchObject({ code })

    await decide('unit2.head', 'opinion.confirmed', opinionId)
    const comments = await round.inSystem((tx) => commentsOnPlan(tx, round.training))
    expect(comments).toMatchObject([
      { text: 'Thêm lớp buổi tối', unitId: unitId(2), number: 'GY-2027-0001' },
    ])
    expect(await waiting()).toEqual([])
    const [entry] = await rowsOf(
      `select unit_id, facts from register_entry where deed = 'opinion.confirmed'`,
    )
    expect(entry.unit_id).toBe(unitId(2))
    expect(sayDeed(vi, 'opinion.confirmed', entry.facts)).toContain(
      'là của Công đoàn phường Số 1, nay thuộc Công đoàn phường Số 2',
    )
    expect(
      await rowsOf(`select facts from register_entry where deed = 'opinion.handedOver'`),
    ).toEqual([
      { facts: expect.objectContaining({ opinions: 1, successor: 'Công đoàn phường Số 2' }) },
    ])
  })

  test('and its successor too, whoever is asked last decides, also what is taken down later', async () => {
    const opinionId = await record(1)
    await hasSigned(1)
    await hasSigned(2)
    await merge(1, 2)
    await merge(2, 3)
    const later = await record(1, 'Nói sau khi đã sáp nhập')
    expect((await takenOver('unit3.head')).opinions.map((one) => one.opinionId)).toEqual([
      opinionId,
      later,
    ])
    expect(await waiting()).toHaveLength(1)
    await decide('unit3.head', 'opinion.disowned', opinionId)
    expect(await waiting()).toHaveLength(1)
    await decide('unit3.head', 'opinion.confirmed', later)
    expect(await waiting()).toEqual([])
  })

  test('until the round closes; what was decided before stays with the old name', async () => {
    const [first, second] = [await record(1), await record(1, 'Thêm kinh phí')]
    await hasSigned(1)
    await decide('unit1.head', 'opinion.confirmed', first)
    await merge(1, 2)
    expect((await takenOver('unit2.head')).opinions.map((one) => one.opinionId)).toEqual([second])
    await round.inSystem((tx) => closeRound(tx, round.roundId, 'Đã đủ'))
    expect((await takenOver('unit2.head')).opinions).toMatchObject([{ standing: 'LAPSED' }])
    await expect(decide('unit2.head', 'opinion.confirmed', second)).rejects.toMatchObject({
      code: 'feedback.round-closed',
    })
  })
})

test('where the successor answers itself, what the unit said goes to it all the same', async () => {
  const opinionId = await record(1)
  await merge(1, 2)
  expect((await round.answerOf(1)).state).toBe('EXCUSED')
  await decide('unit2.head', 'opinion.confirmed', opinionId)
  expect(await waiting()).toEqual([])
})

test('where the answer goes along, what was said stands beside it', async () => {
  await round.sql('delete from task where unit_id = $1', [unitId(4)])
  await round.sql('delete from answer where unit_id = $1', [unitId(4)])
  const opinionId = await record(1)
  await merge(1, 4)
  expect((await takenOver('unit4.head')).opinions).toEqual([])
  const { opinions } = await reads('unit4.head', (entered) => myAnswer(entered, 2027))
  expect(opinions).toMatchObject([{ opinionId }])
  expect(await waiting()).toEqual([{ unit_id: unitId(4), link: '/cycles/2027/feedback' }])
  await decide('unit4.head', 'opinion.confirmed', opinionId)
})
