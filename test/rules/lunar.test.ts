import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../domain/grammar/day.ts'
import {
  dayOfLunar,
  hungKingsDayOf,
  lunarLabel,
  lunarOf,
  tetOf,
} from '../../domain/grammar/lunar.ts'

const TET = {
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
  2036: '2036-01-28',
  2037: '2037-02-15',
  2038: '2038-02-04',
  2039: '2039-01-24',
  2040: '2040-02-12',
}

describe('the lunar calendar of Viet Nam', () => {
  it.each(Object.entries(TET))('begins the year %s on %s', (year, first) => {
    expect(tetOf(Number(year))).toBe(first)
  })

  it.each([
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    [2028, '2028-04-04'],
    [2029, '2029-04-23'],
  ])('keeps the day of the Hùng kings of %i on %s', (year, kept) => {
    expect(hungKingsDayOf(year)).toBe(kept)
  })

  it('knows the leap months: the fourth of 2020, the second of 2023, the sixth of 2025', () => {
    expect(lunarOf(day('2020-05-23'))).toEqual({ year: 2020, month: 4, date: 1, isLeap: true })
    expect(lunarOf(day('2023-03-22'))).toEqual({ year: 2023, month: 2, date: 1, isLeap: true })
    expect(lunarOf(day('2025-07-25'))).toEqual({ year: 2025, month: 6, date: 1, isLeap: true })
  })

  it('says a day as people say it', () => {
    expect(lunarLabel(day('2027-02-06'))).toBe('mùng 1 tháng Giêng')
    expect(lunarLabel(day('2027-02-01'))).toBe('25 tháng Chạp')
    expect(lunarLabel(day('2025-07-25'))).toBe('mùng 1 tháng Sáu nhuận')
  })

  it('finds back the days of ten years, in months of 29 or 30 days', () => {
    for (let value = day('2024-01-01'); value < '2034-01-01'; value = addDays(value, 5)) {
      const lunar = lunarOf(value)
      expect(lunar.date).toBeLessThanOrEqual(30)
      expect(dayOfLunar(lunar)).toBe(value)
    }
  })

  it('has no 30th where the month ends on the 29th', () => {
    expect(lunarOf(day('2027-02-05')).date).toBe(29)
    expect(dayOfLunar({ year: 2026, month: 12, date: 30, isLeap: false })).toBeNull()
  })
})
