import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { previewConsultation } from '../../db/draft/consultation.ts'
import { readVersion } from '../../db/draft/published-version.ts'
import { freezeVersion } from '../../db/draft/version.ts'
import { readWorkingPlan } from '../../db/draft/working-plan.ts'
import { sha256Of } from '../../db/canonical.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { addDays, dayOfInstant, timeOfInstant, weekdayOf } from '../../domain/grammar/day.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'

const planYear = 2027
let desk: Desk
let planId: string
beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.openYear(planYear)
  planId = await writeSmallPlan(desk, planYear)
})
afterEach(() => desk.close())

const plan = () => desk.reads('leader', ({ tx, caller }) => readWorkingPlan(tx, caller, planId))
const sendOn = () => desk.does('drafter', routes.sendOn, { params: { planId } })
const forward = () => desk.does('head', routes.forward, { params: { planId } })
const publish = (body: { graceDays?: number; dueOn?: string } = {}) =>
  desk.does('leader', routes.publish, {
    params: { planYear },
    body,
  })
const openTasks = () =>
  desk.asOwner('select kind, role from task where done_at is null and object_id = $1', [planId])

describe('on the way to the leader', () => {
  test('a plan that lacks something is refused with every place at once', async () => {
    const { head, classLines } = await plan()
    const { revision, ...form } = head
    await desk.does(
      'drafter',
      routes.editHead,
      { params: { planId }, body: { ...form, headlineTrainees: 200, recipients: [] } },
      { revision },
    )
    const line = classLines[0]
    const { id: _, code: __, revision: ___, lastYearSeats: ____, ...rest } = line ?? never()
    const { lastYearDone: _____, lastYearBudgetDong: ______, ...lineForm } = rest
    await desk.does(
      'drafter',
      routes.editLine,
      {
        params: { lineId: line?.id ?? '' },
        body: { ...lineForm, audience: 'Cán bộ nhiệm kỳ 2018-2923', leadUnit: '' },
      },
      { revision: 1 },
    )
    const refusal = await sendOn().catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'draft.not-complete',
      faults: [
        { code: 'draft.no-recipient', at: '/recipients' },
        { code: 'draft.line-incomplete', at: '/classLines/0/leadUnit' },
        { code: 'draft.totals-differ', params: { lines: 196, headline: 200 } },
        { code: 'federation.term-not-five-years', at: '/classLines/0/audience' },
      ],
    })
    expect((await plan()).obstacles).toHaveLength(4)
  })

  test('from the drafter to the head and the leader, each with a task and a letter', async () => {
    await sendOn()
    expect(await openTasks()).toEqual([{ kind: 'draft.check', role: 'departmentHead' }])
    expect((await plan()).waitsFor).toEqual([{ role: 'departmentHead', name: 'Vũ Thị Hồng Nhạn' }])
    await forward()
    expect(await openTasks()).toEqual([{ kind: 'draft.publish', role: 'committeeLeader' }])
    const letters = await desk.asOwner('select text_key from letter order by created_at')
    expect(letters.map(({ text_key }) => text_key)).toEqual([
      'draft.letters.sentOn',
      'draft.letters.forwarded',
    ])
  })

  test('a share of people has its denominator when it goes on; one of enterprises has none', async () => {
    const share = {
      clauseCode: 'II.1',
      kind: 'PERCENT',
      value: 100,
      minValue: null,
      maxValue: null,
      formula: null,
      measure: 'certified',
      period: 'YEAR',
      isAllocated: false,
    } as const
    const people = { ...share, text: 'Chuyên trách', measuredIn: 'người' }
    const firms = { ...share, text: 'Doanh nghiệp', measuredIn: 'doanh nghiệp' }
    const { ids } = await desk.does('drafter', routes.addTargets, {
      params: { planId },
      body: {
        rows: [
          { ...people, population: { employment: 'FULL_TIME' } },
          { ...firms, population: { minWorkers: 30 } },
        ],
      },
    })
    const ofFirms = { params: { targetId: ids[1] ?? '' } }
    const freeze = desk.does('drafter', routes.freezeDenominator, ofFirms, { revision: 1 })
    await expect(freeze).rejects.toMatchObject({ code: 'draft.nobody-to-count' })
    await sendOn()
    const [{ n } = { n: 0 }] = await desk.asOwner(
      `select count(*)::int as n from official where employment = 'FULL_TIME'`,
    )
    expect((await plan()).targets.slice(-2)).toMatchObject([
      { denominator: n, denominatorOn: dayOfInstant(new Date()) },
      { denominator: null },
    ])
  })

  test('what has been sent on is written no more, until it is returned with a reason', async () => {
    await sendOn()
    const clause = (await plan()).clauses[0]
    const edit = () =>
      desk.does(
        'drafter',
        routes.editClause,
        {
          params: { clauseId: clause?.id ?? '' },
          body: { heading: 'x', text: 'y', finished: true },
        },
        { revision: clause?.revision ?? 0 },
      )
    await expect(edit()).rejects.toMatchObject({ code: 'grammar.wrong-state' })
    await desk.does('head', routes.returnToDrafter, {
      params: { planId },
      body: { reason: 'Thiếu căn cứ mới.' },
    })
    expect(await plan()).toMatchObject({
      state: 'DRAFTING',
      returnedBecause: 'Thiếu căn cứ mới.',
    })
    await edit()
  })

  test('the leader sends back what the head forwarded; the drafter does neither', async () => {
    await sendOn()
    await expect(
      desk.does('drafter', routes.forward, { params: { planId } }),
    ).rejects.toMatchObject({ code: 'grammar.not-your-role' })
    await forward()
    await desk.does('leader', routes.sendBack, {
      params: { planId },
      body: { reason: 'Bớt hai lớp.' },
    })
    expect((await plan()).state).toBe('DRAFTING')
  })
})

describe('agreeing to consult', () => {
  test('waits until every plan of the year has reached the leader', async () => {
    await sendOn()
    await forward()
    await writeSmallPlan(desk, planYear, 'MEMBERSHIP_DEVELOPMENT')
    await expect(publish()).rejects.toMatchObject({
      code: 'draft.not-ready-to-consult',
      faults: [{ code: 'draft.plan-not-with-leader' }],
    })
    const preview = await desk.reads('leader', ({ tx, at }) =>
      previewConsultation(tx, at, planYear, { graceDays: 2 }),
    )
    expect(preview).toMatchObject({ unitCount: 3, obstacles: [{}] })
  })

  test('publishes version 1, opens the round and asks for its process, once', async () => {
    await sendOn()
    await forward()
    const { roundId, dueAt, plans } = await publish()
    expect(plans).toEqual([{ planId, version: 1 }])
    expect(timeOfInstant(dueAt)).toBe('17:00')
    const [round] = await desk.asOwner(
      `select r.number, r.state, r.process_id, c.phase, p.state as plan_state, v.content_sha256
       from round r join cycle c on c.id = r.cycle_id join plan p on p.cycle_id = c.id
       join plan_version v on v.plan_id = p.id where r.id = $1`,
      [roundId],
    )
    expect(round).toMatchObject({
      number: 1,
      state: 'OPEN',
      process_id: 'cycle/HT/2027/consultation/1',
      phase: 'feedback',
      plan_state: 'CONSULTING',
    })
    const requests = await desk.asOwner(
      `select workflow_id, message, input from process_request where workflow_type = 'consultation'`,
    )
    expect(requests).toEqual([
      { workflow_id: round?.process_id, message: 'start', input: { roundId } },
    ])
    expect(await openTasks()).toEqual([])
    await expect(publish()).rejects.toMatchObject({ code: 'grammar.wrong-state' })
  })

  test('the real days enter the calendar of the year, announced', async () => {
    await sendOn()
    await forward()
    const { dueAt } = await publish({ graceDays: 1 })
    const days = await desk.asOwner(
      `select moment, day::text, announced from cycle_moment
       where moment in ('consultationOpens', 'consultationDue') order by moment`,
    )
    expect(days).toEqual([
      { moment: 'consultationDue', day: dayOfInstant(dueAt), announced: true },
      { moment: 'consultationOpens', day: dayOfInstant(new Date()), announced: true },
    ])
  })

  test('a last day on a Sunday, or before the opening, is refused at its place', async () => {
    await sendOn()
    await forward()
    const today = dayOfInstant(new Date())
    const sunday = addDays(today, 14 + 7 - weekdayOf(today))
    await expect(publish({ dueOn: sunday })).rejects.toMatchObject({
      faults: [{ code: 'draft.due-on-day-off', at: '/dueOn' }],
    })
    await expect(publish({ dueOn: addDays(today, -1) })).rejects.toMatchObject({
      faults: [{ code: 'draft.due-too-soon', at: '/dueOn' }],
    })
  })

  test('a unit reads the version it is asked about, and no later one', async () => {
    await sendOn()
    await forward()
    const read = (version: number) =>
      desk.reads('unit1.drafter', ({ tx, caller }) => readVersion(tx, caller, { planId, version }))
    await expect(read(1)).rejects.toMatchObject({ code: 'grammar.not-found' })
    await publish()
    const { content } = await read(1)
    expect(content.targets[1]?.allocations.map(({ unitName, value }) => [unitName, value])).toEqual(
      [
        ['Công đoàn phường Số 1', 100],
        ['Công đoàn phường Số 2', 96],
      ],
    )
    await desk.reads('head', ({ tx }) => freezeVersion(tx, planId, null))
    await expect(read(2)).rejects.toMatchObject({ code: 'grammar.not-found' })
  })
})

test('freezing the same text twice gives the same hash, and the stored text still has it', async () => {
  const freeze = () => desk.reads('leader', ({ tx }) => freezeVersion(tx, planId, null))
  const [first, second] = [await freeze(), await freeze()]
  expect([first.version, second.version]).toEqual([1, 2])
  expect(second.contentSha256).toBe(first.contentSha256)
  const [row] = await desk.asOwner(
    'select content, content_sha256 from plan_version where plan_id = $1 and version = 1',
    [planId],
  )
  expect(sha256Of(row?.content)).toBe(row?.content_sha256)
})

function never(): never {
  throw new Error('it must be there')
}
