import { describe, expect, it } from 'vitest'
import type { Target } from '../../domain/draft/target.ts'
import { kindOfRows, resultOf, sourceOf } from '../../domain/reward/results.ts'

const target = (facts: Partial<Target>): Target => ({
  code: 'T1',
  text: 'x',
  kind: 'EXACT',
  value: 40,
  minValue: null,
  maxValue: null,
  formula: null,
  measuredIn: 'học viên',
  measure: 'attended',
  period: 'YEAR',
  population: {},
  denominator: null,
  denominatorOn: null,
  isAllocated: false,
  ...facts,
})

describe('a target is counted', () => {
  it('by what it measures and in which unit', () => {
    expect(sourceOf(target({}))).toBe('attended')
    expect(sourceOf(target({ measuredIn: 'lớp', measure: 'count' }))).toBe('heldClasses')
    expect(sourceOf(target({ measuredIn: 'lớp', isAllocated: true }))).toBe('ownClasses')
    expect(sourceOf(target({ measuredIn: '%', measure: 'certified' }))).toBe('passRate')
    expect(sourceOf(target({ measure: 'net' }))).toBe('netGrowth')
  })

  it('by nothing where everybody is counted and only some are meant', () => {
    const some = { population: { positions: ['PRESIDENT'] } }
    expect(sourceOf(target(some))).toBeNull()
    expect(sourceOf(target({ ...some, measuredIn: 'lớp', measure: 'count' }))).toBeNull()
    expect(sourceOf(target({ ...some, kind: 'PERCENT', measuredIn: 'người' }))).toBe('attended')
  })

  it('in people, classes or unions, which are its rows', () => {
    expect(kindOfRows('certified')).toBe('PERSON')
    expect(kindOfRows('ownClasses')).toBe('CLASS')
    expect(kindOfRows('newUnions')).toBe('UNION')
  })
})

describe('what was done', () => {
  it('is set against the plan; of a range against its least', () => {
    expect(resultOf(target({}), 30)).toMatchObject({ done: 30, percent: 75, isReached: false })
    const range = target({ kind: 'RANGE', value: null, minValue: 1, maxValue: 2 })
    expect(resultOf(range, 1)).toMatchObject({ planned: 1, isReached: true })
  })

  it('is not known, and not 0, while nothing answers it', () => {
    expect(resultOf(target({}), null)).toMatchObject({ done: null, percent: null, isReached: null })
    const share = target({ kind: 'PERCENT', value: 90 })
    expect(resultOf(share, 40)).toMatchObject({ done: null, isReached: null })
    expect(resultOf({ ...share, denominator: 50 }, 40)).toMatchObject({ done: 80, percent: 80 })
  })
})
