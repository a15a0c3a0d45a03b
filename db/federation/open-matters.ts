import { sql } from 'kysely'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

type Open = { answers: string[]; classes: string[]; inspections: string[]; months: string[] }

/**
 * What a unit still owes, named: it ends by a merger, which takes this over, or not before it is
 * done. Found by the same functions that a merger goes by.
 */
export async function openMattersOf(tx: Tx, unitId: string): Promise<Obstacle[]> {
  const { rows } = await sql<Open>`
    select array(select o.number from open_obligations(u.id, u.id) o order by o.number) as answers,
      array(select c.code from open_class_parts(u.id) c order by c.code) as classes,
      array(select i.subject from open_inspections(u.id) i order by i.subject) as inspections,
      array(select m.month || '/' || m.plan_year from open_movements(u.id, u.id) m
        order by m.plan_year, m.month) as months
    from unit u where u.id = ${unitId}`.execute(tx)
  const { answers, classes, inspections, months } = found(rows[0])
  const named = { answers, classes, inspections, months }
  return Object.entries(named).flatMap(([matter, names]): Obstacle[] =>
    names.length > 0
      ? [{ code: `federation.open-${matter}`, params: { names: names.join('; ') } }]
      : [],
  )
}
