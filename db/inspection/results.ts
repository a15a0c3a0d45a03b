import type { InspectionKind } from '../../domain/inspection/states.ts'
import type { Rating } from '../../domain/inspection/result.ts'
import { sql } from 'kysely'
import type { Tx } from '../database.ts'

export type InspectionResult = {
  inspectionId: string
  unitId: string
  unitName: string
  kind: InspectionKind
  subject: string
  rating: Rating
  scorePercent: number | null
  /** '02/TB-UBKT' */
  number: string
  /** A day. */
  issuedOn: string
  openRemedies: number
}

/** The inspections of a year that have their result, the best first: what a reward may rest on. */
export async function inspectionResults(tx: Tx, planYear: number): Promise<InspectionResult[]> {
  const { rows } = await sql<InspectionResult>`
    select i.id as inspection_id, coalesce(i.visited_unit_id, i.unit_id) as unit_id, i.unit_name, i.kind, i.subject, i.rating, i.score_percent,
      lpad(p.number::text, greatest(2, length(p.number::text)), '0') || '/' || p.symbol as number,
      p.issued_on, (select count(*)::integer from remedy r
        where r.inspection_id = i.id and r.state <> 'CLOSED') as open_remedies
    from inspection i
    join cycle c on c.id = i.cycle_id
    join paper p on p.id = i.paper_id and p.state = 'ISSUED'
    where c.plan_year = ${planYear}
    order by i.score_percent desc nulls last, i.unit_name collate vi_natural, i.id`.execute(tx)
  return rows
}
