import { sql } from 'kysely'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { Tx } from '../database.ts'

/** What is still open in a year that is to be closed: one statement. */
export async function obstaclesToClosing(tx: Tx, cycleId: string): Promise<Obstacle[]> {
  const { rows } = await sql<Record<'classes' | 'remedies' | 'awards', number>>`
    select
      (select count(*)::integer from training_class where cycle_id = ${cycleId}
        and state not in ('SETTLED', 'CLOSED', 'CANCELLED')) as classes,
      (select count(*)::integer from remedy r join inspection i on i.id = r.inspection_id
        where i.cycle_id = ${cycleId} and r.state <> 'CLOSED') as remedies,
      (select count(*)::integer from commendation where cycle_id = ${cycleId}
        and state not in ('DECIDED', 'CLOSED')) as awards`.execute(tx)
  const open = rows[0] ?? { classes: 0, remedies: 0, awards: 0 }
  return [
    ...listed('cycle.classes-not-settled', open.classes),
    ...listed('cycle.remedies-open', open.remedies),
    ...listed('cycle.awards-undecided', open.awards),
  ]
}

function listed(code: string, count: number): Obstacle[] {
  return count > 0 ? [{ code, params: { count } }] : []
}
