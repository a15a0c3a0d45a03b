import { apportion } from '../grammar/apportion.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import type { ReleaseState } from './class-state.ts'

export type Quota = { unitId: string; seats: number; givenBack: number }

/** Seats shared out in whole numbers that add up, by how many of each unit the class is meant for. */
export function proposedQuotas(
  seats: number,
  units: readonly { unitId: string; eligible: number }[],
): { unitId: string; seats: number }[] {
  const shares = apportion(
    seats,
    units.map(({ eligible }) => eligible),
  )
  return units.map(({ unitId }, index) => ({ unitId, seats: shares?.[index] ?? 0 }))
}

/** What a unit still has of the seats it was given. */
export function seatsOf({ seats, givenBack }: Pick<Quota, 'seats' | 'givenBack'>): number {
  return seats - givenBack
}

/** Seats that no unit has: given back, or never shared out. */
export function freeSeats(seats: number, quotas: readonly Pick<Quota, 'seats' | 'givenBack'>[]) {
  return seats - quotas.reduce((sum, quota) => sum + seatsOf(quota), 0)
}

export function obstaclesToQuotas(seats: number, quotas: readonly { seats: number }[]): Obstacle[] {
  const sum = quotas.reduce((all, quota) => all + quota.seats, 0)
  return sum > seats ? [{ code: 'classes.quotas-over-seats', params: { sum, seats } }] : []
}

export type Waiting = {
  id: string
  unitId: string
  priority: number
  release: ReleaseState
  proposedAt: string
}

/** Who may surely come goes before whose employer has not answered; then as the unit ranked them. */
const SURENESS = {
  NOT_NEEDED: 0,
  GRANTED: 0,
  ASKED: 1,
  NO_ANSWER: 1,
  NOT_ASKED: 1,
  REFUSED: 2,
} as const satisfies Record<ReleaseState, number>

export function inWaitingOrder<W extends Waiting>(waiting: readonly W[]): W[] {
  return waiting.toSorted(
    (a, b) =>
      SURENESS[a.release] - SURENESS[b.release] ||
      a.priority - b.priority ||
      a.proposedAt.localeCompare(b.proposedAt) ||
      a.id.localeCompare(b.id),
  )
}

export type Seating = {
  seats: number
  quotas: readonly Quota[]
  /** The units of those who have a seat already, one entry a seat. */
  seated: readonly string[]
  waiting: readonly Waiting[]
}

/**
 * Who gets the free seats: first each unit's own people within its quota, then, with what no unit
 * used, whoever comes next on the waiting list.
 */
export function allot({ seats, quotas, seated, waiting }: Seating): string[] {
  const taken = new Map<string, number>()
  for (const unitId of seated) taken.set(unitId, (taken.get(unitId) ?? 0) + 1)
  let free = seats - seated.length
  const chosen = new Set<string>()
  const ranked = inWaitingOrder(waiting)
  const quotaOf = new Map(quotas.map((quota) => [quota.unitId, seatsOf(quota)]))
  const give = ({ id, unitId }: Waiting) => {
    chosen.add(id)
    taken.set(unitId, (taken.get(unitId) ?? 0) + 1)
    free -= 1
  }
  for (const each of ranked)
    if (free > 0 && (taken.get(each.unitId) ?? 0) < (quotaOf.get(each.unitId) ?? 0)) give(each)
  for (const each of ranked) if (free > 0 && !chosen.has(each.id)) give(each)
  return ranked.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
}
