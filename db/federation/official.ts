import { sql } from 'kysely'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import type { OfficialView } from '../../domain/federation/officials.contract.ts'
import {
  type AllowedAction,
  allowedActions,
  type Caller,
  verdictOn,
} from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import { found } from '../subject.ts'

type Row = Omit<OfficialView, 'allowedActions'> & { unitPath: string }

/** One official with every post and body, in one statement. */
export async function officialOf(
  { tx, caller }: Entered,
  officialId: string,
): Promise<OfficialView> {
  const { rows } = await sql<Row>`
    select o.id as official_id, o.full_name, o.sex, o.birth_year, o.employment, o.level, o.position,
      o.position_since::text as position_since, o.new_in_term, o.unit_id, u.name as unit_name,
      above.name as above_name, d.name as department_name, o.email, o.phone, o.revision,
      o.unit_path::text as unit_path,
      (select a.user_id from account a where a.official_id = o.id) as account_id,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'postId', p.id, 'position', p.position, 'unitId', p.unit_id, 'unitName', pu.name,
          'departmentName', pd.name, 'since', p.since, 'until', p.until, 'isMain', p.is_main,
          'term', case when p.term_from is null then null
            else jsonb_build_object('from', p.term_from, 'to', p.term_to) end)
          order by p.is_main desc, p.since desc, p.id)
        from post p join unit pu on pu.id = p.unit_id left join department pd on pd.id = p.department_id
        where p.official_id = o.id), '[]'::jsonb) as posts,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'kind', b.kind, 'name', b.name, 'role', m.role, 'since', m.since, 'until', m.until)
          order by b.kind)
        from body_member m join body b on b.id = m.body_id
        where m.official_id = o.id), '[]'::jsonb) as bodies
    from official o
    join unit u on u.id = o.unit_id
    left join unit above on above.id = u.parent_id
    left join department d on d.id = o.department_id
    where o.id = ${officialId}`.execute(tx)
  const { unitPath, ...row } = found(rows[0])
  const mayOpen = verdictOn(deeds.accountCreated, caller, {}).allowed
  return {
    ...row,
    accountId: mayOpen ? row.accountId : null,
    allowedActions: actionsOn({ ...row, unitPath }, caller),
  }
}

function actionsOn({ accountId, unitId, unitPath }: Row, caller: Caller): AllowedAction[] {
  const kept = [deeds.officialCorrected, deeds.postAdded, deeds.postEnded]
  return [
    ...(accountId ? [] : allowedActions([deeds.accountCreated], caller, {})),
    ...allowedActions(kept, caller, { unitId, unitPath, state: 'HELD' }),
  ]
}
