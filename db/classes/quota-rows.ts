import { sql } from 'kysely'
import type { Population } from '../../domain/draft/target.ts'
import type { Tx } from '../database.ts'
import { isOfPopulation } from '../draft/population.ts'

export type EligibleUnit = { unitId: string; unitName: string; eligible: number }

/**
 * The units that could send people, each with how many the class is meant for: the organiser and
 * the units directly below it, where a president can approve a list. Whoever belongs to two of
 * them is counted with the lower one.
 */
export async function eligibleUnits(
  tx: Tx,
  organiserUnitId: string,
  who: Population,
): Promise<EligibleUnit[]> {
  const { rows } = await sql<EligibleUnit>`
    with organiser as (select path, nlevel(path) as depth from unit where id = ${organiserUnitId}),
    listed as (
      select u.id, u.name, u.path from unit u
      where (u.id = ${organiserUnitId} or u.parent_id = ${organiserUnitId})
        and (u.valid_to is null or u.valid_to >= current_date)
        and exists (select from role_grant g where g.unit_id = u.id and g.role = 'unitHead'
          and g.since <= current_date and (g.until is null or g.until >= current_date))
    ), people as (
      select l.id, count(*)::integer as eligible
      from official o join unit u on u.id = o.unit_id join organiser a on o.unit_path <@ a.path
      left join listed l on nlevel(o.unit_path) > a.depth
        and l.path = subpath(o.unit_path, 0, least(nlevel(o.unit_path), a.depth + 1))
      where ${isOfPopulation(who)} group by 1
    )
    select l.id as unit_id, l.name as unit_name,
      case when l.id = ${organiserUnitId}
        then coalesce((select sum(p.eligible) from people p where p.id is null), 0)
        else coalesce(p.eligible, 0) end::integer as eligible
    from listed l left join people p on p.id = l.id order by l.name collate vi_natural`.execute(tx)
  return rows
}

export type QuotaRow = {
  id: string
  unitId: string
  seats: number
  givenBack: number
  approvedAt: string | null
  revision: number
}

/** The seats of each unit as far as the reader may see them. */
export function quotasOf(tx: Tx, classId: string): Promise<QuotaRow[]> {
  return tx
    .selectFrom('classQuota')
    .select(['id', 'unitId', 'seats', 'givenBack', 'approvedAt', 'revision'])
    .where('classId', '=', classId)
    .execute()
}
