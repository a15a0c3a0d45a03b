import { describe, expect, it } from 'vitest'
import { holidaysOfYear, tetWeeks } from '../../domain/federation/holidays.ts'
import { comparePositions, KEY_POSITIONS, POSITIONS } from '../../domain/federation/position.ts'
import { isWithin, parseTerm, writeTerm } from '../../domain/federation/term.ts'
import {
  isAbove,
  LEVELS_OF_KIND,
  mayStandAt,
  stoodOn,
  UNIT_KINDS,
} from '../../domain/federation/unit-kind.ts'
import { day } from '../../domain/grammar/day.ts'
import { workingDaysBetween } from '../../domain/grammar/working-days.ts'

describe('a term of office', () => {
  it('is five years long, from congress to congress', () => {
    expect(parseTerm('2023-2028')).toEqual({ term: { from: 2023, to: 2028 } })
    expect(parseTerm(' 2025 – 2030 ')).toEqual({ term: { from: 2025, to: 2030 } })
    expect(writeTerm({ from: 2023, to: 2028 })).toBe('2023–2028')
  })

  it('written "2018-2923" is refused, and the reason names the year that was meant', () => {
    const params = { from: 2018, to: 2923, expected: 2023 }
    expect(parseTerm('2018-2923')).toEqual({
      problem: { code: 'federation.term-not-five-years', params },
    })
  })

  it('of another century, or without two years, is refused', () => {
    expect(parseTerm('1018-1023')).toMatchObject({
      problem: { code: 'federation.term-implausible' },
    })
    expect(parseTerm('khoá XVI')).toMatchObject({ problem: { code: 'federation.term-unreadable' } })
  })

  it('shares the year of a congress with the next', () => {
    expect(isWithin({ from: 2023, to: 2028 }, 2028)).toBe(true)
    expect(isWithin({ from: 2023, to: 2028 }, 2029)).toBe(false)
  })
})

describe('the tree of units', () => {
  it('keeps kind and level apart', () => {
    expect(mayStandAt('CORPORATION_UNION', 'PROVINCIAL')).toBe(true)
    expect(mayStandAt('CORPORATION_UNION', 'IMMEDIATE_UPPER')).toBe(true)
    expect(mayStandAt('WARD_UNION', 'PROVINCIAL')).toBe(false)
    expect(UNIT_KINDS).toHaveLength(Object.keys(LEVELS_OF_KIND).length)
  })

  it('lets a level be missing between two units', () => {
    expect(isAbove('PROVINCIAL', 'GRASSROOTS')).toBe(true)
    expect(isAbove('GRASSROOTS', 'IMMEDIATE_UPPER')).toBe(false)
  })

  it('is seen as of a day: the districts stood until 30 June 2025', () => {
    const district = { validFrom: '1954-10-10', validTo: '2025-06-30' }
    expect(stoodOn(district, '2025-06-30')).toBe(true)
    expect(stoodOn(district, '2025-07-01')).toBe(false)
  })

  it('lists its officials by rank', () => {
    expect([...POSITIONS].toReversed().toSorted(comparePositions)).toEqual(POSITIONS)
    expect(KEY_POSITIONS).not.toContain('GROUP_DEPUTY')
  })
})

describe('the holidays of a year', () => {
  const of2027 = holidaysOfYear(2027)

  it('are those of the law, the lunar ones marked provisional', () => {
    const kings = of2027.find((row) => row.name === 'Giỗ Tổ Hùng Vương')
    expect(kings).toMatchObject({ day: '2027-04-16', provisional: true })
    expect(of2027.filter((row) => row.name === 'Tết Nguyên đán').map((row) => row.day)).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
    ])
  })

  it('that fall on a weekend are made up for on the next free working day', () => {
    const substitutes = of2027.filter((row) => row.name.startsWith('Nghỉ bù'))
    expect(substitutes.map((row) => row.day)).toEqual(['2027-02-10', '2027-02-11', '2027-05-03'])
  })

  it('leave fifteen working days in February 2027 for the child plans', () => {
    expect(workingDaysBetween(day('2027-01-31'), day('2027-02-26'), of2027)).toBe(15)
  })

  it('have each day once, in every year of the demo', () => {
    for (const year of [2025, 2026, 2027, 2028, 2029, 2030, 2031]) {
      const days = holidaysOfYear(year).map((row) => row.day)
      expect(new Set(days).size).toBe(days.length)
      expect(days).toEqual(days.toSorted())
    }
  })

  it('name the weeks around Tết in which no class is held', () => {
    expect(tetWeeks(2027)).toEqual({ from: '2027-02-01', to: '2027-02-12' })
  })
})
