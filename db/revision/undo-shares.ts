import { sql } from 'kysely'
import type { Tx } from '../database.ts'

/** The units whose share is no more what the act left; decisions on the target wait meanwhile. */
export async function sharesGoneOn(tx: Tx, actId: string, targetId: string): Promise<string[]> {
  await sql`select from target where id = ${targetId} for update`.execute(tx)
  const { rows } = await sql<{ name: string }>`
    select u.name from revision_act_row r join unit u on u.id = r.row_id
    left join allocation a on a.target_id = ${targetId} and a.unit_id = r.row_id
    where r.act_id = ${actId} and a.value is distinct from (r.after ->> 'value')::numeric`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}

/** Each share as it was; the revisions go on, because an open window knows the later ones. */
export async function bringBackShares(tx: Tx, actId: string, targetId: string): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    update allocation a set value = (r.before ->> 'value')::numeric, revision = a.revision + 1
    from revision_act_row r
    where r.act_id = ${actId} and a.target_id = ${targetId} and a.unit_id = r.row_id
    returning a.unit_id`.execute(tx)
  return rows.map(({ unitId }) => unitId)
}
