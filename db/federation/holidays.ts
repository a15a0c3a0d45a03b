import { day } from '../../domain/grammar/day.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'

/** The federation's own table of days off and make-up Saturdays. */
export async function holidaysOf(tx: Tx): Promise<Holiday[]> {
  const rows = await tx
    .selectFrom('holiday')
    .select(['day', 'kind', 'name'])
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    day: day(row.day),
    kind: row.kind === 'MAKE_UP' ? 'MAKE_UP' : 'OFF',
    name: row.name,
  }))
}
