import { sql } from 'kysely'
import type { Tx } from '../database.ts'

/** A unit as the table has it, as far as a list says anything of it. */
export type Standing = {
  id: string
  code: string
  name: string
  level: string
  kind: string
  path: string
  parentId: string | null
  sector: string | null
  ownership: string | null
  workerCount: number | null
  memberCount: number | null
  contactName: string | null
  contactPhone: string | null
}
export type Added = Standing & { validFrom: string }

export async function standingUnits(tx: Tx): Promise<Standing[]> {
  return tx
    .selectFrom('unit')
    .select([
      'id',
      'code',
      'name',
      'level',
      'kind',
      'path',
      'parentId',
      'sector',
      'ownership',
      'workerCount',
      'memberCount',
      'contactName',
      'contactPhone',
    ])
    .execute()
}

/** Parents come before their children, because each row waited for its superior. */
export async function addAll(tx: Tx, federationId: string, units: readonly Added[]): Promise<void> {
  if (units.length === 0) return
  await sql`insert into unit (id, federation_id, parent_id, code, name, level, kind, path, sector, ownership,
      worker_count, member_count, valid_from, contact_name, contact_phone)
    select r.id, ${federationId}, r."parentId", r.code, r.name, r.level, r.kind, r.path::ltree, r.sector, r.ownership,
      r."workerCount", r."memberCount", r."validFrom", r."contactName", r."contactPhone"
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r (
      id uuid, "parentId" uuid, code text, name text, level text, kind text, path text, sector text,
      ownership text, "workerCount" integer, "memberCount" integer, "validFrom" date, "contactName" text,
      "contactPhone" text)`.execute(tx)
}

export async function changeAll(tx: Tx, units: readonly Standing[]): Promise<void> {
  if (units.length === 0) return
  await sql`update unit u set name = r.name, sector = r.sector, ownership = r.ownership,
      worker_count = r."workerCount", member_count = r."memberCount", contact_name = r."contactName",
      contact_phone = r."contactPhone"
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r (
      id uuid, name text, sector text, ownership text, "workerCount" integer, "memberCount" integer,
      "contactName" text, "contactPhone" text)
    where u.id = r.id`.execute(tx)
}
