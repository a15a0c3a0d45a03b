import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import type { Tx } from '../../db/database.ts'
import { paperOfAnswer } from '../../db/feedback/answer-paper.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { outcomesOf } from '../../db/feedback/outcomes.ts'
import { reopeningPreviewOf } from '../../db/feedback/reopen.ts'
import { consolidationPaperOf } from '../../db/revision/consolidation-paper.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'
import { completeForm } from '../setup/year-walk.ts'

const planYear = 2027
const reason = 'Dự thảo đã sửa nhiều mục'

let desk: RevisionDesk
let first: string
let second: string
beforeAll(async () => {
  desk = await openRevisionDesk({ comments: 2 })
  first = String((await desk.asOwner('select id from round'))[0]?.id)
  const { federationId, units } = desk.federation
  await desk.asOwner(
    `insert into answer (federation_id, round_id, unit_id, unit_path, number, state)
     values ($1, $2, $3, $4::ltree, 'GY-2027-0002', 'NO_ANSWER')`,
    [federationId, first, units[1]?.id, units[1]?.path],
  )
})
afterAll(() => desk?.close())

const inSystem = <T>(work: (tx: Tx) => Promise<T>) =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, work)
const reopen = (body: object = {}, roundId = first, who = 'leader') =>
  desk.does(who, routes.reopen, { params: { roundId }, body: { reason, graceDays: 1, ...body } })
const row = async (statement: string, values: unknown[] = []) =>
  (await desk.asOwner(statement, values))[0]
const rowsOfFirst = () =>
  row(
    `select (select md5(string_agg(a::text, '|' order by a.id)) from answer a where a.round_id = $1) as answers,
      (select md5(string_agg(v::text, '|')) from answer_version v join answer a on a.id = v.answer_id
        where a.round_id = $1) as signed,
      (select md5(string_agg(c::text, '|' order by c.id)) from comment c where c.round_id = $1) as comments,
      (select md5(r::text) from round r where r.id = $1) as round`,
    [first],
  )
const own = (who = 'unit1.drafter') => desk.reads(who, (entered) => myAnswer(entered, planYear))
const nothingToKeep = { faults: [{ code: 'feedback.nothing-to-keep', at: '/keeps' }] }
const board = (round?: number, who = 'leader') =>
  desk.reads(who, (entered) =>
    boardOf(entered, { planYear, round, status: 'all', page: 1, size: 50 }),
  )
const reopeningOn = async (...which: Parameters<typeof board>) =>
  (await board(...which)).allowedActions.find(({ deed }) => deed === 'round.reopened')
const decided = async (index: number) => {
  const { comments } = await desk.consolidation()
  return desk.does('drafter', revisionRoutes.disposeComment, {
    params: { commentId: comments[index]?.id ?? '' },
    body: { disposition: 'ACCEPTED', changedPlaces: ['II.1'] },
  })
}
const outcomes = async () => {
  const answerId = String((await row(`select id from answer where number = 'GY-2027-0001'`))?.id)
  return desk.reads('unit1.drafter', ({ tx }) => outcomesOf(tx, answerId))
}

describe('before the units are asked once more', () => {
  test('the leader alone may do it, to a working day, while a draft is being revised', async () => {
    for (const who of ['head', 'drafter', 'member1'])
      await expect(reopen({}, first, who)).rejects.toMatchObject({ code: 'grammar.not-your-role' })
    await expect(reopen({ dueOn: '2030-01-05' })).rejects.toMatchObject({
      code: 'draft.due-on-day-off',
      faults: [{ at: '/dueOn' }],
    })
    await desk.asOwner(`update plan set state = 'CHECKING' where id = $1`, [desk.planId])
    await expect(reopen()).rejects.toMatchObject({ code: 'feedback.nothing-to-reopen' })
    expect(await reopeningOn()).toMatchObject({ because: 'feedback.nothing-to-reopen' })
    await desk.asOwner(`update plan set state = 'CONSOLIDATING' where id = $1`, [desk.planId])
    expect(await reopeningOn()).toMatchObject({ allowed: true })
    expect(await reopeningOn(undefined, 'head')).toMatchObject({ because: 'grammar.not-your-role' })
  })

  test('it says who would be asked, on which version, and what still waits', async () => {
    await decided(0)
    const found = await desk.reads('leader', (entered) =>
      reopeningPreviewOf(entered, { roundId: first, graceDays: 1 }),
    )
    expect(found).toMatchObject({
      unitCount: 2,
      plans: [{ planId: desk.planId, version: 2 }],
      workingDays: 10,
      openComments: 1,
      obstacles: [],
    })
    expect(found.unitNames).toHaveLength(2)
  })
})

describe('the units are asked once more', () => {
  test('the next version goes out to those who were asked, and the first answers stay to the byte', async () => {
    await desk.asOwner(
      `update clause set text = 'Mở 3 lớp.' where plan_id = $1 and code = 'II.1'`,
      [desk.planId],
    )
    expect((await outcomes()).comments.map(({ answer }) => answer)).toEqual([null, null])
    const before = await rowsOfFirst()
    const { roundId, plans } = await reopen()
    second = roundId
    expect(plans).toEqual([{ planId: desk.planId, version: 2 }])
    expect(await inSystem((tx) => openObligations(tx, second))).toEqual({ units: 2 })
    expect(await rowsOfFirst()).toEqual(before)
    expect(
      await row(
        `select c.phase, p.state, r.number, r.state as round, r.reopens, r.reopened_because as because,
           (select array_agg(number order by number) from answer where round_id = r.id) as numbers,
           (select array_agg(kind order by kind) from task where object_id = p.id and done_at is null) as of_plan,
           (select count(*)::int from process_request where input ->> 'roundId' = r.id::text) as started
         from cycle c, plan p, round r where r.id = $1`,
        [second],
      ),
    ).toEqual({
      phase: 'feedback',
      state: 'CONSULTING',
      number: 2,
      round: 'OPEN',
      reopens: first,
      because: reason,
      numbers: ['GY-2027-0003', 'GY-2027-0004'],
      of_plan: null,
      started: 1,
    })
  })

  test('the letters and tasks say on which draft, and the register why', async () => {
    const letter = await row(
      `select text_key, params from letter where event_key = $1 order by id limit 1`,
      [`round/${second}/opened`],
    )
    expect(letter).toMatchObject({
      text_key: 'feedback.letters.invitedAgain',
      params: { draft: 2, reason, planYear },
    })
    const task = await row(
      `select params from task where kind = 'feedback.answer' and done_at is null limit 1`,
    )
    expect(task?.params).toMatchObject({ again: 'AGAIN', draft: 2 })
    const entry = await row(
      `select object_id, facts from register_entry where deed = 'round.reopened'`,
    )
    expect(entry).toMatchObject({ object_id: second, facts: { reason, units: 2, draft: 2 } })
  })

  test('the calendar keeps the first opening and moves the last day, and what builds on it', async () => {
    const days = await desk.asOwner(
      `select m.moment, m.day::text as day from cycle_moment m where m.moment in
         ('consultationOpens', 'consultationDue', 'consultationGraceOver', 'consolidationDue')`,
    )
    const of = Object.fromEntries(days.map(({ moment, day }) => [moment, String(day)]))
    const round = await row('select due_at, grace_until from round where id = $1', [second])
    const on = (at: unknown) => String(dayOfInstant(new Date(String(at))))
    expect(of.consultationDue).toBe(on(round?.due_at))
    expect(of.consultationGraceOver).toBe(on(round?.grace_until))
    expect(of.consultationOpens).toBe(String(dayOfInstant(new Date())))
    expect(String(of.consolidationDue) >= String(of.consultationGraceOver)).toBe(true)
  })

  test('the unit reads its first answer beside an empty new one, and what was decided by then', async () => {
    const view = await own()
    expect(view).toMatchObject({
      state: 'NOT_OPENED',
      number: 'GY-2027-0003',
      earlier: { number: 'GY-2027-0001', draft: 1, state: 'COUNTED' },
      plans: [{ version: 2 }],
      form: { comments: {} },
    })
    const [answered, open] = (await outcomes()).comments
    expect(answered?.answer).toMatchObject({ changes: [{ placeCode: 'II.1', version: 2 }] })
    expect(open?.answer).toBeNull()
  })

  test('the board shows the latest round, with the way to the first', async () => {
    expect(await board()).toMatchObject({ number: 2, rounds: 2, state: 'OPEN', found: 2 })
    expect(await board(1)).toMatchObject({ number: 1, rounds: 2, state: 'CLOSED', found: 2 })
  })

  test('nothing is disposed and nothing goes on while they answer', async () => {
    await expect(decided(1)).rejects.toMatchObject({ code: 'grammar.wrong-state' })
    await expect(desk.submit()).rejects.toMatchObject({ code: 'grammar.wrong-state' })
  })
})

describe('after the second close', () => {
  /** A form that holds to what the unit said under this number is written and sent on. */
  const holdingTo = async (who: string, keeps: string, revision = 0) => {
    const view = await own(who)
    const params = { answerId: view.answerId }
    const body = { form: { ...completeForm(view), keeps } }
    await desk.does(who, routes.save, { params, body }, { revision })
    await desk.does(who, routes.sendOn, { params, body: {} }, { revision: revision + 1 })
    return { view, params }
  }

  test('who was silent the first time has nothing to hold to', async () => {
    await expect(holdingTo('unit2.drafter', 'GY-2027-0002')).rejects.toMatchObject(nothingToKeep)
  })

  test('the opinions of both stand side by side, told apart, and what was decided stays', async () => {
    await expect(holdingTo('unit1.drafter', 'GY-2027-0002')).rejects.toMatchObject(nothingToKeep)
    const { view, params } = await holdingTo('unit1.drafter', 'GY-2027-0001', 1)
    await desk.does('unit1.head', routes.sign, { params, body: {} }, { revision: 2 })
    const signed = await desk.reads('unit1.head', ({ tx }) => paperOfAnswer(tx, view.answerId))
    expect(signed.opening.at(-1)).toBe('Đơn vị giữ nguyên ý kiến tại Phiếu góp ý số GY-2027-0001.')
    const before = await rowsOfFirst()
    await inSystem((tx) => closeRound(tx, second, 'Đã đủ ý kiến'))
    expect(await rowsOfFirst()).toEqual(before)
    const found = await desk.consolidation()
    expect(found.comments.map(({ round, isDisposed }) => [round, isDisposed])).toEqual([
      [1, true],
      [1, false],
      [2, false],
    ])
    expect(found.places.map(({ round, code, total }) => [round, code, total])).toEqual([
      [1, 'II.1', 2],
      [2, 'II.1', 1],
    ])
    expect(found.places.map(({ consulted }) => consulted)).toEqual([
      expect.not.stringContaining('Mở 3 lớp.'),
      'Mở 3 lớp.',
    ])
    expect(found.rounds).toMatchObject([
      { number: 1, version: 1, invited: 2, answered: 1 },
      { number: 2, version: 2, invited: 2, answered: 1, keeps: 1 },
    ])
    expect(found.totals).toMatchObject({ comments: 3, disposed: 1 })
    expect(found.requests.map(({ round }) => round)).toEqual([1, 2])
    expect(await row('select phase from cycle')).toEqual({ phase: 'revision' })
  })

  test('so does the paper', async () => {
    const paper = await desk.reads('drafter', (entered) =>
      consolidationPaperOf(entered, desk.planId),
    )
    expect(paper.opening).toMatch(
      /lần 1, đóng ngày .*1\/2 .*lần 2, đóng ngày .*1\/2 .*Cả hai đợt: 3 ý kiến/,
    )
    expect(paper.places.map(({ name }) => name)).toEqual([
      expect.stringMatching(/II\.1.*\(lần 1\)$/),
      expect.stringMatching(/II\.1.*\(lần 2\)$/),
    ])
    expect(paper.totals.map(({ heading }) => heading)).toEqual([
      'Đơn vị, lần 1',
      'Ý kiến chung của đơn vị, lần 1',
      'Đơn vị, lần 2',
      'Ý kiến chung của đơn vị, lần 2',
      'Hướng xử lý 3 ý kiến',
    ])
  })

  test('a second time is refused with its reason, from either round', async () => {
    for (const roundId of [first, second])
      await expect(reopen({}, roundId)).rejects.toMatchObject({ code: 'feedback.reopened-once' })
    expect(await reopeningOn()).toMatchObject({ allowed: false, because: 'feedback.reopened-once' })
  })

  test('what is decided now waits for the next version, and the plan for every opinion', async () => {
    await decided(1)
    expect((await outcomes()).comments.map(({ answer }) => answer !== null)).toEqual([true, false])
    await expect(desk.submit()).rejects.toMatchObject({
      code: 'revision.not-finished',
      faults: expect.arrayContaining([
        expect.objectContaining({ code: 'revision.comments-open', params: { count: 1 } }),
        expect.objectContaining({ code: 'revision.requests-open', params: { count: 2 } }),
      ]),
    })
    await decided(2)
    for (const { id, assigned } of (await desk.consolidation()).requests)
      await desk.does('drafter', revisionRoutes.decideRequest, {
        params: { requestId: id },
        body: { outcome: 'NOT_ACCEPTED', granted: assigned, explanation: 'Giữ chỉ tiêu đã giao' },
      })
    await desk.submit()
    expect(await row('select state, published_version from plan')).toEqual({
      state: 'CHECKING',
      published_version: 3,
    })
    expect((await outcomes()).comments.every(({ answer }) => answer !== null)).toBe(true)
  })
})

test('a year whose round is open cannot be published a third time', async () => {
  const given = { params: { planYear }, body: { graceDays: 0 } }
  const again = desk.does('leader', draftRoutes.publish, given)
  await expect(again).rejects.toMatchObject({ code: 'grammar.wrong-state' })
})
