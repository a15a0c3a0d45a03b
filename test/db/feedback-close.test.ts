import { afterEach, describe, expect, test } from 'vitest'
import { closeRound } from '../../db/feedback/close.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { remindOpen } from '../../db/feedback/remind.ts'
import { anAnswer, answersFor, aRound, type Round } from './feedback-round.ts'

let round: Round
afterEach(() => round.close())

const closed = expect.objectContaining({ code: 'feedback.round-closed' })
const close = (because: string | null) =>
  round.inSystem((tx) => closeRound(tx, round.roundId, because))
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('the close', () => {
  test('silence is recorded as no opinion, by name, and the year goes on to the revision', async () => {
    round = await aRound()
    await answersFor(round, 2)
    expect(await close('Đã đủ ý kiến')).toEqual({
      isClosed: true,
      answered: 1,
      spoke: 0,
      silent: 2,
    })
    const { rows } = await round.sql('select state from answer order by number')
    expect(rows.map(({ state }) => state)).toEqual(['NO_ANSWER', 'COUNTED', 'NO_ANSWER'])
    const after = await round.sql(`select (select phase from cycle) as phase,
      (select array_agg(distinct state) from plan) as plans,
      (select count(*)::int from task where kind = 'revision.consolidate' and done_at is null) as tasks,
      (select count(*)::int from task where object_type = 'answer' and done_at is null) as waiting`)
    expect(after.rows[0]).toEqual({
      phase: 'revision',
      plans: ['CONSOLIDATING'],
      tasks: 2,
      waiting: 0,
    })
  })

  test('closing twice changes nothing', async () => {
    round = await aRound()
    const first = await close('Đã đủ ý kiến')
    const count = `select (select count(*)::int from letter) letters, (select count(*)::int from task) tasks`
    const before = (await round.sql(count)).rows
    expect(await close(null)).toEqual(first)
    expect((await round.sql(count)).rows).toEqual(before)
  })

  test('the timer does not close while one unit still has time', async () => {
    round = await aRound({ dueInMs: 50, graceInMs: 50 })
    const { id } = await round.answerOf(3)
    await round.sql(
      `insert into extension (federation_id, round_id, unit_id, due_at, reason, granted_by)
       select federation_id, round_id, unit_id, now() + interval '1 day', 'Bão', $2 from answer where id = $1`,
      [id, round.federation.person('drafter').officialId],
    )
    await wait(150)
    expect(await close(null)).toMatchObject({ isClosed: false })
    expect(await round.inSystem((tx) => nextOfRound(tx, round.roundId))).toMatchObject({
      moment: 'close',
    })
    // the unit with more time answers in time, the others no more
    expect(await answersFor(round, 3)).toMatchObject({ isLate: false })
    await expect(answersFor(round, 1)).rejects.toEqual(closed)
  })

  test('after the due instant an answer is late, after the grace it is refused, to everybody', async () => {
    round = await aRound({ dueInMs: 1, graceInMs: 4_000 })
    await wait(20)
    expect(await answersFor(round, 1)).toMatchObject({ isLate: true })
    const { id } = await round.answerOf(2)
    await wait(Math.max(0, Date.parse(round.graceUntil) - Date.now()) + 20)
    for (const who of ['unit2.drafter', 'unit2.head'])
      await expect(
        round.by(who).does('answer.saved', {
          params: { answerId: id },
          body: { form: anAnswer(round) },
        }),
      ).rejects.toEqual(closed)
    expect(await close(null)).toEqual({ isClosed: true, answered: 1, spoke: 0, silent: 2 })
  })

  test('a signed answer cannot be taken back once the round has closed', async () => {
    round = await aRound()
    await answersFor(round, 1)
    const { id } = await round.answerOf(1)
    await close('Đã đủ ý kiến')
    await expect(
      round.by('unit1.head').does('answer.withdrawn', {
        params: { answerId: id },
        body: { reason: 'Sửa lại một câu.' },
      }),
    ).rejects.toEqual(closed)
  })

  test('an early close by the leader ends extensions and grace, with the reason in the register', async () => {
    round = await aRound()
    const { id } = await round.answerOf(1)
    await round.by('head').does('round.extended', {
      params: { roundId: round.roundId },
      body: { answerId: id, dueOn: workingDayAfter(round.dueAt), reason: 'Đang kiện toàn' },
    })
    const params = { roundId: round.roundId }
    const body = { reason: 'Các đơn vị chính đã trả lời' }
    await expect(round.by('head').does('round.closed', { params, body })).rejects.toMatchObject({
      code: 'grammar.not-your-role',
    })
    expect(await round.by('leader').does('round.closed', { params, body })).toMatchObject({
      answered: 0,
      silent: 3,
    })
    await expect(answersFor(round, 1)).rejects.toEqual(closed)
    const { rows } = await round.sql(
      `select actor_name, facts->>'reason' as reason from register_entry where deed = 'round.closed'`,
    )
    expect(rows).toEqual([{ actor_name: 'Đặng Hữu Nghĩa', reason: body.reason }])
  })
})

/** I6: whoever was acknowledged before the close is counted, nobody acknowledged after it. */
test('twelve presidents sign while the round closes: each is counted or refused, none both', async () => {
  round = await aRound({ unitCount: 12 })
  const units = Array.from({ length: 12 }, (_, index) => index + 1)
  for (const unit of units) {
    const { id } = await round.answerOf(unit)
    const params = { answerId: id }
    const drafter = round.by(`unit${unit}.drafter`)
    await drafter.does('answer.saved', { params, body: { form: anAnswer(round) } })
    await drafter.does('answer.sentOn', { params, revision: 1 })
  }
  const signing = units.map(async (unit) => {
    await wait(unit * 3)
    const { id } = await round.answerOf(unit)
    const done = round.by(`unit${unit}.head`).does('answer.signed', {
      params: { answerId: id },
      revision: 1,
    })
    return done.then(
      () => unit,
      (error: { code: string }) => {
        expect(error.code).toBe('feedback.round-closed')
        return null
      },
    )
  })
  await wait(25)
  const result = await close('Đóng giữa lúc đang ký')
  const acknowledged = (await Promise.all(signing)).filter((unit) => unit !== null)
  const { rows } = await round.sql(
    `select count(*) filter (where state = 'COUNTED')::int as counted,
       count(*) filter (where state = 'NO_ANSWER')::int as silent from answer`,
  )
  expect(rows[0]).toEqual({ counted: acknowledged.length, silent: 12 - acknowledged.length })
  expect(result.answered).toBe(acknowledged.length)
}, 60_000)

describe('the reminders of the process', () => {
  test('go to those still open, once for each moment', async () => {
    round = await aRound()
    await answersFor(round, 1)
    const remind = (moment: string) => round.inSystem((tx) => remindOpen(tx, round.roundId, moment))
    expect(await remind('D-5')).toEqual({ units: 2 })
    expect(await remind('D-5')).toEqual({ units: 0 })
    // the departments are told once whom their federation still waits for
    const told = await round.sql(
      `select o.full_name, l.params from letter l join official o on o.id = l.official_id
       where l.text_key = 'feedback.letters.stillSilent' order by o.full_name`,
    )
    expect(told.rows.map(({ full_name }) => full_name)).toContain('Vũ Thị Hồng Nhạn')
    expect(new Set(told.rows.map(({ params }) => params.units))).toEqual(new Set([2]))
    expect(told.rows[0].params.names).toBe(namesOf(round, [2, 3]))
    // one reminder in 24 hours, whatever the moment
    expect(await remind('D-1')).toEqual({ units: 0 })
    await round.sql(`update reminder set sent_at = now() - interval '25 hours'`)
    const { rows } = await round.sql('select count(*)::int as reminders from reminder')
    expect(rows[0].reminders).toBe(2)
  })
})

const namesOf = ({ federation }: Round, units: number[]) =>
  units.map((unit) => federation.units[unit - 1]?.name).join('; ')

function workingDayAfter(instant: string): string {
  const day = new Date(Date.parse(instant) + 86_400_000)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
