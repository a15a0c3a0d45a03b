import { type Day, monthOf, yearOf } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

/** As the plan of 2018 words it; printed beside every net figure. */
export const NET_GROWTH_FORMULA =
  'Số đoàn viên thực tăng = số phát triển mới − số giảm khác, không tính chuyển đi, chuyển đến'

/** What a unit reports of a month; other decrease: whoever left, retired or lost the contract. */
export const MOVEMENT_TERMS = [
  'newlyDeveloped',
  'otherDecrease',
  'transferIn',
  'transferOut',
] as const
export type MovementTerm = (typeof MOVEMENT_TERMS)[number]

export type MovementCounts = Record<MovementTerm, number>

export type NetGrowth = {
  net: number
  /** What the number of members really changed by, transfers included. */
  headcountChange: number
}

/** S2.13: nobody types a net figure; it follows from the movements. */
export function netGrowth(counts: MovementCounts): NetGrowth {
  const net = counts.newlyDeveloped - counts.otherDecrease
  return { net, headcountChange: net + counts.transferIn - counts.transferOut }
}

export function addedUp(rows: readonly MovementCounts[]): MovementCounts {
  const sum = { newlyDeveloped: 0, otherDecrease: 0, transferIn: 0, transferOut: 0 }
  for (const row of rows) for (const term of MOVEMENT_TERMS) sum[term] += row[term]
  return sum
}

export const MOVEMENT_STATES = ['DRAFT', 'SENT'] as const
export type MovementState = (typeof MOVEMENT_STATES)[number]

/** The months that can be reported: those that have ended. */
export function monthsDue(planYear: number, today: Day): number {
  if (yearOf(today) > planYear) return 12
  return yearOf(today) < planYear ? 0 : monthOf(today) - 1
}

/** A month that still runs has no figures yet. */
export function obstaclesToReporting(
  months: readonly number[],
  planYear: number,
  today: Day,
): Obstacle[] {
  const due = monthsDue(planYear, today)
  return months.flatMap((month, index) =>
    month > due
      ? [{ code: 'cycle.month-not-over', params: { month, planYear }, at: `/months/${index}` }]
      : [],
  )
}
