import { sql } from 'kysely'
import type { Tx } from '../database.ts'

export type KeyHolders = {
  /** Everybody with an account who may draft or sign for the unit today. */
  holderIds: string[]
  /** Those of them who may sign, dated substitutes included. */
  signerIds: string[]
  hasDrafter: boolean
}

export async function keyHoldersOf(tx: Tx, unitId: string): Promise<KeyHolders> {
  const { rows } = await sql<{ officialId: string; role: string }>`
    select g.official_id as "officialId", g.role from role_grant g
    join account a on a.official_id = g.official_id and a.suspended_at is null
    where g.unit_id = ${unitId} and g.role in ('unitDrafter', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date)`.execute(tx)
  const holding = (role: string) =>
    rows.filter((row) => row.role === role).map(({ officialId }) => officialId)
  return {
    holderIds: [...new Set(rows.map(({ officialId }) => officialId))],
    signerIds: holding('unitHead'),
    hasDrafter: holding('unitDrafter').length > 0,
  }
}
