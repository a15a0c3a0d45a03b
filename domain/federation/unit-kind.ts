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

export const UNIT_KINDS = [
  'GENERAL_CONFEDERATION',
  'PROVINCIAL_FEDERATION',
  'CENTRAL_SECTOR_UNION',
  'DISTRICT_FEDERATION',
  'WARD_UNION',
  'COMMUNE_UNION',
  'SPECIAL_ZONE_UNION',
  'LOCAL_SECTOR_UNION',
  'CORPORATION_UNION',
  'GROUP_UNION',
  'INDUSTRIAL_PARK_UNION',
  'AFFILIATED_UNIT',
  'GRASSROOTS_UNION',
  'TRADE_GUILD',
  'MEMBER_GRASSROOTS_UNION',
  'UNION_SECTION',
  'UNION_GROUP',
] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

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
} as const satisfies Record<UnitKind, readonly Level[]>

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
