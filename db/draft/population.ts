import { type RawBuilder, sql } from 'kysely'
import type { Population } from '../../domain/draft/target.ts'

/** Whether an official `o` of a unit `u` that stands today is among those that are spoken of. */
export function isOfPopulation(who: Population): RawBuilder<boolean> {
  const among = (column: string, values: readonly string[] | undefined) =>
    values && values.length > 0 ? sql`${sql.ref(column)} = any(${[...values]}::text[])` : sql`true`
  return sql`(u.valid_to is null or u.valid_to >= current_date)
    and ${who.employment ? sql`o.employment = ${who.employment}` : sql`true`}
    and ${who.newInTerm ? sql`o.new_in_term` : sql`true`}
    and ${who.minWorkers ? sql`u.worker_count >= ${who.minWorkers}` : sql`true`}
    and ${among('u.level', who.levels)}
    and ${among('u.kind', who.unitKinds)}
    and ${among('u.ownership', who.ownership)}
    and ${among('o.position', who.positions)}`
}
