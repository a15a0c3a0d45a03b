import { describe, expect, it } from 'vitest'
import { addDays, day, instantAt } from '../../domain/grammar/day.ts'
import {
  addWorkingDays,
  dueInstant,
  firstCountedDay,
  type Holiday,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
  workingDaysLater,
  workingDaysLeft,
} from '../../domain/grammar/working-days.ts'
import { fc, test } from './properties.ts'

const holidays: Holiday[] = [
  { day: day('2027-01-01'), kind: 'OFF', name: 'Tết Dương lịch' },
  { day: day('2027-01-09'), kind: 'MAKE_UP', name: 'Làm bù' },
]
const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays(day('2026-06-01'), n))

describe('working days', () => {
  it('are Monday to Friday, without holidays, with the decreed Saturdays', () => {
    expect(isWorkingDay(day('2026-12-31'), holidays)).toBe(true)
    expect(isWorkingDay(day('2027-01-01'), holidays)).toBe(false)
    expect(isWorkingDay(day('2027-01-02'), holidays)).toBe(false)
    expect(isWorkingDay(day('2027-01-09'), holidays)).toBe(true)
  })

  it('are found on both sides of a holiday', () => {
    expect(nextWorkingDay(day('2026-12-31'), holidays)).toBe('2027-01-04')
    expect(previousWorkingDay(day('2027-01-04'), holidays)).toBe('2026-12-31')
    expect(addWorkingDays(day('2027-01-04'), -2, holidays)).toBe('2026-12-30')
  })

  it('left are counted without today and with the last day', () => {
    expect(workingDaysLeft(day('2026-12-14'), day('2026-12-18'), holidays)).toBe(4)
    expect(workingDaysLeft(day('2026-12-18'), day('2026-12-18'), holidays)).toBe(0)
    expect(workingDaysLeft(day('2026-12-21'), day('2026-12-18'), holidays)).toBe(0)
  })

  test.prop([anyDay, fc.integer({ min: 0, max: 60 })])('added are counted back', (from, count) => {
    const to = addWorkingDays(from, count, holidays)
    expect(workingDaysBetween(from, to, holidays)).toBe(count)
  })
})

describe('a time limit of ten working days', () => {
  const due = (opened: string, time: string): string =>
    dueInstant({ openedAt: instantAt(day(opened), time), workingDays: 10 }, holidays)

  it('opened before noon of a working day counts that day as the first', () => {
    expect(due('2026-12-07', '08:00')).toBe(instantAt(day('2026-12-18'), '17:00'))
    expect(due('2026-12-07', '11:59')).toBe(instantAt(day('2026-12-18'), '17:00'))
  })

  it('opened at noon or later begins with the next working day', () => {
    expect(due('2026-12-07', '12:00')).toBe(instantAt(day('2026-12-21'), '17:00'))
  })

  it('opened on a Sunday begins on Monday', () => {
    expect(firstCountedDay(instantAt(day('2026-12-06'), '09:00'), holidays)).toBe('2026-12-07')
  })

  it('ends at the hour that the federation has set', () => {
    const term = {
      openedAt: instantAt(day('2026-12-07'), '08:00'),
      workingDays: 1,
      dueTime: '16:30',
    }
    expect(dueInstant(term, holidays)).toBe(instantAt(day('2026-12-07'), '16:30'))
  })

  it('has its days of grace at the same hour', () => {
    const at = instantAt(day('2026-12-31'), '17:00')
    expect(workingDaysLater(at, 2, holidays)).toBe(instantAt(day('2027-01-05'), '17:00'))
    expect(workingDaysLater(at, 0, holidays)).toBe(at)
  })
})
