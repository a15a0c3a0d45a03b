import { describe, expect, it } from 'vitest'
import { CLASS_STATES, NOMINATION_STATES } from '../../domain/classes/class-state.ts'
import {
  isOver,
  obstaclesToRating,
  ratingFiguresOf,
  SATISFACTION,
  scoreOf,
  wordOf,
} from '../../domain/classes/rating.ts'
import { ratingForm } from '../../domain/classes/rating.contract.ts'
import { pastYearForm } from '../../domain/cycle/past.contract.ts'

const codes = (standing: Partial<Parameters<typeof obstaclesToRating>[0]>) =>
  obstaclesToRating({ state: 'ATTENDED', attended: 1, yearIsClosed: false, ...standing }).map(
    ({ code }) => code,
  )

describe('a class is rated', () => {
  it('once its last session is over', () => {
    expect(CLASS_STATES.filter(isOver)).toEqual(['MARKING', 'CERTIFYING', 'SETTLED', 'CLOSED'])
  })

  it('by whoever held a seat and was there once, until the year is closed', () => {
    expect(codes({})).toEqual([])
    expect(codes({ attended: 0 })).toEqual(['classes.not-there'])
    expect(codes({ yearIsClosed: true })).toEqual(['classes.rating-over'])
    const seated = NOMINATION_STATES.filter((state) => codes({ state }).length === 0)
    expect(seated).toEqual(['CONFIRMED', 'ATTENDED', 'NO_SHOW'])
  })

  it('in five words, which count from 1 to 5', () => {
    expect(SATISFACTION.map((word) => scoreOf(SATISFACTION, word))).toEqual([1, 2, 3, 4, 5])
    for (const word of SATISFACTION)
      expect(wordOf(SATISFACTION, scoreOf(SATISFACTION, word))).toBe(word)
    expect(() => wordOf(SATISFACTION, 6)).toThrow()
  })

  it('with a remark of at most a thousand characters, or none', () => {
    const said = { satisfaction: 'NEUTRAL', usefulness: 'PARTLY' }
    expect(ratingForm.parse(said).remark).toBeNull()
    const fits = (remark: string) => ratingForm.safeParse({ ...said, remark }).success
    expect([fits('a'.repeat(1_000)), fits('a'.repeat(1_001)), fits('  '), fits('a\u0007')]).toEqual(
      [true, false, false, false],
    )
  })
})

describe('the figures of the opinions', () => {
  const sums = (ratings: number, each: number) => ({
    ratings,
    satisfaction: ratings * each,
    usefulness: ratings * each,
    satisfied: each >= 4 ? ratings : 0,
  })

  it('are not there below three opinions', () => {
    expect(ratingFiguresOf([])).toBeNull()
    expect(ratingFiguresOf([null, null])).toBeNull()
    expect(ratingFiguresOf([sums(2, 5)])).toBeNull()
    expect(ratingFiguresOf([sums(3, 5)])).not.toBeNull()
  })

  it('are the mean with one decimal and the share of those satisfied, over every opinion', () => {
    expect(ratingFiguresOf([sums(3, 5), null, sums(6, 3)])).toEqual({
      ratings: 9,
      satisfaction: 3.7,
      usefulness: 3.7,
      satisfiedPercent: 33,
    })
  })

  it('say nothing of a use that a past year did not ask for', () => {
    const past = { ...sums(10, 4), usefulness: null }
    expect(ratingFiguresOf([past])).toMatchObject({ usefulness: null, satisfaction: 4 })
    expect(ratingFiguresOf([past, sums(3, 2)])).toMatchObject({ usefulness: 2 })
  })
})

describe('a past year brings opinions in', () => {
  const takes = (figures: Record<string, number>) =>
    pastYearForm.safeParse({
      planYear: 2025,
      results: [{ kind: 'CLASS', code: 'L01', title: 'x', planned: 9, done: 9, figures }],
    }).success

  it('whole or not at all, and within their bounds', () => {
    const whole = { ratings: 8, satisfaction: 4.2, satisfied: 7 }
    expect([takes({ tested: 8 }), takes(whole)]).toEqual([true, true])
    for (const wrong of [
      { ratings: 8 },
      { ...whole, satisfaction: 5.1 },
      { ...whole, satisfaction: 0 },
      { ...whole, satisfied: 9 },
      { ...whole, ratings: 8.5 },
      { ...whole, ratings: 1e11 },
    ])
      expect(takes(wrong), JSON.stringify(wrong)).toBe(false)
  })
})
