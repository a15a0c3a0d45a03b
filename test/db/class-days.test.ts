import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classViewOf } from '../../db/classes/class-view.ts'
import { concernedView } from '../../db/classes/concerned.ts'
import { beginClass, endClass } from '../../db/classes/moments.ts'
import { inboxOf } from '../../db/cycle/inbox.ts'
import { ribbonOf } from '../../db/cycle/stations.ts'
import { holidaysOf } from '../../db/federation/holidays.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { OpeningForm } from '../../domain/classes/forms.contract.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { holidaysOfYear, tetWeeks } from '../../domain/federation/holidays.ts'
import {
  addDays,
  type Day,
  day,
  dayOfInstant,
  instantAt,
  weekdayOf,
  yearOf,
} from '../../domain/grammar/day.ts'
import { addWorkingDays } from '../../domain/grammar/working-days.ts'
import { classDay, openingOf, sessionOn } from '../setup/arranged/class-deeds.ts'
import { insertLecturer } from '../setup/arranged/classes.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk()
})
afterAll(() => desk?.close())

/** Neither a holiday nor in the weeks of Tết. */
function saturdayAfter(from: Day): Day {
  const wanted = addDays(from, 1)
  const year = yearOf(wanted)
  const tet = tetWeeks(year)
  const isOff = holidaysOfYear(year).some(({ day }) => day === wanted)
  const isFree = !isOff && !(tet.from <= wanted && wanted <= tet.to)
  return isFree && weekdayOf(wanted) === 6 ? wanted : saturdayAfter(wanted)
}

const holidays = () => desk.reads('organiser', ({ tx }) => holidaysOf(tx))
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(
    () => null,
    (error: unknown) => error,
  )
const reason = 'Trùng hội nghị của thành phố.'

async function open(wish: Partial<OpeningForm> = {}) {
  const body = { ...openingOf(desk.federation.top.id), ...wish } as OpeningForm
  return desk.does('organiser', routes.open, { params: { planYear: desk.planYear }, body })
}

describe('opening', () => {
  test('a class far ahead is planned, shares its seats out at once, and starts its process', async () => {
    const { classId, code, state } = await open({ seats: 5 })
    expect(code).toMatch(/^L-\d{4}-\d{2}$/)
    expect(state).toBe('PLANNED')
    const quotas = await desk.sql('select seats from class_quota where class_id = $1', [classId])
    expect(quotas.reduce((sum, { seats }) => sum + Number(seats), 0)).toBe(5)
    const asked = await desk.sql('select 1 from process_request where workflow_id = $1', [
      `class/${classId}`,
    ])
    expect(asked).toHaveLength(1)
  })

  test('a lecturer, a room, a holiday: everything that stands against it is said at once', async () => {
    const lecturerId = await insertLecturer(desk)
    const on = classDay()
    const session = { ...sessionOn(on), lecturerId, room: 'Phòng 204' }
    await open({ sessions: [session] as OpeningForm['sessions'] })
    const refused = await refusalOf(open({ sessions: [session] as OpeningForm['sessions'] }))
    expect(refused).toMatchObject({
      code: 'classes.not-opened',
      faults: [
        { code: 'classes.lecturer-elsewhere', at: '/sessions/0/day' },
        { code: 'classes.room-taken' },
      ],
    })
    const unknown = {
      ...sessionOn(classDay()),
      lecturerId: await insertLecturer(desk, { approved: false }),
    }
    expect(await refusalOf(open({ sessions: [unknown] as OpeningForm['sessions'] }))).toMatchObject(
      {
        faults: [{ code: 'classes.lecturer-not-approved', at: '/sessions/0/lecturerId' }],
      },
    )
  })

  test('a class of tomorrow leaves no time to nominate', async () => {
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    const refused = await refusalOf(open({ sessions: [sessionOn(day)] as OpeningForm['sessions'] }))
    expect(refused).toMatchObject({ code: 'classes.not-opened' })
  })

  test('a line that no issued plan has is refused', async () => {
    expect(await refusalOf(open({ lineCode: 'L1' }))).toMatchObject({
      faults: [{ code: 'classes.no-such-line', at: '/lineCode' }],
    })
  })
})

describe('the class goes on, or is called off', () => {
  test('its first session makes it run, its last one ends it; twice changes nothing', async () => {
    const { classId } = await desk.insert({
      state: 'LIST_FIXED',
      sessions: [{ startsInHours: -1 }],
    })
    await desk.inSystem((tx) => beginClass(tx, classId))
    await desk.inSystem((tx) => beginClass(tx, classId))
    await desk.inSystem((tx) => endClass(tx, classId))
    const view = await desk.reads('organiser', (entered) => classViewOf(entered, classId))
    expect(view.state).toBe('MARKING')
    expect(view.waitsFor).toMatchObject([{ kind: 'classes.mark', role: 'classOrganiser' }])
    const { tasks } = await desk.reads('organiser', inboxOf)
    const [marking] = tasks.filter(({ kind }) => kind === 'classes.mark')
    const ended = view.sessions.at(-1)?.endsAt ?? ''
    expect(marking?.due?.at).toBe(
      instantAt(addWorkingDays(dayOfInstant(ended), 5, await holidays()), '17:00'),
    )
  })

  test('who teaches is asked by name, until everybody is marked in each of the own sessions', async () => {
    const { officialId } = desk.federation.person('member4')
    const lecturerId = await insertLecturer(desk, { officialId })
    const made = await desk.insert({
      state: 'LIST_FIXED',
      sessions: [{ startsInHours: -3, lecturerId }, { startsInHours: -2 }],
      nominees: [
        { unit: 1, state: 'CONFIRMED' },
        { unit: 2, state: 'CONFIRMED' },
      ],
    })
    await desk.inSystem((tx) => beginClass(tx, made.classId))
    const mine = async () =>
      (await desk.reads('member4', inboxOf)).tasks.map(({ kind, link }) => ({ kind, link }))
    const asked = [{ kind: 'classes.takeAttendance', link: `/classes/${made.classId}/attendance` }]
    expect(await mine()).toEqual(asked)
    const mark = (index: number) => {
      const [sessionId = ''] = made.sessionIds
      const nominationId = made.nominationIds[index] ?? ''
      return desk.does('organiser', teachingRoutes.takeAttendance, {
        params: { classId: made.classId, sessionId },
        body: {
          notedBy: desk.federation.person('organiser').officialId,
          marks: [{ nominationId, mark: 'PRESENT' }],
        } as never, // the route fills in what a tap may leave out
      })
    }
    await mark(0)
    expect(await mine()).toEqual(asked)
    await mark(1)
    expect(await mine()).toEqual([])
  })

  test('a class that is put off keeps its people and goes on with new days; all are told', async () => {
    const { classId, nomineeIds } = await desk.insert({
      state: 'LIST_FIXED',
      nominees: [{ unit: 1, state: 'CONFIRMED' }],
    })
    await desk.does('organiser', routes.postpone, { params: { classId }, body: { reason } })
    const body = { reason, sessions: [sessionOn(classDay())] } as never
    const given = { params: { classId }, body }
    expect(
      await refusalOf(desk.does('organiser', routes.reschedule, given, { revision: 1 })),
    ).toMatchObject({ code: 'grammar.edited-meanwhile' })
    const moved = await desk.does('organiser', routes.reschedule, given, { revision: 2 })
    expect(moved.state).toBe('LIST_FIXED')
    const letters = await desk.sql(
      'select text_key from letter where official_id = $1 order by id',
      [nomineeIds[0]],
    )
    expect(letters.map((row) => row.text_key)).toEqual(
      expect.arrayContaining(['classes.letters.postponed', 'classes.letters.rescheduled']),
    )
    const view = await desk.reads('organiser', (entered) => classViewOf(entered, classId))
    expect(view.calendarSequence).toBe(2)
    expect(view.waitsFor).toEqual([])
  })

  test('letters go to its people, to who teaches it and to units with seats, as was said before', async () => {
    const { officialId } = desk.federation.person('member4')
    const lecturerId = await insertLecturer(desk, { officialId })
    const { classId } = await desk.insert({
      state: 'LIST_FIXED',
      sessions: [{ startsInHours: 48, lecturerId }],
      quotas: [1, 0, 2],
      nominees: [
        { unit: 1, state: 'CONFIRMED' },
        { unit: 1, state: 'WITHDRAWN' },
      ],
    })
    const told = await desk.reads('organiser', ({ tx }) => concernedView(tx, classId))
    expect(told).toEqual({ trainees: 1, lecturers: 1, units: 2 })
    await desk.does('organiser', routes.postpone, { params: { classId }, body: { reason } })
    const letters = await desk.sql(
      `select unit_id from letter where event_key = $1 and text_key = 'classes.letters.postponed'`,
      [`class/${classId}/postponed/1`],
    )
    // the trainee, the lecturer, and two keys in each of two units
    expect(letters).toHaveLength(2 + 2 * 2)
    const view = await desk.reads('organiser', (entered) => classViewOf(entered, classId))
    expect(view.counts.units).toBe(2)
  })

  test('a cancelled class says why, and its line may be opened anew', async () => {
    const { classId } = await desk.insert()
    await desk.does('organiser', routes.cancel, { params: { classId }, body: { reason } })
    const view = await desk.reads('unit1.head', (entered) => classViewOf(entered, classId))
    expect(view).toMatchObject({ state: 'CANCELLED', stateBecause: reason })
  })

  test('laid on a Saturday it needs no employer; laid back, employers are asked who were not', async () => {
    const { classId } = await desk.insert({
      nominees: [
        { unit: 1, state: 'RELEASE_PENDING', release: 'ASKED' },
        { unit: 1, state: 'UNIT_APPROVED', release: 'GRANTED', priority: 2 },
        { unit: 2, state: 'PROPOSED', release: 'NOT_ASKED' },
      ],
    })
    const rows = () =>
      desk.sql(
        `select n.state, n.release_state as release from nomination n join unit u on u.id = n.unit_id
         where n.class_id = $1 order by u.code, n.priority`,
        [classId],
      )
    const asking = () =>
      desk.sql(
        `select u.code from task t join class_quota q on q.id = t.object_id join unit u on u.id = t.unit_id
         where q.class_id = $1 and t.kind = 'classes.askEmployers' and t.done_at is null`,
        [classId],
      )
    const lay = async (wanted: string) => {
      const { revision } = await desk.reads('organiser', (entered) => classViewOf(entered, classId))
      const body = { reason, sessions: [sessionOn(wanted)] } as never
      await desk.does('organiser', routes.reschedule, { params: { classId }, body }, { revision })
    }
    await lay(saturdayAfter(day(classDay())))
    expect(await rows()).toEqual([
      { state: 'UNIT_APPROVED', release: 'NOT_NEEDED' },
      { state: 'UNIT_APPROVED', release: 'GRANTED' },
      { state: 'PROPOSED', release: 'NOT_NEEDED' },
    ])
    expect(await asking()).toEqual([])
    await lay(classDay())
    expect(await rows()).toEqual([
      { state: 'UNIT_APPROVED', release: 'NOT_ASKED' },
      { state: 'UNIT_APPROVED', release: 'GRANTED' },
      { state: 'PROPOSED', release: 'NOT_ASKED' },
    ])
    // whom no president has approved no employer is asked for
    expect(await asking()).toEqual([{ code: 'U001' }])
  })

  test('before the list is fixed a class does not move before its day', async () => {
    const { classId } = await desk.insert()
    const day = new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 10)
    const body = { reason, sessions: [sessionOn(day)] } as never
    const refused = await refusalOf(
      desk.does('organiser', routes.reschedule, { params: { classId }, body }, { revision: 1 }),
    )
    expect(refused).toMatchObject({ faults: [{ code: 'classes.list-due-after-start' }] })
  })
})

test('the ribbon says how many classes of the plan were held, once the first one is opened', async () => {
  const [plan] = await desk.sql(
    `insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state, headline_classes)
     values ($1, $2, $3, 'TRAINING', $4, 'Kế hoạch', 'ISSUED', 40) returning id`,
    [desk.federation.federationId, desk.cycleId, desk.federation.top.id, desk.planYear],
  )
  const planId = String(plan?.id)
  const count = async () => {
    const ribbon = await desk.reads('unit1.drafter', (entered) => ribbonOf(entered, desk.planYear))
    return ribbon.stations.find(({ phase }) => phase === 'classes')?.count
  }
  expect(await count()).toEqual({ of: 'classes', done: null, total: 40 })
  await desk.insert({ planId, lineCode: 'L01', state: 'RUNNING' })
  expect(await count()).toMatchObject({ done: 0, total: 40 })
  await desk.insert({ planId, lineCode: 'L02', state: 'MARKING' })
  await desk.insert({ planId, lineCode: 'L03', state: 'CLOSED' })
  await desk.insert({ planId, lineCode: 'L04', state: 'CANCELLED' })
  await desk.insert({ state: 'CLOSED' })
  expect(await count()).toMatchObject({ done: 2, total: 40 })
})
