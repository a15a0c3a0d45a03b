import { describe, expect, it } from 'vitest'
import { sharedOut, type UnitToShare, weighedBy } from '../../domain/revision/share-out.ts'
import { fc, test } from './properties.ts'

const unit = (unitId: string, given: Partial<UnitToShare> = {}): UnitToShare => ({
  unitId,
  value: 100,
  weight: 1,
  limit: null,
  granted: null,
  ...given,
})
const all = (units: readonly UnitToShare[]) => new Set(units.map(({ unitId }) => unitId))
const afterOf = (result: ReturnType<typeof sharedOut>) =>
  'shares' in result ? result.shares.map(({ after, because }) => [after, because]) : result.problem

describe('a target divided anew', () => {
  it('goes by the weights, in whole numbers that add up', () => {
    const units = [unit('a', { weight: 2 }), unit('b', { weight: 1 }), unit('c', { weight: 0 })]
    expect(afterOf(sharedOut(100, units, all(units)))).toEqual([
      [67, 'basis'],
      [33, 'basis'],
      [0, 'basis'],
    ])
  })

  it('keeps whoever is not chosen, and what was granted', () => {
    const units = [unit('a'), unit('b', { value: 30 }), unit('c', { granted: 20 })]
    expect(afterOf(sharedOut(100, units, new Set(['a', 'c'])))).toEqual([
      [50, 'basis'],
      [30, 'kept'],
      [20, 'granted'],
    ])
  })

  it('gives nobody more than it asked for itself, and the rest goes on', () => {
    const units = [unit('a', { weight: 8, limit: 10 }), unit('b'), unit('c')]
    expect(afterOf(sharedOut(100, units, all(units)))).toEqual([
      [10, 'limit'],
      [45, 'basis'],
      [45, 'basis'],
    ])
  })

  it('says how much nobody can take, and why', () => {
    const bound = [unit('a', { limit: 10 }), unit('b', { limit: 20 })]
    expect(afterOf(sharedOut(100, bound, all(bound)))).toEqual({
      code: 'revision.limits-too-tight',
      params: { left: 70 },
    })
    const empty = [unit('a', { weight: 0 })]
    expect(afterOf(sharedOut(5, empty, all(empty)))).toMatchObject({ code: 'revision.no-basis' })
    const kept = [unit('a'), unit('b')]
    expect(afterOf(sharedOut(50, kept, new Set(['a'])))).toEqual({
      code: 'revision.kept-too-much',
      params: { over: 50 },
    })
  })

  it('weighs by what was chosen', () => {
    const facts = { ...unit('a'), need: 1, size: 2, lastYearDone: 3 }
    expect(weighedBy('NEED', [facts])[0]?.weight).toBe(1)
    expect(weighedBy('SIZE', [facts])[0]?.weight).toBe(2)
    expect(weighedBy('LAST_YEAR', [facts])[0]?.weight).toBe(3)
  })

  const anyUnit = fc.record({
    value: fc.nat({ max: 2_000 }),
    weight: fc.nat({ max: 5_000 }),
    limit: fc.option(fc.nat({ max: 1_500 }), { nil: null }),
    granted: fc.option(fc.nat({ max: 500 }), { nil: null, freq: 5 }),
    isChosen: fc.boolean(),
  })
  const units = fc.array(anyUnit, { minLength: 1, maxLength: 43 })

  test.prop([units, fc.nat({ max: 60_000 })])(
    'holds its headline in whole numbers, over nobody’s limit, the same when run again or turned round',
    (given, headline) => {
      const list = given.map((each, index) => ({ ...each, unitId: `u${index}` }))
      const chosen = new Set(list.filter(({ isChosen }) => isChosen).map(({ unitId }) => unitId))
      const result = sharedOut(headline, list, chosen)
      if ('problem' in result) return
      expect(result.shares.reduce((sum, { after }) => sum + after, 0)).toBe(headline)
      for (const [index, { after, because }] of result.shares.entries()) {
        expect(Number.isInteger(after) && after >= 0).toBe(true)
        const { limit, granted, value } = list[index] ?? { limit: 0, granted: 0, value: 0 }
        if (because === 'basis' || because === 'limit')
          expect(after).toBeLessThanOrEqual(limit ?? Infinity)
        if (because === 'granted') expect(after).toBe(granted)
        if (because === 'kept') expect(after).toBe(value)
      }
      const again = list.map((each, index) => ({
        ...each,
        value: result.shares[index]?.after ?? 0,
      }))
      const twice = sharedOut(headline, again, chosen)
      expect('shares' in twice && twice.shares.map(({ after }) => after)).toEqual(
        result.shares.map(({ after }) => after),
      )
      const turned = sharedOut(headline, list.toReversed(), chosen)
      expect('shares' in turned && turned.shares.toReversed()).toEqual(result.shares)
    },
  )

  test.prop([units, fc.nat({ max: 60_000 })])(
    'fails only where the limits, the weights or what is kept leave no way',
    (given, headline) => {
      const list = given.map((each, index) => ({ ...each, unitId: `u${index}` }))
      const open = list.filter(({ isChosen, granted }) => isChosen && granted === null)
      const kept = list
        .filter((each) => !open.includes(each))
        .reduce((sum, { granted, value }) => sum + (granted ?? value), 0)
      const room = open
        .filter(({ weight }) => weight > 0)
        .reduce((sum, { limit }) => sum + (limit ?? Infinity), 0)
      const goal = headline - kept
      const result = sharedOut(headline, list, new Set(open.map(({ unitId }) => unitId)))
      expect('shares' in result).toBe(goal === 0 || (goal > 0 && room >= goal))
    },
  )
})
