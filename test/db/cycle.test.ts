import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { raiseAttention } from '../../db/attention.ts'
import { asSystem } from '../../db/context.ts'
import { cycleList, cycleView } from '../../db/cycle/cycle-view.ts'
import { historyOfCycle } from '../../db/cycle/history.ts'
import { inboxOf } from '../../db/cycle/inbox.ts'
import { bellOf, mailboxOf } from '../../db/cycle/letters.ts'
import { previewOfHoliday } from '../../db/cycle/change-holiday.ts'
import { openYearBySchedule } from '../../db/cycle/open.ts'
import { search } from '../../db/cycle/search.ts'
import { ribbonOf } from '../../db/cycle/stations.ts'
import { tellHolders } from '../../db/outbox.ts'
import { openTasks } from '../../db/tasks.ts'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { addDays, type Day, day, dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { addWorkingDays, type Holiday } from '../../domain/grammar/working-days.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
})
afterEach(() => desk.close())

const today = dayOfInstant(new Date())
const planYear = yearOf(addDays(today, 60))
const holidays: Holiday[] = [-1, 0, 1, 2].flatMap((offset) =>
  holidaysOfYear(yearOf(today) + offset),
)
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)
const open = (year = planYear, who = 'leader') =>
  desk.does(who, routes.openCycle, { body: { planYear: year } })
const asProcess = <T>(work: Parameters<typeof asSystem<T>>[2]) =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, work)
const skipNeeds = (who = 'head') =>
  desk.does(who, routes.skipNeeds, { params: { planYear }, body: { reason: 'Đã có số liệu.' } })
const dayOf = async (moment: string): Promise<Day> => {
  const [row] = await desk.asOwner(
    'select to_char(day, $2) as day from cycle_moment where moment = $1',
    [moment, 'YYYY-MM-DD'],
  )
  return day(String(row?.day))
}

describe('a year is opened', () => {
  test('early by a leader, with its calendar, its process and the head’s task', async () => {
    await open()
    const [request] = await desk.asOwner('select workflow_id, message from process_request')
    expect(request).toEqual({ workflow_id: `cycle/HT/${planYear}`, message: 'start' })
    const { tasks } = await desk.reads('head', inboxOf)
    expect(tasks).toMatchObject([
      { kind: 'cycle.needs', planYear, mineBecause: { role: 'departmentHead', byName: false } },
    ])
    expect((await desk.reads('head', bellOf)).unread).toBe(1)
  })

  test('by whoever comes first; the other finds it open', async () => {
    const next = yearOf(today) + 1
    await asProcess((tx) => openYearBySchedule(tx, 'HT'))
    await asProcess((tx) => openYearBySchedule(tx, 'HT'))
    expect(await refusalOf(open(next))).toMatchObject({ code: 'cycle.already-open' })
    expect(await desk.asOwner('select count(*)::int as n from cycle')).toEqual([{ n: 1 }])
    expect(await desk.asOwner('select deed, actor_name from register_entry')).toEqual([
      { deed: 'cycle.opened', actor_name: 'system' },
    ])
  })

  test('in its turn only, and by nobody else', async () => {
    expect(await refusalOf(open(planYear + 1))).toMatchObject({ code: 'cycle.not-the-next-year' })
    expect(await refusalOf(open(planYear, 'drafter'))).toMatchObject({
      code: 'grammar.not-your-role',
    })
    expect(await desk.reads('leader', cycleList)).toMatchObject({ mayOpen: planYear, cycles: [] })
    expect(await desk.reads('unit1.head', cycleList)).toMatchObject({ mayOpen: null })
  })

  test('and goes on without a survey, which the ribbon shows as a choice', async () => {
    await open()
    expect(await refusalOf(skipNeeds('leader'))).toMatchObject({ code: 'grammar.not-your-role' })
    await skipNeeds()
    const ribbon = await desk.reads('unit1.drafter', (entered) => ribbonOf(entered, planYear))
    expect(ribbon.stations.slice(0, 2)).toMatchObject([
      { phase: 'needs', state: 'done', skipped: true },
      { phase: 'draft', state: 'now' },
    ])
    expect((await desk.reads('drafter', inboxOf)).tasks).toMatchObject([{ kind: 'draft.start' }])
    expect((await desk.reads('head', inboxOf)).doneThisMonth).toBe(1)
    expect(await refusalOf(skipNeeds())).toMatchObject({ code: 'grammar.wrong-state' })
  })
})

describe('a date', () => {
  beforeEach(async () => {
    await open()
    await skipNeeds()
  })
  const move = (moment: 'draftDue' | 'voteDue', to: Day, who = 'head') =>
    desk.does(who, routes.moveMoment, {
      params: { planYear, moment },
      body: { day: to, reason: 'Ban Thường vụ họp muộn.' },
    })

  test('that was announced moves later, never earlier, and pushes what builds on it', async () => {
    const due = await dayOf('draftDue')
    const earlier = addWorkingDays(due, -1, holidays)
    const expected = earlier < today ? 'cycle.day-gone-by' : 'cycle.announced-never-earlier'
    expect(await refusalOf(move('draftDue', earlier))).toMatchObject({ code: expected })
    const opens = await dayOf('consultationOpens')
    const later = addWorkingDays(opens, 2, holidays)
    const { moves } = await move('draftDue', later)
    expect(moves.map((moved) => moved.moment)).toContain('consultationOpens')
    expect((await dayOf('consultationOpens')) > later).toBe(true)
  })

  test('falls on a working day', async () => {
    const due = await dayOf('draftDue')
    const sunday = [1, 2, 3, 4, 5, 6, 7]
      .map((days) => addDays(due, days))
      .find((each) => new Date(each).getUTCDay() === 0)
    expect(await refusalOf(move('draftDue', sunday ?? due))).toMatchObject({
      code: 'cycle.day-not-working',
      faults: [{ at: '/day' }],
    })
  })

  test('rings the processes that wait for it and tells who must know', async () => {
    await move('draftDue', addWorkingDays(await dayOf('draftDue'), 1, holidays))
    const signals = await desk.asOwner(
      `select workflow_id, name from process_request where message = 'signal'`,
    )
    expect(signals).toEqual([{ workflow_id: `cycle/HT/${planYear}`, name: 'calendarChanged' }])
    const { letters } = await desk.reads('drafter', bellOf)
    expect(letters.map(({ textKey }) => textKey)).toContain('cycle.letters.moved')
  })

  test('takes an open round along, with its grace and its tasks', async () => {
    const [cycle] = await desk.asOwner(`update cycle set phase = 'feedback' returning id`)
    const [at] = await desk.asOwner(`select at from cycle_moment where moment = 'consultationDue'`)
    await desk.asOwner(
      `insert into round (federation_id, cycle_id, number, process_id, opens_at, due_at, grace_until)
       values ($1, $2, 1, 'r/1', now(), $3, $3)`,
      [desk.federation.federationId, cycle?.id, at?.at],
    )
    const to = addWorkingDays(await dayOf('consultationDue'), 3, holidays)
    await desk.does('leader', routes.moveMoment, {
      params: { planYear, moment: 'consultationDue' },
      body: { day: to, reason: 'Nhiều đơn vị họp muộn.' },
    })
    const [round] = await desk.asOwner('select due_at, grace_until from round')
    expect(dayOfInstant(new Date(String(round?.due_at)).toISOString())).toBe(to)
    expect(dayOfInstant(new Date(String(round?.grace_until)).toISOString())).toBe(
      addWorkingDays(to, 2, holidays),
    )
  })
})

describe('a holiday', () => {
  test('shows what it would move before it is entered, and moves just that', async () => {
    await open()
    const off = addWorkingDays(await dayOf('needsDue'), -1, holidays)
    const change = { day: off, kind: 'OFF' as const, name: 'Nghỉ bù' }
    const preview = await desk.reads('admin', (entered) => previewOfHoliday(entered, change))
    expect(preview.moves.length).toBeGreaterThan(0)
    const { moves } = await desk.does('admin', routes.changeHoliday, {
      params: { day: off },
      body: { kind: 'OFF', name: 'Nghỉ bù' },
    })
    expect(moves).toEqual(preview.moves)
    expect(moves.every(({ from, to }) => to > from)).toBe(true)
  })

  test('is entered by the administrator alone', async () => {
    const put = desk.does('head', routes.changeHoliday, {
      params: { day: addDays(today, 30) },
      body: { kind: 'OFF', name: 'Nghỉ' },
    })
    expect(await refusalOf(put)).toMatchObject({ code: 'grammar.not-your-role' })
  })
})

describe('the inbox', () => {
  const giveAll = (count: number) =>
    asProcess((tx) =>
      openTasks(
        tx,
        desk.federation.units.slice(0, count).map(({ id }) => ({
          federationId: desk.federation.federationId,
          kind: 'feedback.answer',
          objectType: 'answer',
          objectId: id,
          role: 'unitDrafter',
          unitId: id,
          link: `/cycles/${planYear}/feedback`,
          dueAt: new Date().toISOString(),
        })),
      ),
    )

  test('holds what is mine by role, unit or name, and nobody else’s', async () => {
    await giveAll(2)
    expect((await desk.reads('unit1.drafter', inboxOf)).tasks).toHaveLength(1)
    for (const who of ['unit1.head', 'unit3.drafter', 'leader', 'clerk'])
      expect((await desk.reads(who, inboxOf)).tasks).toHaveLength(0)
  })

  test('says whom others wait for: the offices see the units in one line, by name', async () => {
    await giveAll(3)
    const { waiting } = await desk.reads('head', inboxOf)
    expect(waiting).toMatchObject([{ kind: 'feedback.answer', count: 3 }])
    expect(waiting[0]?.names).toEqual(desk.federation.units.map(({ name }) => name))
    expect(waiting[0]?.link).toBe(`/cycles/${planYear}/feedback`)
    expect((await desk.reads('clerk', inboxOf)).waiting).toMatchObject([{ link: null }])
    expect((await desk.reads('unit3.head', inboxOf)).waiting).toMatchObject([{ count: 1 }])
  })

  test('keeps work beside the step with whoever has it; nobody waits for it', async () => {
    await open()
    const { tasks } = await desk.reads('clerk', inboxOf)
    expect(tasks).toMatchObject([{ kind: 'papers.openSeries', link: '/papers' }])
    const { waiting } = await desk.reads('drafter', inboxOf)
    expect(waiting.map(({ kind }) => kind)).toEqual(['cycle.needs'])
  })

  test('costs the same statements for everyone, with few tasks or many', async () => {
    await open()
    const cost = (who: string) => desk.statementsOf(who, inboxOf)
    const before = await cost('unit1.drafter')
    await giveAll(3)
    for (const who of ['unit1.drafter', 'unit2.head', 'head', 'leader', 'admin'])
      expect(await cost(who)).toBe(before)
    const page = (who: string) => desk.statementsOf(who, (entered) => cycleView(entered, planYear))
    expect(await page('unit1.drafter')).toBe(await page('head'))
  })
})

describe('what is told', () => {
  test('is read by its addressee alone; the administrator sees what went out', async () => {
    await asProcess((tx) =>
      tellHolders(
        tx,
        desk.federation.federationId,
        { roles: ['unitHead'], unitIds: desk.federation.units.map(({ id }) => id) },
        { eventKey: 'e/1', textKey: 'cycle.letters.opened', params: { planYear }, link: '/' },
      ),
    )
    expect(await desk.reads('unit1.head', bellOf)).toMatchObject({ unread: 1 })
    const mailbox = (who: string) => desk.reads(who, ({ tx }) => mailboxOf(tx, { page: 1, q: '' }))
    expect((await mailbox('admin')).total).toBe(3)
    expect((await mailbox('unit1.head')).total).toBe(1)
    await desk.does('unit1.head', routes.readLetters, { body: { letterIds: null } })
    expect((await desk.reads('unit1.head', bellOf)).unread).toBe(0)
    expect((await desk.reads('unit2.head', bellOf)).unread).toBe(1)
  })
})

describe('search and history', () => {
  test('finds without marks, and people only where one may look', async () => {
    const find = (who: string, q: string) => desk.reads(who, (entered) => search(entered, q))
    expect((await find('head', 'cong doan phuong so 2')).map(({ title }) => title)).toEqual([
      'Công đoàn phường Số 2',
    ])
    expect((await find('head', 'hoang thi lua')).length).toBe(3)
    expect((await find('unit1.head', 'hoang thi lua')).length).toBe(1)
    expect(await find('head', "%_' or 1=1 --")).toEqual([])
  })

  test('tells what was done in a year, by whom', async () => {
    await open()
    await skipNeeds()
    const [cycle] = await desk.asOwner('select id from cycle')
    const { entries } = await desk.reads('head', ({ tx }) =>
      historyOfCycle(tx, String(cycle?.id), 1),
    )
    expect(entries.map(({ deed, actorName }) => [deed, actorName])).toEqual([
      ['needs.skipped', 'Vũ Thị Hồng Nhạn'],
      ['cycle.opened', 'Đặng Hữu Nghĩa'],
    ])
  })
})

describe('a step that failed', () => {
  test('is tried again or skipped with a reason, once, and its process hears it', async () => {
    const { federationId } = desk.federation
    const { id: attentionId } = await asProcess((tx) =>
      raiseAttention(tx, federationId, { workflowId: 'cycle/HT/2027', step: 'x', error: 'y' }),
    )
    const skip = (who: string) =>
      desk.does(who, routes.skipAttention, {
        params: { attentionId },
        body: { reason: 'Đã làm bằng tay.' },
      })
    expect(await refusalOf(skip('leader'))).toMatchObject({ code: 'grammar.not-your-role' })
    await skip('admin')
    expect(await refusalOf(skip('admin'))).toMatchObject({ code: 'grammar.wrong-state' })
    expect(await desk.asOwner('select name, input from process_request')).toEqual([
      { name: 'attentionResolved', input: { id: attentionId, resolution: 'SKIP' } },
    ])
  })
})
