import { sql } from 'kysely'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'

/** The departments, each with those who do its work today. */
export async function departmentsOf(tx: Tx): Promise<ConsolidationView['departments']> {
  const { rows } = await sql<ConsolidationView['departments'][number]>`
    select d.id, d.name, d.short_name, coalesce((
      select jsonb_agg(distinct jsonb_build_object('id', o.id, 'fullName', o.full_name))
      from role_grant g join official o on o.id = g.official_id
      where g.department_id = d.id and g.role in ('departmentDrafter', 'departmentHead')
        and g.since <= current_date and (g.until is null or g.until >= current_date)), '[]') as people
    from department d order by d.position`.execute(tx)
  return rows
}
