import { sql } from 'kysely'
import type { MergerPreview } from '../../domain/federation/units.contract.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** Counted by the same function that the merger itself goes by. */
export async function mergerPreviewOf(
  tx: Tx,
  { unitId, successorId }: { unitId: string; successorId: string },
): Promise<MergerPreview> {
  const { rows } = await sql<MergerPreview>`
    select
      array(select o.number from open_obligations(u.id, ${successorId}::uuid) o where not o.is_double
        order by o.number) as moving,
      array(select o.number from open_obligations(u.id, ${successorId}::uuid) o where o.is_double
        order by o.number) as doubled,
      array(select c.code from open_class_parts(u.id) c order by c.code) as classes,
      (select count(*)::integer from open_inspections(u.id)) as inspections,
      (select count(*)::integer from open_opinions(u.id, ${successorId}::uuid)) as opinions,
      (select coalesce(sum(i.remedies), 0)::integer from open_inspections(u.id) i) as remedies,
      array(select m.month || '/' || m.plan_year from open_movements(u.id, ${successorId}::uuid) m
        where not m.stays order by m.plan_year, m.month) as months,
      array(select m.month || '/' || m.plan_year from open_movements(u.id, ${successorId}::uuid) m
        where m.stays order by m.plan_year, m.month) as staying_months,
      (select count(*)::integer from answer a where a.unit_id = u.id and a.id not in (
        select o.answer_id from open_obligations(u.id, ${successorId}::uuid) o)) as finished,
      (select count(*)::integer from official p where p.unit_id = u.id) as officials,
      (select count(*)::integer from role_grant g where g.unit_id = u.id
        and (g.until is null or g.until >= current_date)) as key_holders,
      (select count(*)::integer from unit c where c.parent_id = u.id and c.valid_to is null) as children
    from unit u where u.id = ${unitId}`.execute(tx)
  return found(rows[0])
}
