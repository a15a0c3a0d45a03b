import { type RawBuilder, sql } from 'kysely'

export type KeyGrant = { officialId: string; role: string }

export type KeyHolders = {
  /** Everybody with an account who may draft or sign for the unit today. */
  holderIds: string[]
  /** Those of them who may sign, dated substitutes included. */
  signerIds: string[]
  hasDrafter: boolean
}

/** As a part of a larger statement: the unit's keys in force today, as a list of grants. */
export function holdersOfUnit(unitId: string): RawBuilder<readonly KeyGrant[]> {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('officialId', g.official_id, 'role', g.role)), '[]')
    from role_grant g
    join account a on a.official_id = g.official_id and a.suspended_at is null
    where g.unit_id = ${unitId}::uuid and g.role in ('unitDrafter', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date))`
}

export function keyHoldersAmong(grants: readonly KeyGrant[]): KeyHolders {
  const holding = (role: string) =>
    grants.filter((grant) => grant.role === role).map(({ officialId }) => officialId)
  return {
    holderIds: [...new Set(grants.map(({ officialId }) => officialId))],
    signerIds: holding('unitHead'),
    hasDrafter: holding('unitDrafter').length > 0,
  }
}
