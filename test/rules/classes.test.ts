import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  classCalendar,
  earliestFirstDay,
  movedCalendar,
} from '../../domain/classes/class-calendar.ts'
import {
  clashesOf,
  needsRelease,
  nextFreeDay,
  obstaclesInTimetable,
} from '../../domain/classes/clashes.ts'
import { obstaclesToAttending } from '../../domain/classes/eligibility.ts'
import {
  allot,
  freeSeats,
  inWaitingOrder,
  obstaclesToQuotas,
  proposedQuotas,
} from '../../domain/classes/seats.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { addDays, day, dayOfInstant } from '../../domain/grammar/day.ts'

describe('the waits before a class', () => {
  const holidays = [...holidaysOfYear(2027)]
  const first = (day: string, openedAt: string, release = true) =>
    classCalendar(
      { openedAt, firstStartsAt: `${day}T00:30:00.000Z`, needsRelease: release },
      holidays,
    )

  test('30, 21, 14 and 7 days before it, on working days', () => {
    const calendar = first('2027-04-13', '2027-01-25T02:00:00.000Z')
    expect([
      calendar.nominationsOpenAt,
      calendar.nominationsDueAt,
      calendar.releaseDueAt,
      calendar.listDueAt,
    ]).toEqual([
      // the 14th of March is a Sunday
      '2027-03-12T01:00:00.000Z',
      '2027-03-23T10:00:00.000Z',
      '2027-03-30T10:00:00.000Z',
      '2027-04-06T10:00:00.000Z',
    ])
  })

  test('opened late they are pressed together, and stay in their order', () => {
    const calendar = first('2027-04-13', '2027-03-29T03:00:00.000Z')
    expect(calendar).toEqual({
      nominationsOpenAt: '2027-03-29T03:00:00.000Z',
      nominationsDueAt: '2027-04-01T10:00:00.000Z',
      releaseDueAt: '2027-04-05T10:00:00.000Z',
      listDueAt: '2027-04-06T10:00:00.000Z',
    })
  })

  test('whenever a class is opened, each wait ends after the one before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.boolean(), (ahead, release) => {
        const openedAt = '2027-01-04T02:00:00.000Z'
        const day = addDays(dayOfInstant(openedAt), ahead)
        const calendar = first(day, openedAt, release)
        const row = [
          calendar.nominationsOpenAt,
          calendar.nominationsDueAt,
          ...(calendar.releaseDueAt ? [calendar.releaseDueAt] : []),
          calendar.listDueAt,
        ]
        expect(row).toEqual(row.toSorted())
        const earliest = earliestFirstDay({ openedAt, needsRelease: release }, holidays)
        if (day >= earliest) expect(calendar.listDueAt < `${day}T00:30:00.000Z`).toBe(true)
      }),
    )
  })

  test('on a Saturday and Sunday nobody is missed at work, so no employer is asked', () => {
    const weekend = [
      { startsAt: '2027-05-08T01:00:00.000Z' },
      { startsAt: '2027-05-09T01:00:00.000Z' },
    ]
    expect(needsRelease(weekend)).toBe(false)
    expect(needsRelease([...weekend, { startsAt: '2027-05-10T01:00:00.000Z' }])).toBe(true)
  })

  test('what people were told comes later, never earlier', () => {
    const told = first('2027-04-13', '2027-01-25T02:00:00.000Z')
    const sooner = first('2027-04-01', '2027-01-25T02:00:00.000Z')
    const later = first('2027-05-13', '2027-01-25T02:00:00.000Z')
    expect(movedCalendar(told, sooner)).toEqual(told)
    expect(movedCalendar(told, later).listDueAt).toBe(later.listDueAt)
  })
})

describe('clashes', () => {
  const session = {
    startsAt: '2027-05-11T00:30:00.000Z',
    endsAt: '2027-05-11T04:00:00.000Z',
    lecturerId: 'l1',
    venue: 'Trường Trung cấp Công đoàn',
    room: 'Phòng 204',
  }
  const taken = {
    ...session,
    venue: 'TRUONG TRUNG CAP CONG DOAN',
    room: 'phong 204',
    classCode: 'L-2027-01',
    lecturerName: 'Tạ Minh Đoan',
    samePeople: 2,
  }
  const holidays = holidaysOfYear(2027)
  const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code)

  test('lecturer, room however it is spelt, people, holiday and the weeks of Tết', () => {
    expect(codes(clashesOf(session, { taken: [taken], holidays }))).toEqual([
      'classes.lecturer-elsewhere',
      'classes.room-taken',
      'classes.people-elsewhere',
    ])
    const later = { ...taken, startsAt: taken.endsAt, endsAt: '2027-05-11T08:00:00.000Z' }
    expect(clashesOf(session, { taken: [later], holidays })).toEqual([])
    const on = (day: string) => ({
      ...session,
      startsAt: `${day}T00:30:00.000Z`,
      endsAt: `${day}T04:00:00.000Z`,
    })
    expect(codes(clashesOf(on('2027-04-30'), { taken: [], holidays }))).toEqual([
      'classes.on-holiday',
    ])
    expect(codes(clashesOf(on('2027-02-02'), { taken: [], holidays }))).toEqual([
      'classes.in-tet-weeks',
    ])
  })

  test('the next free day is told, a weekend for a weekend', () => {
    const all = {
      taken: [
        taken,
        { ...taken, startsAt: '2027-05-12T00:30:00.000Z', endsAt: '2027-05-12T04:00:00.000Z' },
      ],
      holidays,
    }
    expect(nextFreeDay(session, all)).toBe('2027-05-13')
    const saturday = {
      ...session,
      startsAt: '2027-05-15T00:30:00.000Z',
      endsAt: '2027-05-15T04:00:00.000Z',
    }
    expect(nextFreeDay(saturday, { taken: [], holidays })).toBe('2027-05-16')
  })

  test('a timetable says of each session what is wrong with it', () => {
    const twice = [session, { ...session, lecturerId: null, room: null }]
    const found = obstaclesInTimetable(twice, {
      taken: [taken],
      holidays,
      today: day('2027-05-01'),
    })
    expect(found.map(({ at }) => at)).toContain('/sessions/1/day')
    expect(codes(found)).toContain('classes.sessions-overlap')
    expect(found[0]?.params).toMatchObject({ next: '12/5/2027' })
  })
})

describe('seats', () => {
  const waiting = (id: string, unitId: string, priority = 1, release = 'GRANTED' as const) => ({
    id,
    unitId,
    priority,
    release,
    proposedAt: '2027-03-01',
  })

  test('are shared out in whole numbers that add up, whatever the units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 50 }),
        (seats, people) => {
          fc.pre(people.some((count) => count > 0))
          const units = people.map((eligible, index) => ({ unitId: String(index), eligible }))
          const quotas = proposedQuotas(seats, units)
          expect(quotas.reduce((sum, quota) => sum + quota.seats, 0)).toBe(seats)
        },
      ),
    )
  })

  test('go to each unit within its quota first, and what is left to who comes next', () => {
    const chosen = allot({
      seats: 3,
      quotas: [
        { unitId: 'a', seats: 1, givenBack: 0 },
        { unitId: 'b', seats: 2, givenBack: 1 },
      ],
      seated: [],
      waiting: [
        waiting('a1', 'a'),
        waiting('a2', 'a', 2),
        waiting('a3', 'a', 3),
        waiting('b1', 'b', 9),
      ],
    })
    expect(chosen.toSorted()).toEqual(['a1', 'a2', 'b1'])
  })

  test('whose employer agreed goes before whose employer is silent', () => {
    const silent = { ...waiting('s', 'a', 1), release: 'NO_ANSWER' as const }
    expect(inWaitingOrder([silent, waiting('g', 'a', 2)]).map(({ id }) => id)).toEqual(['g', 's'])
  })

  test('are never more than there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }),
        (seats, units) => {
          const people = units.map((unitId, index) => waiting(String(index), unitId, index))
          const quotas = ['a', 'b'].map((unitId) => ({ unitId, seats: 5, givenBack: 0 }))
          const chosen = allot({ seats, quotas, seated: [], waiting: people })
          expect(chosen.length).toBe(Math.min(seats, people.length))
        },
      ),
    )
  })

  test('more than there are cannot be shared out', () => {
    expect(obstaclesToQuotas(3, [{ seats: 2 }, { seats: 2 }])).toEqual([
      { code: 'classes.quotas-over-seats', params: { sum: 4, seats: 3 } },
    ])
    expect(freeSeats(5, [{ seats: 3, givenBack: 1 }])).toBe(3)
  })
})

test('who is not meant for a class is told each reason', () => {
  const who = {
    employment: 'PART_TIME',
    position: 'SAFETY_REP',
    level: 'GRASSROOTS',
    unitKind: 'GRASSROOTS_UNION',
    ownership: 'NON_STATE',
    workers: 120,
    newInTerm: false,
  }
  expect(obstaclesToAttending(who, {})).toEqual([])
  const asked = {
    positions: ['PRESIDENT'],
    ownership: ['NON_STATE'],
    minWorkers: 500,
    newInTerm: true,
  }
  expect(obstaclesToAttending(who, asked).map(({ code }) => code)).toEqual([
    'classes.other-position',
    'classes.too-few-workers',
    'classes.not-new-in-term',
  ])
})
