import { sql } from 'kysely'

/** By name, or through a role held today in the task's unit and department. */
export function isMine(officialId: string) {
  return sql<boolean>`(coalesce(t.official_id = ${officialId}, false) or t.official_id is null and exists (
    select from role_grant g
    where g.official_id = ${officialId} and g.role = t.role and g.unit_id = t.unit_id
      and (t.department_id is null or g.department_id is null or g.department_id = t.department_id)
      and g.since <= current_date and (g.until is null or g.until >= current_date)))`
}
