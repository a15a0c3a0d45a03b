import { sql } from 'kysely'
import type { SetUpView } from '../../domain/federation/set-up.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import { found } from '../subject.ts'

/** Without one of each of these the year stops at some station. */
const rolesOfTheYear: readonly Role[] = [
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'contentChecker',
  'formChecker',
  'recordsClerk',
  'unitDrafter',
  'unitHead',
]

type Row = Omit<SetUpView, 'rolesMissing'> & { rolesHeld: string[] }

/** What is entered so far, in one statement. */
export async function setUpOf({ tx, at }: Entered): Promise<SetUpView> {
  const today = dayOfInstant(at)
  const { rows } = await sql<Row>`
    select (select id from unit where parent_id is null) as top_unit_id,
      (select count(*)::integer from unit where parent_id is not null) as units,
      coalesce((select jsonb_agg(jsonb_build_object(
          'departmentId', id, 'name', name, 'shortName', short_name) order by position)
        from department), '[]'::jsonb) as departments,
      (select count(*)::integer from official) as officials,
      (select count(*)::integer from account) as accounts,
      array(select distinct g.role from role_grant g join account a on a.official_id = g.official_id
        where a.suspended_at is null and g.since <= ${today}::date
          and (g.until is null or g.until >= ${today}::date)) as roles_held,
      coalesce((select jsonb_agg(jsonb_build_object(
          'officialId', o.id, 'fullName', o.full_name, 'position', o.position, 'role', m.role,
          'since', m.since) order by m.role = 'CHAIR' desc, m.role = 'VICE_CHAIR' desc, o.sort_words)
        from body_member m join body b on b.id = m.body_id join official o on o.id = m.official_id
        where b.kind = 'STANDING_COMMITTEE' and m.until is null), '[]'::jsonb) as members,
      array(select distinct extract(year from day)::integer from holiday order by 1) as holiday_years`.execute(
    tx,
  )
  const { rolesHeld, ...view } = found(rows[0])
  return { ...view, rolesMissing: rolesOfTheYear.filter((role) => !rolesHeld.includes(role)) }
}
