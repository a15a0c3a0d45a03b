/** As the plan of 2018 words it; printed beside every net figure. */
export const NET_GROWTH_FORMULA =
  'Số đoàn viên thực tăng = số phát triển mới − số giảm khác, không tính chuyển đi, chuyển đến'

export const MOVEMENT_KINDS = [
  'JOINED_NEW',
  'LEFT_VOLUNTARY',
  'LABOUR_CONTRACT_ENDED',
  'UNIT_DISSOLVED',
  'RETIRED',
  'DECEASED',
  'EXPELLED',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'DATA_CORRECTION',
] as const
export type Movement = (typeof MOVEMENT_KINDS)[number]

/** What each movement that units report counts as; corrections of the data are reported apart. */
export const MOVEMENTS = {
  JOINED_NEW: 'new',
  LEFT_VOLUNTARY: 'decrease',
  LABOUR_CONTRACT_ENDED: 'decrease',
  UNIT_DISSOLVED: 'decrease',
  RETIRED: 'decrease',
  DECEASED: 'decrease',
  EXPELLED: 'decrease',
  TRANSFER_IN: 'in',
  TRANSFER_OUT: 'out',
  DATA_CORRECTION: 'apart',
} as const satisfies Record<Movement, string>

export type MovementCounts = Partial<Record<Movement, number>>

export type NetGrowth = {
  newlyDeveloped: number
  otherDecreases: number
  net: number
  /** What the number of members really changed by, transfers included. */
  headcountChange: number
}

/** S2.13: nobody types a net figure; it follows from the movements. */
export function netGrowth(counts: MovementCounts): NetGrowth {
  const sums = { new: 0, decrease: 0, in: 0, out: 0, apart: 0 }
  for (const kind of MOVEMENT_KINDS) sums[MOVEMENTS[kind]] += counts[kind] ?? 0
  const net = sums.new - sums.decrease
  return {
    newlyDeveloped: sums.new,
    otherDecreases: sums.decrease,
    net,
    headcountChange: net + sums.in - sums.out,
  }
}
