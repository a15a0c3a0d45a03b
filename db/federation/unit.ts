import { sql } from 'kysely'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import type { UnitView } from '../../domain/federation/units.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import { found } from '../subject.ts'
import { successorsOfUnit, unitFacts } from './units.ts'

type Row = Omit<UnitView, 'allowedActions'> & { path: string }

/** A unit with what came before and after it and who holds its keys, in one statement. */
export async function unitOf({ tx, caller, at }: Entered, unitId: string): Promise<UnitView> {
  const today = dayOfInstant(at)
  const { rows } = await sql<Row>`
    select ${unitFacts}, u.path::text as path, u.revision, u.ownership, u.sector, u.symbol, u.contact_name, u.contact_phone,
      u.parent_id as above_id, above.name as above_name, ${successorsOfUnit} as successors,
      coalesce((
        select jsonb_agg(jsonb_build_object('unitId', a.id, 'name', a.name) order by nlevel(a.path))
        from unit a where u.path <@ a.path and a.id <> u.id), '[]'::jsonb) as above,
      coalesce((
        select jsonb_agg(jsonb_build_object('unitId', old.id, 'name', old.name, 'since', s.since)
          order by old.name collate vi_natural)
        from unit_succession s join unit old on old.id = s.unit_id
        where s.successor_id = u.id), '[]'::jsonb) as predecessors,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'officialId', o.id, 'fullName', o.full_name, 'position', o.position, 'role', g.role,
          'since', g.since, 'until', g.until,
          'substituteFor', (select s.full_name from official s where s.id = g.substitute_for))
          order by g.role desc, g.since)
        from role_grant g join official o on o.id = g.official_id
        where g.unit_id = u.id and (g.until is null or g.until >= ${today})), '[]'::jsonb) as key_holders,
      (select count(*)::integer from unit c where c.parent_id = u.id
         and c.valid_from <= ${today} and (c.valid_to is null or c.valid_to >= ${today})) as children,
      (select count(*)::integer from official o
         where o.unit_id in (select unit_ids_below(${unitId}))) as officials
    from unit u left join unit above on above.id = u.parent_id
    where u.id = ${unitId}`.execute(tx)
  const { path, ...row } = found(rows[0])
  const state = row.validTo === null ? 'OPEN' : 'CLOSED'
  return {
    ...row,
    allowedActions: allowedActions(
      [deeds.unitAdded, deeds.unitClosed, deeds.unitCorrected, deeds.unitMoved, deeds.unitMerged],
      caller,
      { unitId, unitPath: path, state },
    ),
  }
}
