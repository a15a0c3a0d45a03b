import { demoPasswordHash } from '../../db/demo/password.ts'
import { withClient } from '../../local/postgres-client.ts'
import { addUnits } from '../bench/many-units.ts'
import type { SmallFederation, SmallUnit } from '../setup/small-federation.ts'

/** A unit with one account holder, who turns both keys (settled 9). */
export type President = SmallUnit & { username: string }

/** Units by the thousand, each with an account for its president: one hash for all (settled 16). */
export async function addPresidents(
  ownerUrl: string,
  federation: SmallFederation,
  count: number,
): Promise<President[]> {
  await addUnits(ownerUrl, federation, count)
  return withClient(ownerUrl, async (client) => {
    await client.query(accounts, [federation.top.id, demoPasswordHash])
    await client.query('vacuum analyze auth_user, auth_account, account')
    const { rows } = await client.query<President>(
      `select id, code, name, path::text, 'president.' || lower(code) as username
       from unit where parent_id = $1 order by code`,
      [federation.top.id],
    )
    return rows
  })
}

const accounts = `
  with presidents as (
    select gen_random_uuid() as id, o.id as official_id, o.federation_id, o.full_name,
      'president.' || lower(u.code) as username
    from unit u join official o on o.unit_id = u.id and o.position = 'PRESIDENT'
    where u.parent_id = $1
  ), users as (
    insert into auth_user (id, name, email, email_verified, username, display_username)
    select id, full_name, username || '@test.example', true, username, username from presidents
    returning id
  ), passwords as (
    insert into auth_account (account_id, provider_id, user_id, password, updated_at)
    select p.id::text, 'credential', p.id, $2, now() from presidents p join users using (id)
    returning user_id
  )
  insert into account (user_id, official_id, federation_id, username)
  select p.id, p.official_id, p.federation_id, p.username
  from presidents p join passwords w on w.user_id = p.id`
