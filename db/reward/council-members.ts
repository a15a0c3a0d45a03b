import { sql } from 'kysely'
import type { Member } from '../../domain/reward/council.ts'
import type { Tx } from '../database.ts'

export type Seat = Member & {
  fullName: string
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SECRETARY'
}

/**
 * Who sits in the council today, the chair first, each with the units that are theirs: where they
 * are posted, and where they hold a key. The federation's own offices are nobody's own unit.
 */
export async function seatsOf(tx: Tx, bodyId: string): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select m.official_id, o.full_name, m.role,
      array(select distinct u.path::text from unit u where u.parent_id is not null and (
        u.id = o.unit_id or exists (select from role_grant g where g.official_id = o.id and g.unit_id = u.id
          and g.since <= current_date and (g.until is null or g.until >= current_date)))) as unit_paths
    from body_member m join official o on o.id = m.official_id
    where m.body_id = ${bodyId} and m.since <= current_date and (m.until is null or m.until >= current_date)
    order by array_position(array['CHAIR', 'VICE_CHAIR', 'SECRETARY', 'MEMBER'], m.role), o.sort_name`.execute(
    tx,
  )
  return rows
}
