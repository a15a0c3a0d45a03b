import { sql } from 'kysely'
import { CONFERENCE_OFFICES } from '../../domain/feedback/conference.ts'
import type { OfficerView } from '../../domain/feedback/conference.contract.ts'
import type { Tx } from '../database.ts'

/** Who may be in the chair or write the minutes today: those who can also sign here. */
export async function officersOf(tx: Tx): Promise<OfficerView[]> {
  const { rows } = await sql<OfficerView>`
    select o.id as official_id, o.full_name from official o
    where exists (select from account a where a.official_id = o.id and a.suspended_at is null)
      and exists (select from role_grant g join unit u on u.id = g.unit_id
        where g.official_id = o.id and u.parent_id is null and g.role = any(${[...CONFERENCE_OFFICES]}::text[])
          and g.since <= current_date and (g.until is null or g.until >= current_date))
    order by o.sort_name, o.id`.execute(tx)
  return rows
}
