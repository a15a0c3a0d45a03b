import { apportion } from '../grammar/apportion.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

export type UnitShare = { unitId: string; value: number }

/** What was granted to units that had asked. */
export type Grants = readonly { unitId: string; granted: number }[]

export type NewShare = {
  unitId: string
  before: number
  after: number
  /** Why it is so: the unit's own request, its part of what others gave up or got, or nothing. */
  because: 'granted' | 'carries' | 'unchanged'
}

export type Redistribution = { shares: NewShare[] } | { problem: Obstacle }

/**
 * Divides a target anew so that the headline still holds (S2.25): granted shares are kept to the
 * number, and the rest is carried by the other units in proportion to what they had; by those
 * named in `carriers`, where somebody is named. Nobody who carries more ends with less, or the
 * other way round, and the same decisions always give the same shares.
 */
export function redistributed(
  headline: number,
  shares: readonly UnitShare[],
  grants: Grants,
  carriers: readonly string[] = [],
): Redistribution {
  const granted = new Map(grants.map((grant) => [grant.unitId, grant.granted]))
  const mayCarry = (unitId: string): boolean =>
    !granted.has(unitId) && (carriers.length === 0 || carriers.includes(unitId))
  const carrying = shares
    .filter((share) => mayCarry(share.unitId))
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
  const fixed = shares
    .filter((share) => !mayCarry(share.unitId))
    .reduce((sum, share) => sum + (granted.get(share.unitId) ?? share.value), 0)
  const parts = apportion(
    headline - fixed,
    carrying.map((share) => share.value),
  )
  if (parts === null || (carrying.length === 0 && headline !== fixed)) {
    return { problem: { code: 'revision.headline-unreachable', params: { headline, fixed } } }
  }
  const carried = new Map(carrying.map((share, index) => [share.unitId, parts[index] ?? 0]))
  return {
    shares: shares.map(({ unitId, value }) => {
      const after = granted.get(unitId) ?? carried.get(unitId) ?? value
      const moved = after === value ? 'unchanged' : 'carries'
      return { unitId, before: value, after, because: granted.has(unitId) ? 'granted' : moved }
    }),
  }
}

export const REQUEST_OUTCOMES = ['ACCEPTED', 'PARTLY', 'NOT_ACCEPTED'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]

export type RequestDecision = {
  outcome: RequestOutcome
  assigned: number
  requested: number
  granted: number
  explanation: string | null
}

/** Accepted is what was asked, not accepted is what was assigned, partly lies between. */
export function obstaclesInDecision(decision: RequestDecision): Obstacle[] {
  const { outcome, assigned, requested, granted, explanation } = decision
  const isBetween =
    granted > Math.min(assigned, requested) && granted < Math.max(assigned, requested)
  const isInOrder = {
    ACCEPTED: granted === requested,
    PARTLY: isBetween,
    NOT_ACCEPTED: granted === assigned,
  } satisfies Record<RequestOutcome, boolean>
  const params = { assigned, requested, granted }
  return [
    ...(isInOrder[outcome]
      ? []
      : [{ code: 'revision.granted-contradicts-outcome', params, at: '/granted' }]),
    ...(outcome !== 'ACCEPTED' && !explanation?.trim()
      ? [{ code: 'revision.explanation-missing', at: '/explanation' }]
      : []),
  ]
}
