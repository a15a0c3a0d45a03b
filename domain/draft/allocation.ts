import { apportion } from '../grammar/apportion.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { headlineOf, type Target } from './target.ts'

/** What one unit is to contribute to a target. */
export type Allocation = { unitId: string; value: number }

export type Balance = {
  headline: number | null
  allocated: number
  /** Still to give out; negative when too much was given; null where the target has no headline. */
  remaining: number | null
}

export function balanceOf(target: Target, allocations: readonly Allocation[]): Balance {
  const headline = headlineOf(target)
  const allocated = rounded(allocations.reduce((sum, each) => sum + each.value, 0))
  return {
    headline,
    allocated,
    remaining: headline === null ? null : rounded(headline - allocated),
  }
}

/** Sums of decimals are rounded to hundredths, or 0,1 + 0,2 would never be 0,3. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** `at` is the JSON pointer of the list. A plan may promise "at least": giving out more than its minimum is in order. */
export function obstaclesInAllocation(
  target: Target,
  allocations: readonly Allocation[],
  at: string,
): Obstacle[] {
  if (!target.isAllocated) return []

  const { headline, allocated, remaining } = balanceOf(target, allocations)
  const negative = allocations.findIndex((each) => each.value < 0)
  if (negative >= 0) {
    const params = { code: target.code }
    return [{ code: 'draft.allocation-negative', params, at: `${at}/${negative}/value` }]
  }
  if (headline === null || remaining === null) return []
  const isInOrder = target.kind === 'MIN' ? remaining <= 0 : remaining === 0
  const params = { code: target.code, headline, allocated, remaining }
  return isInOrder ? [] : [{ code: 'draft.allocation-differs', params, at }]
}

/** Shares a headline out by a weight per unit (need, members, last year); null when nothing weighs. */
export function proposedAllocation(
  headline: number,
  units: readonly { unitId: string; weight: number }[],
): Allocation[] | null {
  const shares = apportion(
    headline,
    units.map((unit) => unit.weight),
  )
  return shares && units.map(({ unitId }, index) => ({ unitId, value: shares[index] ?? 0 }))
}
