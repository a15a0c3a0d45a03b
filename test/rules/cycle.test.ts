import { describe, expect, it } from 'vitest'
import {
  defaultCalendar,
  instantOf,
  movedMoments,
  recomputed,
  spanOf,
} from '../../domain/cycle/calendar.ts'
import { nextYear } from '../../domain/cycle/next-year.ts'
import { type Moment, MOMENT_RULES, MOMENTS } from '../../domain/cycle/moments.ts'
import {
  FOLLOWS,
  isPhase,
  isStepBack,
  mayFollow,
  PHASES,
  stationOf,
  stepOf,
} from '../../domain/cycle/phases.ts'
import {
  ISSUED_STATES,
  isPlanState,
  mayMove,
  obstaclesToMoving,
  PLAN_MOVES,
  PLAN_STATES,
  WRITABLE_STATES,
} from '../../domain/cycle/plan-state.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { addDays, day, daysBetween, yearOf } from '../../domain/grammar/day.ts'
import { isWorkingDay } from '../../domain/grammar/working-days.ts'
import { fc, test } from './properties.ts'

const holidays = [2025, 2026, 2027, 2028, 2029, 2030].flatMap(holidaysOfYear)
const dayOf = (rows: ReturnType<typeof defaultCalendar>, moment: Moment): string | undefined =>
  rows.find((row) => row.moment === moment)?.day

describe('the eight stations of the year', () => {
  it('follow one another, and only revision and approval lead back', () => {
    for (const from of PHASES) {
      const back = FOLLOWS[from].filter((to) => isStepBack(from, to))
      expect([from, back]).toEqual([
        from,
        { revision: ['feedback'], approval: ['revision'] }[String(from)] ?? [],
      ])
    }
    expect(mayFollow('feedback', 'approval')).toBe(false)
    expect(stepOf('feedback')).toBe(3)
    expect(isPhase('feedback') && !isPhase('party')).toBe(true)
  })

  it('are done, now or later', () => {
    expect(PHASES.map((phase) => stationOf(phase, 'draft')).slice(0, 3)).toEqual([
      'done',
      'now',
      'later',
    ])
    expect(PHASES.every((phase) => stationOf(phase, null) === 'done')).toBe(true)
  })
})

describe('a plan', () => {
  it('reaches every state from the first', () => {
    const reached = new Set<string>(['COLLECTING_NEEDS'])
    for (const state of reached) {
      if (isPlanState(state)) for (const next of PLAN_MOVES[state]) reached.add(next)
    }
    expect(reached.size).toBe(PLAN_STATES.length)
  })

  it('goes back from the checks and from the committee only with a reason', () => {
    const back = { from: 'AWAITING_COMMITTEE', to: 'REVISING', roundsHeld: 1 } as const
    expect(obstaclesToMoving(back)).toEqual([{ code: 'cycle.reason-needed', at: '/reason' }])
    expect(obstaclesToMoving({ ...back, reason: 'Thiếu kinh phí' })).toEqual([])
    expect(mayMove('APPROVED', 'REVISING')).toBe(true)
    expect(mayMove('SIGNED', 'REVISING')).toBe(false)
  })

  it('goes by the head and the leader before it is consulted on, and back to its drafter', () => {
    expect(mayMove('DRAFTING', 'CONSULTING')).toBe(false)
    expect(obstaclesToMoving({ from: 'WITH_HEAD', to: 'DRAFTING', roundsHeld: 0 })).toEqual([
      { code: 'cycle.reason-needed', at: '/reason' },
    ])
    expect(obstaclesToMoving({ from: 'WITH_LEADER', to: 'CONSULTING', roundsHeld: 0 })).toEqual([])
  })

  it('is consulted on at most twice', () => {
    const again = { from: 'REVISING', to: 'CONSULTING', reason: 'Đổi nhiều chỉ tiêu' } as const
    expect(obstaclesToMoving({ ...again, roundsHeld: 1 })).toEqual([])
    expect(obstaclesToMoving({ ...again, roundsHeld: 2 })).toEqual([
      { code: 'cycle.consulted-twice' },
    ])
  })

  it('is written while drafted or revised and never after it is issued', () => {
    const writable: readonly string[] = WRITABLE_STATES
    expect(ISSUED_STATES.filter((state) => writable.includes(state))).toEqual([])
    expect(writable).not.toContain('CONSULTING')
    expect(ISSUED_STATES).toContain('AMENDING')
    expect(obstaclesToMoving({ from: 'ISSUED', to: 'REVISING', roundsHeld: 1 })).toMatchObject([
      { code: 'cycle.plan-cannot-move' },
    ])
  })
})

describe('the calendar of plan year 2027', () => {
  const rows = defaultCalendar(2027, day('2026-10-12'), holidays)

  it('opened on 12 October lies on the customary dates', () => {
    expect(Object.fromEntries(rows.map((row) => [row.moment, row.day]))).toMatchObject({
      needsNotice: '2026-10-12',
      grassrootsNeedsDue: '2026-10-30',
      needsDue: '2026-11-13',
      draftingBegins: '2026-11-23',
      draftDue: '2026-12-04',
      consultationOpens: '2026-12-07',
      consultationDue: '2026-12-18',
      consultationGraceOver: '2026-12-22',
      consolidationDue: '2026-12-22',
      revisionDue: '2027-01-08',
      checksDue: '2027-01-12',
      voteDue: '2027-01-15',
      issueDue: '2027-01-20',
      childPlansDue: '2027-02-26',
      nextYearOpens: '2027-10-12',
      classDataClose: '2027-11-05',
      awardCouncil: '2027-12-10',
    })
    expect(spanOf('feedback', rows)).toEqual({ from: '2026-12-07', to: '2026-12-22' })
    expect(spanOf('reward', rows)?.from).toBe('2027-11-05')
  })

  it('has its deadlines at five in the afternoon', () => {
    const due = rows.find((row) => row.moment === 'consultationDue')
    expect(due && instantOf(due)).toBe('2026-12-18T10:00:00.000Z')
  })

  it('opened late is pressed together and catches up with the customary dates', () => {
    const late = defaultCalendar(2027, day('2026-11-23'), holidays)
    expect(dayOf(late, 'consultationDue')).toBe('2026-12-22')
    expect(dayOf(late, 'issueDue')).toBe('2027-01-20')
  })

  it('goes on from what really happened', () => {
    const fixed = { consultationOpens: day('2026-12-10') }
    const moved = defaultCalendar(2027, day('2026-10-12'), holidays, fixed)
    expect(dayOf(moved, 'consultationDue')).toBe('2026-12-23')
  })
})

describe('the calendar of any year', () => {
  const opening = fc.integer({ min: 0, max: 1000 }).map((n) => addDays(day('2026-01-01'), n))

  test.prop([opening])(
    'lies on working days, each moment behind the one it builds on',
    (opened) => {
      const rows = defaultCalendar(yearOf(addDays(opened, 60)), opened, holidays)
      for (const row of rows) {
        expect(isWorkingDay(row.day, holidays)).toBe(true)
        const after = MOMENT_RULES[row.moment].after
        const before = MOMENTS.find((moment) => moment === after?.moment)
        if (before) expect((dayOf(rows, before) ?? '') <= row.day).toBe(true)
      }
    },
  )

  it('issues the plan a week before Tết, however early Tết is', () => {
    const early = defaultCalendar(2031, day('2030-10-14'), [2030, 2031].flatMap(holidaysOfYear))
    const issued = early.find((row) => row.moment === 'issueDue')
    expect(issued && daysBetween(issued.day, day('2031-01-23'))).toBeGreaterThanOrEqual(7)
  })
})

describe('a changed calendar', () => {
  const opened = day('2026-10-12')
  const announced = defaultCalendar(2027, opened, holidays).map((row) => ({
    ...row,
    announced: row.moment === 'consultationDue',
  }))

  it('moves an announced deadline later when a holiday is added', () => {
    const extra = { day: day('2026-12-16'), kind: 'OFF', name: 'Nghỉ đột xuất' } as const
    const after = defaultCalendar(2027, opened, [...holidays, extra])
    expect(movedMoments(announced, after)).toContainEqual({
      moment: 'consultationDue',
      phase: 'feedback',
      from: '2026-12-18',
      to: '2026-12-21',
      announced: true,
    })
  })

  it('never moves an announced deadline earlier, only those nobody knows yet', () => {
    const saturday = { day: day('2026-12-12'), kind: 'MAKE_UP', name: 'Làm bù' } as const
    const after = defaultCalendar(2027, opened, [...holidays, saturday])
    expect(dayOf(after, 'consultationDue')).toBe('2026-12-17')
    expect(dayOf(recomputed(announced, after), 'consultationDue')).toBe('2026-12-18')
    expect(movedMoments(announced, after).map((moved) => moved.moment)).toEqual([
      'consultationGraceOver',
    ])
  })

  it('leaves what is past where it was', () => {
    const after = announced.map((row) => ({ ...row, day: addDays(row.day, 7) }))
    const moved = movedMoments(announced, after, day('2027-01-01'))
    expect(moved.map((each) => each.from).every((from) => from >= '2027-01-01')).toBe(true)
    expect(moved).not.toEqual([])
  })
})

describe('the next year', () => {
  const today = day('2026-11-27')
  const year = (planYear: number, closedAt: string | null = null) => ({ planYear, closedAt })

  it('follows the last one, and the first is the one that is planned now', () => {
    expect(nextYear([], today)).toBe(2027)
    expect(nextYear([year(2027), year(2026)], today)).toBe(2028)
  })

  it('waits while two lie ahead, unless one of them was closed before its time', () => {
    expect(nextYear([year(2028), year(2027), year(2026)], today)).toBeNull()
    expect(nextYear([year(2028, '2026-11-27T10:00:00Z'), year(2027)], today)).toBe(2029)
  })
})
