import { sql } from 'kysely'
import type { AccountView } from '../../domain/federation/accounts.contract.ts'
import type { Tx } from '../database.ts'

/** Everyone who may sign in, by unit and name, with the roles held today. */
export async function accountsOf(tx: Tx): Promise<{ accounts: AccountView[] }> {
  const { rows } = await sql<AccountView>`
    select a.user_id as account_id, a.official_id, a.username, o.full_name, u.code as unit_code,
      u.name as unit_name, a.suspended_at is not null as is_suspended,
      array(
        select distinct g.role from role_grant g
        where g.official_id = a.official_id and g.since <= current_date
          and (g.until is null or g.until >= current_date)
        order by g.role) as roles
    from account a
    join official o on o.id = a.official_id
    join unit u on u.id = o.unit_id
    order by u.code, o.sort_words, a.user_id`.execute(tx)
  return { accounts: rows }
}
