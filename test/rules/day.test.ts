import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareDays,
  day,
  dayOfInstant,
  daysBetween,
  instantAt,
  isDay,
  parseDay,
  timeOfInstant,
  weekdayOf,
  writeDay,
  writePaperDate,
} from '../../domain/grammar/day.ts'
import { fc, test } from './properties.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('2000-01-01'), n))

describe('a day', () => {
  it.each(['15/3/2027', '15.3.27', '15-03-2027', '15032027', '2027-03-15', ' 15/03/2027 '])(
    'is read from %s',
    (raw) => expect(parseDay(raw)).toEqual({ day: '2027-03-15' }),
  )

  it('that does not exist is refused by name', () => {
    expect(parseDay('31/02/2027')).toEqual({
      problem: { code: 'grammar.not-a-day', params: { raw: '31/02/2027' } },
    })
    expect(isDay('2027-02-29')).toBe(false)
    expect(isDay('2028-02-29')).toBe(true)
    expect(() => day('2027-13-01')).toThrow(RangeError)
  })

  it('that cannot be read says so, and an empty field says that it is missing', () => {
    expect(parseDay('giữa tháng ba')).toMatchObject({ problem: { code: 'grammar.day-unreadable' } })
    expect(parseDay('  ')).toEqual({ problem: { code: 'grammar.day-missing' } })
  })

  it('is written on papers with a zero before days under 10 and months 1 and 2 only', () => {
    expect(writePaperDate(day('2026-09-05'))).toBe('ngày 05 tháng 9 năm 2026')
    expect(writePaperDate(day('2021-02-01'))).toBe('ngày 01 tháng 02 năm 2021')
    expect(writeDay(day('2026-12-18'))).toBe('18/12/2026')
    expect(writeDay(day('2026-09-05'))).toBe('05/9/2026')
  })

  it('has its weekday, Monday first', () => {
    expect(weekdayOf(day('2026-12-14'))).toBe(1)
    expect(weekdayOf(day('2026-12-20'))).toBe(7)
  })

  test.prop([anyDay])('written is read back the same', (value) => {
    expect(parseDay(writeDay(value))).toEqual({ day: value })
  })

  test.prop([anyDay, fc.integer({ min: -5000, max: 5000 })])('moved is so far away', (value, n) => {
    const moved = addDays(value, n)
    expect(daysBetween(value, moved)).toBe(n)
    expect(compareDays(value, moved)).toBe(0 - Math.sign(n))
  })
})

describe('an instant', () => {
  it('belongs to the day that it is in Viet Nam', () => {
    expect(dayOfInstant('2026-12-17T16:59:59Z')).toBe('2026-12-17')
    expect(dayOfInstant(new Date('2026-12-17T17:00:00Z'))).toBe('2026-12-18')
  })

  it('of a deadline is five in the afternoon in Viet Nam', () => {
    expect(instantAt(day('2026-12-18'), '17:00')).toBe('2026-12-18T10:00:00.000Z')
    expect(timeOfInstant('2026-12-18T10:00:00.000Z')).toBe('17:00')
  })
})
