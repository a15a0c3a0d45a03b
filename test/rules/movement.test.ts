import { describe, expect, it } from 'vitest'
import { addedUp, monthsDue, netGrowth, obstaclesToReporting } from '../../domain/cycle/movement.ts'
import { day } from '../../domain/grammar/day.ts'

const counts = (
  newlyDeveloped: number,
  otherDecrease: number,
  transferIn = 0,
  transferOut = 0,
) => ({
  newlyDeveloped,
  otherDecrease,
  transferIn,
  transferOut,
})

describe('net growth', () => {
  it('is what was newly developed less other decreases, transfers left out on both sides', () => {
    expect(netGrowth(counts(41_200, 11_200, 9_800, 10_400))).toEqual({
      net: 30_000,
      headcountChange: 29_400,
    })
  })

  it('may be less than nothing, and of several forms is that of their sum', () => {
    const rows = [counts(5, 9, 100, 0), counts(2, 1)]
    expect(netGrowth(addedUp(rows)).net).toBe(-3)
    expect(addedUp([])).toEqual(counts(0, 0))
  })
})

describe('a month is reported', () => {
  it('once it is over', () => {
    expect(monthsDue(2027, day('2027-06-30'))).toBe(5)
    expect(monthsDue(2027, day('2028-01-01'))).toBe(12)
    expect(monthsDue(2027, day('2026-12-31'))).toBe(0)
    expect(obstaclesToReporting([5], 2027, day('2027-06-30'))).toEqual([])
    expect(obstaclesToReporting([5, 6], 2027, day('2027-06-30'))).toMatchObject([
      { code: 'cycle.month-not-over', at: '/months/1', params: { month: 6 } },
    ])
  })
})
