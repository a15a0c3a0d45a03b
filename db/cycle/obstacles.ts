import { sql } from 'kysely'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { Tx } from '../database.ts'

/** What is still open in a year that is to be closed: one statement. */
export async function obstaclesToClosing(tx: Tx, cycleId: string): Promise<Obstacle[]> {
  const { rows } = await sql<
    Record<'lines' | 'classes' | 'inspections' | 'remedies' | 'awards', number>
  >`
    select
      (select count(*)::integer from class_line l join plan p on p.id = l.plan_id
        where p.cycle_id = ${cycleId} and p.state in ('ISSUED', 'IN_EXECUTION', 'AMENDING')
          and not exists (select from training_class k where k.plan_id = p.id and k.line_code = l.code
            and k.state <> 'CANCELLED')) as lines,
      (select count(*)::integer from training_class where cycle_id = ${cycleId}
        and state not in ('SETTLED', 'CLOSED', 'CANCELLED')) as classes,
      (select count(*)::integer from inspection where cycle_id = ${cycleId}
        and state not in ('NOTICE_ISSUED', 'FOLLOW_UP', 'CLOSED', 'CANCELLED')) as inspections,
      (select count(*)::integer from remedy r join inspection i on i.id = r.inspection_id
        where i.cycle_id = ${cycleId} and r.state <> 'CLOSED') as remedies,
      (select count(*)::integer from commendation where cycle_id = ${cycleId}
        and state not in ('DECIDED', 'CLOSED')) as awards`.execute(tx)
  const [open] = rows
  if (!open) throw new Error('a select without a table has one row')
  return [
    ...listed('cycle.lines-not-opened', open.lines),
    ...listed('cycle.classes-not-settled', open.classes),
    ...listed('cycle.inspections-unfinished', open.inspections),
    ...listed('cycle.remedies-open', open.remedies),
    ...listed('cycle.awards-undecided', open.awards),
  ]
}

function listed(code: string, count: number): Obstacle[] {
  return count > 0 ? [{ code, params: { count } }] : []
}
