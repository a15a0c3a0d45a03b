/** The levels of the Law on Trade Unions, from the top; the last three lie below the grassroots. */
export const LEVELS = [
  'CENTRAL',
  'PROVINCIAL',
  'IMMEDIATE_UPPER',
  'GRASSROOTS',
  'GRASSROOTS_MEMBER',
  'SECTION',
  'GROUP',
] as const
export type Level = (typeof LEVELS)[number]

/** Kind and level are two things: a corporation's union stands at either of two levels. */
export const LEVELS_OF_KIND = {
  GENERAL_CONFEDERATION: ['CENTRAL'],
  PROVINCIAL_FEDERATION: ['PROVINCIAL'],
  CENTRAL_SECTOR_UNION: ['PROVINCIAL'],
  DISTRICT_FEDERATION: ['IMMEDIATE_UPPER'],
  WARD_UNION: ['IMMEDIATE_UPPER'],
  COMMUNE_UNION: ['IMMEDIATE_UPPER'],
  SPECIAL_ZONE_UNION: ['IMMEDIATE_UPPER'],
  LOCAL_SECTOR_UNION: ['IMMEDIATE_UPPER'],
  CORPORATION_UNION: ['PROVINCIAL', 'IMMEDIATE_UPPER'],
  GROUP_UNION: ['PROVINCIAL', 'IMMEDIATE_UPPER'],
  INDUSTRIAL_PARK_UNION: ['IMMEDIATE_UPPER'],
  AFFILIATED_UNIT: ['CENTRAL', 'PROVINCIAL'],
  GRASSROOTS_UNION: ['GRASSROOTS'],
  TRADE_GUILD: ['GRASSROOTS'],
  MEMBER_GRASSROOTS_UNION: ['GRASSROOTS_MEMBER'],
  UNION_SECTION: ['SECTION'],
  UNION_GROUP: ['GROUP'],
} as const satisfies Record<string, readonly Level[]>

export type UnitKind = keyof typeof LEVELS_OF_KIND
// The keys of a literal are exactly its kinds; Object.keys only forgets that.
export const UNIT_KINDS = Object.keys(LEVELS_OF_KIND) as readonly UnitKind[]

export const OWNERSHIPS = ['STATE', 'NON_STATE', 'FDI', 'PUBLIC_SERVICE'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

export function mayStandAt(kind: UnitKind, level: Level): boolean {
  const levels: readonly Level[] = LEVELS_OF_KIND[kind]
  return levels.includes(level)
}

/** Whether a unit of this level may have that level directly below it: any lower one. */
export function isAbove(upper: Level, lower: Level): boolean {
  return LEVELS.indexOf(upper) < LEVELS.indexOf(lower)
}

/** A unit counts on a day from its first to its last day, both included. */
export function stoodOn(unit: { validFrom: string; validTo: string | null }, day: string): boolean {
  return unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo)
}
