/** In the order in which officials list them. */
export const POSITIONS = [
  'PRESIDENT',
  'VICE_PRESIDENT',
  'STANDING_COMMITTEE_MEMBER',
  'EXECUTIVE_COMMITTEE_MEMBER',
  'INSPECTION_CHAIR',
  'INSPECTION_VICE_CHAIR',
  'INSPECTION_MEMBER',
  'DEPT_HEAD',
  'DEPT_DEPUTY',
  'SPECIALIST',
  'SECTION_PRESIDENT',
  'GROUP_LEADER',
  'GROUP_DEPUTY',
  'WOMEN_AFFAIRS_HEAD',
  'MASS_BOARD_MEMBER',
  'UNION_ACCOUNTANT',
  'SAFETY_REP',
  'PART_TIME_LECTURER',
] as const
export type Position = (typeof POSITIONS)[number]

export const EMPLOYMENTS = ['FULL_TIME', 'PART_TIME'] as const
export type Employment = (typeof EMPLOYMENTS)[number]

/** "Cán bộ chủ chốt" until a federation chooses its own set: who leads a unit or a department. */
export const KEY_POSITIONS: readonly Position[] = [
  'PRESIDENT',
  'VICE_PRESIDENT',
  'STANDING_COMMITTEE_MEMBER',
  'INSPECTION_CHAIR',
  'DEPT_HEAD',
  'DEPT_DEPUTY',
]

/** By rank, so that a list begins with the president. */
export function comparePositions(a: Position, b: Position): number {
  return POSITIONS.indexOf(a) - POSITIONS.indexOf(b)
}
