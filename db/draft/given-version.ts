import { type RawBuilder, sql } from 'kysely'
import type { PlanState } from '../../domain/cycle/plan-state.ts'

const CONSULTING = 'CONSULTING' satisfies PlanState

/**
 * The latest version of a plan that the reader has been given; 0 where there is none. While units
 * are asked it is that of the rounds which the fence shows: before a round opens, the offices see
 * what it will lay before the units, and nobody else does.
 */
export function givenVersion(plan: 'p' | 'plan'): RawBuilder<number> {
  const of = (column: string) => sql.ref(`${plan}.${column}`)
  return sql<number>`case when ${of('state')} = ${CONSULTING}
    then coalesce((select max(rp.version) from round_plan rp where rp.plan_id = ${of('id')}), 0)
    else ${of('publishedVersion')} end`
}
