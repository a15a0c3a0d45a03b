import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asPerson, type Entered } from '../../db/context.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { calendarOfAnswer } from '../../db/feedback/answer-calendar.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { paperOfConference } from '../../db/feedback/conference-paper.ts'
import { conferencesOf } from '../../db/feedback/conferences.ts'
import { comeToMomentOfRound } from '../../db/feedback/moments.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { commentsOnPlan } from '../../db/revision/comments.ts'
import { consolidationOf } from '../../db/revision/consolidation.ts'
import { addDays, dayOfInstant } from '../../domain/grammar/day.ts'
import { aRound, type Round } from './feedback-round.ts'

let round: Round
beforeEach(async () => {
  round = await aRound({ unitCount: 3 })
  await round.sql(`update round set kinds = '{WRITTEN,CONFERENCE}'`)
})
afterEach(() => round.close())

const inDays = (days: number) => addDays(dayOfInstant(new Date().toISOString()), days)
const officer = (name: string) => round.federation.person(name).officialId

const meeting = (change: object = {}) => ({
  on: inDays(3),
  from: '08:00',
  to: '11:00',
  place: 'Hội trường A',
  agenda: 'Góp ý\nKết luận',
  chairId: officer('leader'),
  secretaryId: officer('drafter'),
  ...change,
})

const set = (body: object = meeting(), revision = 0) =>
  round.by('drafter').does('conference.set', {
    params: {
      roundId: round.roundId,
      kind: 'CONFERENCE',
    },
    body,
    revision,
  })

/** It began three hours ago, which after midnight is yesterday. */
const heldOn = () => dayOfInstant(new Date(Date.now() - 3 * 3_600_000))

/** It has been held, and is over. */
async function held(): Promise<string> {
  const { conferenceId } = await set()
  await round.sql(
    `update conference set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'`,
  )
  return String(conferenceId)
}

const opinion = (change: object = {}) => ({
  unitId: round.federation.units[0]?.id,
  planId: round.training,
  placeKind: 'CLAUSE',
  placeCode: 'I.1',
  kind: 'PROPOSAL',
  words: 'Thêm lớp buổi tối',
  ...change,
})

const record = (conferenceId: string, body: object = opinion(), key = randomUUID()) =>
  round.by('drafter').does('opinion.recorded', { params: { conferenceId }, body, key })

const reads = <T>(name: string, work: (entered: Entered) => Promise<T>) =>
  asPerson(round.db, round.federation.person(name).accountId, work)
const page = () => reads('drafter', (entered) => conferencesOf(entered, 2027))
const ofUnit = (name = 'unit1.head') => reads(name, (entered) => myAnswer(entered, 2027))
const rowsOf = async (statement: string) => (await round.sql(statement)).rows

describe('a conference is set', () => {
  test('everybody invited is told and sees it; anew it is told as a change, and never earlier', async () => {
    await set()
    const letters = `select distinct text_key, count(*)::int from letter
      where text_key like 'feedback.letters.conference%' group by 1 order by 1`
    expect(await rowsOf(letters)).toEqual([
      { text_key: 'feedback.letters.conferenceSet', count: 6 },
    ])
    expect((await ofUnit()).conferences).toMatchObject([
      { place: 'Hội trường A', kind: 'CONFERENCE' },
    ])
    await expect(set(meeting({ on: inDays(2) }), 1)).rejects.toMatchObject({
      faults: [{ code: 'feedback.meeting-only-later', at: '/on' }],
    })
    await set(meeting({ on: inDays(4), place: 'Hội trường B' }), 1)
    expect(await rowsOf(letters)).toHaveLength(2)
    await expect(set(meeting(), 1)).rejects.toMatchObject({ code: 'grammar.edited-meanwhile' })
    const { answerId } = await ofUnit()
    const { text } = await reads('unit1.head', ({ tx }) => calendarOfAnswer(tx, answerId, 'vi'))
    expect(text).toContain('LOCATION:Hội trường B')
    expect(text).toContain('SEQUENCE:2')
  })

  test('before the deadline, with two people, and only in a round that is held so', async () => {
    const refused = async (body: object) =>
      set(body).then(
        () => 'set',
        (refusal: { faults: { code: string }[] }) => refusal.faults.map(({ code }) => code),
      )
    expect(await refused(meeting({ on: inDays(30) }))).toEqual(['feedback.meeting-after-due'])
    expect(await refused(meeting({ on: inDays(-1) }))).toEqual(['feedback.meeting-gone-by'])
    expect(await refused(meeting({ secretaryId: officer('leader') }))).toEqual([
      'feedback.meeting-one-person',
    ])
    expect(await refused(meeting({ secretaryId: officer('unit1.head') }))).toEqual([
      'feedback.meeting-secretary-unknown',
    ])
    await round.sql(`update round set kinds = '{WRITTEN}'`)
    await expect(set()).rejects.toMatchObject({ code: 'feedback.round-without-meeting' })
  })
})

describe('an opinion is taken down', () => {
  test('from the day of the conference on', async () => {
    const { conferenceId } = await set()
    await expect(record(String(conferenceId))).rejects.toMatchObject({
      code: 'feedback.meeting-not-begun',
    })
  })

  test('once by its key; the unit gets one line in its inbox and a letter for each', async () => {
    const conferenceId = await held()
    const key = randomUUID()
    await record(conferenceId, opinion(), key)
    await record(conferenceId, opinion(), key)
    await record(conferenceId, opinion({ words: 'Thêm kinh phí' }))
    const [view] = (await page()).meetings
    expect(view?.conference?.opinions).toHaveLength(2)
    expect(
      await rowsOf(`select 1 from task where kind = 'feedback.confirmOpinion' and done_at is null`),
    ).toHaveLength(1)
    expect(
      await rowsOf(`select 1 from letter where text_key = 'feedback.letters.opinionRecorded'`),
    ).toHaveLength(4)
    await expect(record(conferenceId, opinion({ placeCode: 'IX.9' }))).rejects.toMatchObject({
      code: 'feedback.wrong-place',
    })
    await expect(record(conferenceId, opinion({ unitId: randomUUID() }))).rejects.toMatchObject({
      code: 'feedback.not-invited',
    })
  })

  test('confirmed in its own words it is an opinion of the unit, with where it was said', async () => {
    const conferenceId = await held()
    const { opinionId } = await record(conferenceId)
    const head = round.by('unit1.head')
    const confirmed = { params: { opinionId }, body: { words: 'Thêm hai lớp buổi tối' } }
    const comments = () => round.inSystem((tx) => commentsOnPlan(tx, round.training))
    expect(await comments()).toEqual([])
    await expect(
      round.by('unit1.drafter').does('opinion.confirmed', confirmed),
    ).rejects.toMatchObject({ code: 'grammar.not-your-role' })
    await head.does('opinion.confirmed', confirmed)
    expect(await comments()).toMatchObject([
      {
        text: 'Thêm hai lớp buổi tối',
        placeCode: 'I.1',
        origin: { kind: 'CONFERENCE', heldOn: heldOn() },
      },
    ])
    await expect(head.does('opinion.disowned', { params: { opinionId } })).rejects.toMatchObject({
      code: 'grammar.wrong-state',
    })
    expect(
      await rowsOf(`select 1 from task where kind = 'feedback.confirmOpinion' and done_at is null`),
    ).toEqual([])
  })

  test('of two decisions at once one counts', async () => {
    const { opinionId } = await record(await held())
    const head = round.by('unit1.head')
    const settled = await Promise.allSettled([
      head.does('opinion.confirmed', { params: { opinionId }, body: { words: null } }),
      head.does('opinion.disowned', { params: { opinionId } }),
    ])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('what is not confirmed by the close is nobody’s, and stays in the minutes', async () => {
    const conferenceId = await held()
    const { opinionId } = await record(conferenceId)
    await record(conferenceId, opinion({ unitId: round.federation.units[1]?.id }))
    await round
      .by('unit1.head')
      .does('opinion.confirmed', { params: { opinionId }, body: { words: null } })
    await round.inSystem((tx) => closeRound(tx, round.roundId, 'Đã đủ'))
    const late = (await ofUnit('unit2.head')).opinions
    expect(late).toMatchObject([{ standing: 'LAPSED' }])
    await expect(
      round.by('unit2.head').does('opinion.confirmed', {
        params: { opinionId: late[0]?.opinionId },
        body: { words: null },
      }),
    ).rejects.toMatchObject({ code: 'feedback.round-closed' })
    const silent = await rowsOf(`select distinct unit_id from letter
      where text_key = 'feedback.letters.silent'`)
    expect(silent.map(({ unit_id }) => unit_id)).not.toContain(round.federation.units[0]?.id)
    expect(silent).toHaveLength(2)
    const board = await reads('drafter', (entered) =>
      boardOf(entered, { planYear: 2027, status: 'spoke', page: 1, size: 50 }),
    )
    expect(board.counts).toMatchObject({ sent: 0, spoke: 1, silent: 2 })
    expect(board.rows).toMatchObject([{ status: 'spoke', unitName: 'Công đoàn phường Số 1' }])
    const told = `select distinct params from letter where text_key like 'feedback.letters.closed%'`
    expect(await rowsOf(told)).toMatchObject([
      { params: { units: 3, answered: 0, spoke: 1, silent: 2 } },
    ])
    const table = await reads('drafter', (entered) => consolidationOf(entered, round.training))
    expect(table.rounds).toMatchObject([{ invited: 3, answered: 0, spoke: 1 }])
    await round.by('drafter').does('conference.minutesDrawn', { params: { conferenceId } })
    const paper = await reads('drafter', ({ tx }) => paperOfConference(tx, conferenceId))
    const spoken = paper.sections[2]
    expect(spoken?.table?.rows.map((row) => row.at(-1))).toEqual(['Đã xác nhận', 'Chưa xác nhận'])
    expect(spoken?.paragraphs[0]).toContain('thì không tính là ý kiến của đơn vị')
  })
})

describe('minutes', () => {
  const sign = async (name: string) => {
    const { conference } = (await page()).meetings[0] ?? {}
    const { number, contentSha256 } = conference?.minutes ?? {}
    return round.by(name).does('conference.minutesSigned', {
      params: { conferenceId: conference?.conferenceId },
      body: { number, contentSha256 },
    })
  }

  test('are signed by both, over what was recorded, and then nothing is recorded any more', async () => {
    const conferenceId = await held()
    const { opinionId } = await record(conferenceId)
    const unitId = round.federation.units[0]?.id
    const attend = (state: string) =>
      round.by('drafter').does('conference.attended', {
        params: { conferenceId },
        body: { marks: [{ unitId, state, representative: state === 'PRESENT' ? 'Bà Hoa' : null }] },
      })
    await attend('ABSENT')
    await round.by('drafter').does('conference.minutesDrawn', { params: { conferenceId } })
    await attend('PRESENT')
    await expect(sign('drafter')).rejects.toMatchObject({ code: 'feedback.minutes-outdated' })
    await round.by('drafter').does('conference.minutesDrawn', { params: { conferenceId } })
    expect(await sign('drafter')).toMatchObject({ state: 'OPEN' })
    await expect(sign('drafter')).rejects.toMatchObject({ code: 'feedback.minutes-signed-already' })
    await expect(sign('head')).rejects.toMatchObject({ code: 'grammar.not-your-role' })
    await expect(
      round.by('drafter').does('conference.minutesDrawn', { params: { conferenceId } }),
    ).rejects.toMatchObject({ code: 'feedback.minutes-under-signature' })
    // whose it is, the unit goes on saying under the signatures
    await round.by('unit1.head').does('opinion.disowned', { params: { opinionId } })
    expect(await sign('leader')).toMatchObject({ state: 'CLOSED' })
    await expect(record(conferenceId)).rejects.toMatchObject({ code: 'grammar.wrong-state' })
    expect(await rowsOf(`select 1 from conference_signature`)).toHaveLength(2)
  })

  test('are asked for when it ends and reminded of on their last morning, each once', async () => {
    const conferenceId = await held()
    const next = () => round.inSystem((tx) => nextOfRound(tx, round.roundId))
    const come = (moment: string) =>
      round.inSystem((tx) => comeToMomentOfRound(tx, round.roundId, moment))
    expect(await next()).toMatchObject({ moment: `over/${conferenceId}` })
    await come(`over/${conferenceId}`)
    await come(`over/${conferenceId}`)
    const tasks = `select official_id from task where kind = 'feedback.minutes' and done_at is null`
    expect(await rowsOf(tasks)).toEqual([{ official_id: officer('drafter') }])
    await round.inSystem((tx) => closeRound(tx, round.roundId, 'Đã đủ'))
    // the process lives on after the close until the minutes are made
    expect(await next()).toMatchObject({ moment: `minutes/${conferenceId}` })
    expect(await rowsOf(tasks)).toHaveLength(1)
    await come(`minutes/${conferenceId}`)
    await come(`minutes/${conferenceId}`)
    expect(
      await rowsOf(`select 1 from letter where text_key = 'feedback.letters.minutesDue'`),
    ).toHaveLength(2)
    expect(await next()).toBeNull()
  })
})
