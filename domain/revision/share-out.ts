import { apportion } from '../grammar/apportion.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

/** By what a target is divided anew: who needs it most, who is largest, who did most last year. */
export const BASES = ['NEED', 'SIZE', 'LAST_YEAR'] as const
export type Basis = (typeof BASES)[number]

export type UnitToShare = {
  unitId: string
  value: number
  /** Of the basis that was chosen. */
  weight: number
  /** What the unit itself asked for and nobody has decided: it is given no more. */
  limit: number | null
  /** What was decided on its request: kept to the number. */
  granted: number | null
}

export const SHARE_REASONS = ['basis', 'limit', 'granted', 'kept'] as const
export type ShareReason = (typeof SHARE_REASONS)[number]
export type SharedUnit = { unitId: string; before: number; after: number; because: ShareReason }

export type SharedOut = { shares: SharedUnit[]; weights: number } | { problem: Obstacle }

/**
 * Divides a target over the chosen units so that the headline holds to the number (S2.25). What they
 * have now does not count, so that the same choice run again gives the same; what was granted, and
 * whoever is not chosen, is kept; whoever reaches its own limit stays there and the rest goes on.
 */
export function sharedOut(
  headline: number,
  units: readonly UnitToShare[],
  chosen: ReadonlySet<string>,
): SharedOut {
  const open = units
    .filter(({ unitId, granted }) => granted === null && chosen.has(unitId))
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
  const ids = new Set(open.map(({ unitId }) => unitId))
  const fixed = units.filter(({ unitId }) => !ids.has(unitId))
  const kept = fixed.reduce((sum, { granted, value }) => sum + (granted ?? value), 0)
  const filled = fill(headline - kept, open)
  if ('problem' in filled) return filled
  return {
    weights: open.reduce((sum, { weight }) => sum + weight, 0),
    shares: units.map(({ unitId, value, granted }) => {
      const given = filled.given.get(unitId)
      if (given) return { unitId, before: value, ...given }
      const because = granted === null ? 'kept' : 'granted'
      return { unitId, before: value, after: granted ?? value, because }
    }),
  }
}

type Given = Map<string, Pick<SharedUnit, 'after' | 'because'>>

/** Fills up like water: who is full is taken out, until nobody runs over. */
function fill(
  goal: number,
  units: readonly UnitToShare[],
): { given: Given } | { problem: Obstacle } {
  const given: Given = new Map()
  let left = goal
  let open = units
  for (;;) {
    const parts =
      left < 0
        ? null
        : apportion(
            left,
            open.map(({ weight }) => weight),
          )
    if (parts === null || (open.length === 0 && left > 0))
      return { problem: problemOf(given, left) }
    const isOver = ({ limit }: UnitToShare, index: number) =>
      limit !== null && (parts[index] ?? 0) > limit
    const full = open.filter(isOver)
    if (full.length === 0) {
      for (const [index, { unitId }] of open.entries())
        given.set(unitId, { after: parts[index] ?? 0, because: 'basis' })
      return { given }
    }
    for (const { unitId, limit } of full) given.set(unitId, { after: limit ?? 0, because: 'limit' })
    left -= full.reduce((sum, { limit }) => sum + (limit ?? 0), 0)
    open = open.filter((unit, index) => !isOver(unit, index))
  }
}

function problemOf(given: Given, left: number): Obstacle {
  if (left < 0) return { code: 'revision.kept-too-much', params: { over: -left } }
  const code = given.size > 0 ? 'revision.limits-too-tight' : 'revision.no-basis'
  return { code, params: { left } }
}

type Facts = Pick<UnitToShare, 'unitId' | 'value' | 'limit' | 'granted'> & {
  need: number
  size: number
  lastYearDone: number
}

const FACT_OF = { NEED: 'need', SIZE: 'size', LAST_YEAR: 'lastYearDone' } as const satisfies Record<
  Basis,
  keyof Facts
>

/** The units as the rule takes them, weighed by what was chosen. */
export function weighedBy(basis: Basis, units: readonly Facts[]): UnitToShare[] {
  return units.map(({ unitId, value, limit, granted, ...facts }) => ({
    unitId,
    value,
    limit,
    granted,
    weight: facts[FACT_OF[basis]],
  }))
}
