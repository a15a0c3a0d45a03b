import { sql } from 'kysely'
import type { PasswordContext } from '../../domain/federation/password.ts'
import type { Tx } from '../database.ts'

/** The names that somebody who knows the office would try: its own, the unit's, the person's. */
export async function passwordContextOf(
  tx: Tx,
  whose: { accountId: string } | { officialId: string },
): Promise<PasswordContext> {
  const condition =
    'accountId' in whose
      ? sql`a.user_id = ${whose.accountId}::uuid`
      : sql`o.id = ${whose.officialId}::uuid`
  const { rows } = await sql<{ names: string[] }>`
    select array_remove(array[f.name, f.short_name, f.place, f.symbol, u.name, o.full_name, a.username], null)
      as names
    from official o
    join unit u on u.id = o.unit_id
    join federation f on f.id = o.federation_id
    left join account a on a.official_id = o.id
    where ${condition}`.execute(tx)
  return rows[0]?.names ?? []
}
