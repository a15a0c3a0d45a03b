import { type RawBuilder, sql } from 'kysely'
import { verdictOn } from '../../domain/grammar/deed.ts'
import { inspectionDeeds } from '../../domain/inspection/deeds.ts'
import {
  type InspectionsQuery,
  inspectionsPerPage,
} from '../../domain/inspection/inspection.contract.ts'
import type { InspectionRowView, InspectionsView } from '../../domain/inspection/views.contract.ts'
import type { Entered } from '../context.ts'
import { type Key, pageOf, walkOf } from '../federation/keyset.ts'

// @NOTE a keyset goes one way, so the days are counted down to have the latest visit first
const keys: readonly Key[] = [
  { by: sql`(date '9999-12-31' - i.visit_from)`, type: 'integer' },
  { by: sql`i.id`, type: 'uuid' },
]

const lateRemedies = sql`(select count(*)::integer from remedy r where r.inspection_id = i.id
  and r.state in ('OPEN', 'SENT_BACK') and r.due_at < clock_timestamp())`

/** Inspections within reach, the latest visit first: one statement for the page, one for the counts. */
export async function inspectionsOf(
  entered: Entered,
  query: InspectionsQuery,
): Promise<InspectionsView> {
  const { tx, caller } = entered
  const narrowed = narrowedBy(entered, query)
  const walk = walkOf(query, keys)
  const { rows } = await sql<InspectionRowView & { cursor: unknown }>`
    select i.id as inspection_id, c.plan_year, i.unit_id, i.unit_name, i.kind, i.subject, i.state,
      i.visit_from, i.visit_to, lead.full_name as lead_name, i.result_due_at,
      case when p.id is not null or ${isOffice(entered)} then i.rating end as rating,
      case when p.id is not null or ${isOffice(entered)} then i.score_percent end as score_percent,
      lpad(p.number::text, greatest(2, length(p.number::text)), '0') || '/' || p.symbol as number,
      jsonb_build_object(
        'done', (select count(*) from remedy r where r.inspection_id = i.id and r.state = 'CLOSED'),
        'total', (select count(*) from remedy r where r.inspection_id = i.id)) as remedies,
      ${lateRemedies} as overdue_remedies,
      jsonb_build_array(${sql.join(keys.map((key) => key.by))}) as cursor
    from inspection i
    join cycle c on c.id = i.cycle_id
    join inspection_member lead on lead.inspection_id = i.id and lead.role = 'LEAD'
    left join paper p on p.id = i.paper_id
    where ${narrowed} and ${walk.where}
    order by ${walk.orderBy} limit ${inspectionsPerPage + 1}`.execute(tx)
  const { rows: counts } = await sql<{ total: number; late: number }>`
    select count(*)::integer as total, coalesce(sum(${lateRemedies}), 0)::integer as late
    from inspection i join cycle c on c.id = i.cycle_id where ${narrowed}`.execute(tx)
  const page = pageOf(rows, inspectionsPerPage, walk, query)
  return {
    inspections: page.rows,
    previous: page.previous,
    next: page.next,
    total: walk.isFirstPage ? (counts[0]?.total ?? 0) : null,
    overdueRemedies: counts[0]?.late ?? 0,
    mayPlan: verdictOn(inspectionDeeds.planned, caller, {}).allowed,
    isOffice: isOffice(entered),
  }
}

export function isOffice({ caller }: Entered): boolean {
  return caller.grants.some((grant) => grant.ofFederation)
}

/** Every page after the other, for the workbook. */
export async function* everyInspectionOf(
  entered: Entered,
  query: InspectionsQuery,
): AsyncGenerator<InspectionRowView> {
  let after: string | undefined
  do {
    const page = await inspectionsOf(entered, {
      ...query,
      before: undefined,
      from: undefined,
      after,
    })
    yield* page.inspections
    after = page.next ?? undefined
  } while (after)
}

function narrowedBy({ caller }: Entered, query: InspectionsQuery): RawBuilder<unknown> {
  const { q, year, kind, state, only } = query
  const words = sql`(select '%' || replace(replace(w, '\\', ''), '%', '') || '%'
    from unnest(string_to_array(fold(${q}), ' ')) w where w <> '')`
  const conditions = [
    sql`i.federation_id = ${caller.federationId}`,
    q !== '' && sql`fold(i.unit_name || ' ' || i.subject) like all (${words})`,
    year !== undefined && sql`c.plan_year = ${year}`,
    kind && sql`i.kind = ${kind}`,
    state && sql`i.state = ${state}`,
    only === 'mine' &&
      sql`exists (select from inspection_member m where m.inspection_id = i.id
        and m.official_id = ${caller.officialId})`,
    only === 'overdue' && sql`${lateRemedies} > 0`,
  ].filter((condition) => typeof condition === 'object')
  return sql.join(conditions, sql` and `)
}
