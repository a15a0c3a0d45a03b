import { type RawBuilder, sql } from 'kysely'
import type { Invitation } from '../../domain/feedback/preparation.ts'
import type { Tx } from '../database.ts'

const idsOf = (units: readonly { id: string }[]) => units.map(({ id }) => id)

/** Of a unit `u` below an `office`: whether a round asks it. The same for the count and the deed. */
export function isInvited(invitation: Invitation): RawBuilder<boolean> {
  const { everyone, kinds, units, without } = invitation
  return sql<boolean>`(u.level = 'IMMEDIATE_UPPER' and u.path <@ office.path
    and u.valid_from <= current_date and (u.valid_to is null or u.valid_to >= current_date)
    and (${everyone}::boolean or u.kind = any(${[...kinds]}::text[]) or ${isBelow(units)})
    and not ${isBelow(without)})`
}

function isBelow(units: readonly { id: string }[]): RawBuilder<boolean> {
  if (units.length === 0) return sql<boolean>`false`
  return sql<boolean>`exists (
    select from unit named where named.id = any(${idsOf(units)}::uuid[]) and u.path <@ named.path)`
}

export type Invited = { count: number; units: { unitId: string; unitName: string }[] }

/** Who would be asked: how many, and the names of as many as one looks through. */
export async function invitedUnits(
  tx: Tx,
  cycleId: string,
  invitation: Invitation,
  most = 500,
): Promise<Invited> {
  const { rows } = await sql<{ unitId: string; unitName: string; count: number }>`
    select u.id as unit_id, u.name as unit_name, count(*) over ()::integer as count
    from cycle c join unit office on office.id = c.unit_id, unit u
    where c.id = ${cycleId}::uuid and ${isInvited(invitation)}
    order by u.name collate vi_natural, u.id limit ${most}`.execute(tx)
  return {
    count: rows[0]?.count ?? 0,
    units: rows.map(({ unitId, unitName }) => ({ unitId, unitName })),
  }
}
