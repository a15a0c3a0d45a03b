import { sql } from 'kysely'
import type { CyclePaperView } from '../../domain/cycle/cycle.contract.ts'
import type { Entered } from '../context.ts'
import { givenVersion } from '../draft/given-version.ts'

/** Plans with the number they got, then papers that belong to the year without a plan. */
export async function papersOfCycle(
  { tx, caller }: Entered,
  cycleId: string,
): Promise<CyclePaperView[]> {
  const isOffice = caller.grants.some((grant) => grant.ofFederation)
  const { rows } = await sql<CyclePaperView>`
    select p.id as plan_id, r.id as paper_id, p.title, p.plan_type,
      ${numberOf} as number,
      to_char(coalesce(r.issued_on::timestamp, v.published_at at time zone 'Asia/Ho_Chi_Minh',
        p.created_at at time zone 'Asia/Ho_Chi_Minh'), 'YYYY-MM-DD') as "on",
      p.state, nullif(g.version, 0) as version,
      jsonb_array_length(v.content->'clauses') as clauses,
      coalesce(jsonb_array_length(v.content->'classLines'), p.headline_classes) as classes
    from plan p
    left join paper r on r.plan_id = p.id and r.state <> 'VOID'
    cross join lateral (select ${givenVersion('p')} as version) g
    left join plan_version v on v.plan_id = p.id and v.version = g.version
    where p.cycle_id = ${cycleId} and (${isOffice} or g.version > 0)
    union all
    select null, r.id, r.abstract, null, ${numberOf}, r.issued_on::text, r.state, null, null, null
    from paper r where r.cycle_id = ${cycleId} and r.plan_id is null and r.state <> 'VOID'
    order by plan_type desc nulls last, "on" desc`.execute(tx)
  return rows
}

const numberOf = sql<string | null>`
  lpad(r.number::text, greatest(2, length(r.number::text)), '0') || '/' || r.symbol`
