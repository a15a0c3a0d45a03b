import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { previewOfHoliday } from '../../db/cycle/change-holiday.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { boardRoutes } from '../../domain/feedback/board.contract.ts'
import { conferenceRoutes } from '../../domain/feedback/conference.contract.ts'
import { preparationRoutes, USUAL_PREPARATION } from '../../domain/feedback/preparation.contract.ts'
import { type Day, day, dayOfInstant } from '../../domain/grammar/day.ts'
import { addWorkingDays } from '../../domain/grammar/working-days.ts'
import { holidaysOf } from '../../db/federation/holidays.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'

const planYear = 2027
let desk: Desk
let roundId: string
/** The n-th working day from today, before any of this. */
let workingDay: (days: number) => Day

beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.openYear(planYear)
  const today = dayOfInstant(new Date().toISOString())
  const holidays = await desk.reads('admin', ({ tx }) => holidaysOf(tx))
  workingDay = (days) => addWorkingDays(today, days, holidays)
  await desk.does(
    'drafter',
    preparationRoutes.prepare,
    {
      params: { planYear },
      body: { form: { ...USUAL_PREPARATION, kinds: ['WRITTEN', 'CONFERENCE'] } },
    },
    { revision: 0 },
  )
  const planId = await writeSmallPlan(desk, planYear)
  await desk.does('drafter', draftRoutes.sendOn, { params: { planId } })
  await desk.does('head', draftRoutes.forward, { params: { planId } })
  // a longer term than the year's calendar asks for
  const body = { dueOn: workingDay(14), graceDays: 2 }
  const published = await desk.does('leader', draftRoutes.publish, { params: { planYear }, body })
  roundId = published.roundId
  await inSystem((tx) => openObligations(tx, roundId))
})
afterEach(() => desk.close())

const inSystem = <T>(work: Parameters<typeof asSystem<T>>[2]) =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, work)
const preview = (on: Day) =>
  desk.reads('admin', (entered) =>
    previewOfHoliday(entered, { day: on, kind: 'OFF', name: 'Nghỉ bù' }),
  )
const declare = (on: Day, kind: 'OFF' | 'WORKING' = 'OFF') =>
  desk.does('admin', cycleRoutes.changeHoliday, {
    params: { day: on },
    body: { kind, name: kind === 'OFF' ? 'Nghỉ bù' : '' },
  })
const rowOf = async (statement: string) => (await desk.asOwner(statement))[0] ?? {}
const dayIn = async (statement: string) =>
  dayOfInstant(new Date(String((await rowOf(statement)).at)).toISOString())
const dueOfRound = () => dayIn('select due_at as at from round')
const graceOfRound = () => dayIn('select grace_until as at from round')

async function extendTo(on: Day): Promise<void> {
  const { id } = await rowOf('select id from answer order by number limit 1')
  await desk.does('drafter', boardRoutes.extend, {
    params: { roundId },
    body: { answerId: String(id), dueOn: on, reason: 'Mưa lũ kéo dài' },
  })
}

async function conferenceOn(on: Day): Promise<void> {
  const { federation } = desk
  await desk.does(
    'drafter',
    conferenceRoutes.setConference,
    {
      params: { roundId, kind: 'CONFERENCE' },
      body: {
        on,
        from: '08:00',
        to: '11:00',
        place: 'Hội trường',
        agenda: 'Góp ý',
        chairId: federation.person('leader').officialId,
        secretaryId: federation.person('drafter').officialId,
      },
    },
    { revision: 0 },
  )
}

test('the open round keeps its working days, with its grace, what follows, and its process', async () => {
  const before = await preview(workingDay(5))
  expect(before.moves).toContainEqual(
    expect.objectContaining({
      moment: 'consultationDue',
      from: workingDay(14),
      to: workingDay(15),
    }),
  )
  const asked = `select count(*)::int as count from process_request
    where workflow_type = 'consultation' and name = 'calendarChanged'`
  await declare(workingDay(5))
  expect(await dueOfRound()).toBe(workingDay(15))
  expect(await graceOfRound()).toBe(workingDay(17))
  expect(await rowOf(asked)).toEqual({ count: 1 })
  expect(
    await rowOf(`select count(*)::int as count from task where kind = 'feedback.answer'
      and (due_at at time zone 'Asia/Ho_Chi_Minh')::date = '${workingDay(15)}'`),
  ).toEqual({ count: 3 })
  // the reminders are counted from the new day, and the table alone moves nobody
  const next = await inSystem((tx) => nextOfRound(tx, roundId))
  expect(dayOfInstant(next?.at ?? '')).toBe(workingDay(10))
})

test('taken back it is never earlier: what was told stands', async () => {
  await declare(workingDay(5))
  await declare(workingDay(5), 'WORKING')
  expect(await dueOfRound()).toBe(workingDay(15))
})

test('a holiday within the grace moves only the grace', async () => {
  const { moves, deadlines } = await preview(workingDay(15))
  expect(moves.filter(({ moment }) => moment === 'consultationDue')).toEqual([])
  expect(deadlines).toEqual([
    { planYear, kind: 'grace', name: '', from: workingDay(16), to: workingDay(17) },
  ])
  await declare(workingDay(15))
  expect(await dueOfRound()).toBe(workingDay(14))
  expect(await graceOfRound()).toBe(workingDay(17))
})

test('more time that was given moves as well, with a letter to whose it is', async () => {
  await extendTo(workingDay(16))
  const { deadlines } = await preview(workingDay(5))
  expect(deadlines).toContainEqual({
    planYear,
    kind: 'extension',
    name: 'Công đoàn phường Số 1',
    from: workingDay(16),
    to: workingDay(17),
  })
  await declare(workingDay(5))
  expect(await dayIn('select max(due_at) as at from extension')).toBe(workingDay(17))
  const reason = await rowOf('select reason from extension order by due_at desc limit 1')
  expect(reason).toEqual({ reason: 'Nghỉ bù' })
  expect(
    await rowOf(`select count(*)::int as count from letter
      where text_key = 'cycle.letters.deadlineMoved' and params ->> 'deadline' = 'extension'`),
  ).toEqual({ count: 2 })
  const answer = await desk.reads('admin', ({ tx }) =>
    tx
      .selectFrom('task')
      .select('dueAt')
      .where('kind', '=', 'feedback.answer')
      .orderBy('dueAt', 'desc')
      .execute(),
  )
  expect(dayOfInstant(answer[0]?.dueAt ?? '')).toBe(workingDay(17))
})

test('minutes under way have as many days as before; a conference is named and stays', async () => {
  await conferenceOn(workingDay(4))
  const { deadlines } = await preview(workingDay(4))
  expect(deadlines).toContainEqual({
    planYear,
    kind: 'conference',
    name: 'CONFERENCE',
    from: workingDay(4),
    to: workingDay(4),
  })
  await declare(workingDay(4))
  expect(
    await rowOf(
      `select count(*)::int as count from letter where text_key = 'cycle.letters.conferenceOff'`,
    ),
  ).toEqual({ count: 2 })
  expect(await dayIn('select starts_at as at from conference')).toBe(workingDay(4))
  await desk.asOwner(`update conference set starts_at = now() - interval '2 hours',
    ends_at = now() - interval '1 hour', minutes_due_at = ('${workingDay(3)} 17:00')::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  await declare(workingDay(2))
  expect(await dayIn('select minutes_due_at as at from conference')).toBe(workingDay(5))
})

test('work on the revision that has a day moves with its inbox', async () => {
  const { id: planId } = await rowOf('select id from plan')
  const taskId = randomUUID()
  await desk.asOwner(
    `insert into revision_task (id, federation_id, cycle_id, plan_id, department_id, text, due_on, assigned_by)
     select '${taskId}', p.federation_id, p.cycle_id, p.id, p.department_id, 'Rà lại chỉ tiêu', '${workingDay(6)}',
       '${desk.federation.person('head').officialId}' from plan p where p.id = '${String(planId)}'`,
  )
  await declare(workingDay(3))
  expect(await rowOf(`select to_char(due_on, 'YYYY-MM-DD') as due from revision_task`)).toEqual({
    due: day(workingDay(7)),
  })
})
