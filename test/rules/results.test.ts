import { describe, expect, it } from 'vitest'
import type { Target } from '../../domain/draft/target.ts'
import { isMeantFor } from '../../domain/classes/eligibility.ts'
import { missingFor } from '../../domain/reward/missing.ts'
import { questionShareOf } from '../../domain/reward/question-share.ts'
import { kindOfRows, resultOf, sourceOf, yearsCounted } from '../../domain/reward/results.ts'

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

  it('of some people only where the facts tell them from the others', () => {
    const some = { population: { positions: ['PRESIDENT'] } }
    expect(sourceOf(target(some))).toBe('attended')
    expect(sourceOf(target({ ...some, measuredIn: 'lớp', measure: 'count' }))).toBe('classesFor')
    expect(sourceOf(target({ ...some, kind: 'PERCENT', measuredIn: 'người' }))).toBe('attended')
    const own = { ...some, measuredIn: 'lớp', measure: 'count', isAllocated: true } as const
    expect(sourceOf(target(own))).toBeNull()
    expect(sourceOf(target({ ...some, measuredIn: '%', measure: 'certified' }))).toBeNull()
  })

  it('by the time for questions, where it is a share of hours', () => {
    expect(sourceOf(target({ measuredIn: '% số giờ', measure: 'count' }))).toBe('questionShare')
    expect(sourceOf(target({ measuredIn: '%', measure: 'count' }))).toBeNull()
  })

  it('over the years of the term so far, where it has to be reached in a term', () => {
    const year = { planYear: 2027, term: '2023–2028' }
    expect(yearsCounted({ period: 'TERM' }, year)).toEqual({ from: 2023, to: 2027 })
    expect(yearsCounted({ period: 'YEAR' }, year)).toEqual({ from: 2027, to: 2027 })
    const unread = { from: 2027, to: 2027 }
    expect(yearsCounted({ period: 'TERM' }, { ...year, term: null })).toEqual(unread)
    expect(yearsCounted({ period: 'TERM' }, { ...year, term: '2018–2023' })).toEqual(unread)
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

describe('what is not known says which fact is missing', () => {
  it.each([
    ['denominator', { kind: 'PERCENT', measuredIn: 'người' }],
    ['enterprises', { kind: 'PERCENT', measuredIn: 'doanh nghiệp', measure: 'count' }],
    ['unionQuality', { kind: 'PERCENT', measuredIn: 'công đoàn cơ sở', measure: 'completed' }],
    ['audiences', { measuredIn: 'lớp', population: { levels: ['PROVINCIAL'] } }],
    ['marks', { measuredIn: '%', measure: 'certified' }],
    ['sessions', { measuredIn: '% số giờ', measure: 'count' }],
    ['movement', { measure: 'net' }],
    ['noLedger', { measuredIn: '%', measure: 'count' }],
  ] as const)('%s', (missing, facts) => {
    expect(missingFor(target(facts))).toBe(missing)
  })
})

describe('a class is meant for some', () => {
  const wanted = {
    levels: ['PROVINCIAL', 'IMMEDIATE_UPPER'],
    positions: ['PRESIDENT', 'DEPT_HEAD'],
  }

  it('where it takes nobody else', () => {
    const asked = { levels: ['IMMEDIATE_UPPER'], positions: ['PRESIDENT'] }
    expect(isMeantFor(asked, wanted)).toBe(true)
    expect(isMeantFor({ ...asked, employment: 'FULL_TIME' }, wanted)).toBe(true)
    expect(isMeantFor({ ...asked, positions: ['PRESIDENT', 'SPECIALIST'] }, wanted)).toBe(false)
  })

  it('and not where it takes everybody', () => {
    expect(isMeantFor({}, wanted)).toBe(false)
    expect(isMeantFor({ levels: [], positions: ['PRESIDENT'] }, wanted)).toBe(false)
    expect(isMeantFor({}, { newInTerm: true })).toBe(false)
    expect(isMeantFor({ minWorkers: 300 }, { minWorkers: 500 })).toBe(false)
  })
})

describe('the time for questions', () => {
  const third = { minutes: 540, questionMinutes: 180 }
  const tenth = { minutes: 300, questionMinutes: 30 }

  it('is a share of all hours, and each class is looked at for itself', () => {
    expect(questionShareOf([third], 33.3)).toEqual({ percent: 33.3, classes: 1, reached: 1 })
    expect(questionShareOf([third, third, third, third, third, tenth], 25)).toEqual({
      percent: 31,
      classes: 6,
      reached: 5,
    })
  })

  it('is not known where no hour was held', () => {
    expect(questionShareOf([], 33.3)).toBeNull()
    expect(questionShareOf([{ minutes: 0, questionMinutes: 0 }], 33.3)).toBeNull()
  })
})
