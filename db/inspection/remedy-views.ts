import { sql } from 'kysely'
import { allowedActions } from '../../domain/grammar/deed.ts'
import { remedyDeeds } from '../../domain/inspection/deeds.ts'
import type { RemedyState } from '../../domain/inspection/remedy.ts'
import type { RemedyView } from '../../domain/inspection/views.contract.ts'
import type { Entered } from '../context.ts'
import type { InspectionRow } from './inspection-row.ts'

type Row = Omit<RemedyView, 'allowedActions'> & {
  state: RemedyState
  ownerUnitId: string
  ownerPath: string
}

/** The remedies in their order, each with every proof that was given: one statement. */
export async function remediesOf(
  { tx, caller }: Entered,
  { id }: Pick<InspectionRow, 'id'>,
): Promise<RemedyView[]> {
  const { rows } = await sql<Row>`
    select r.id as remedy_id, r.number, r.criterion_id, c.number as criterion_number, r.measure,
      coalesce(d.name, u.name) as owner_name, r.department_id, r.due_on, r.state, r.closed_at,
      r.state in ('OPEN', 'SENT_BACK') and r.due_at < clock_timestamp() as is_overdue,
      r.owner_unit_id, u.path::text as owner_path,
      coalesce((
        select jsonb_agg(jsonb_build_object('words', a.words, 'answeredBy', giver.full_name,
          'answeredAt', to_char(a.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'outcome', a.outcome, 'because', a.because, 'judgedBy', judge.full_name) order by a.id)
        from remedy_answer a join inspection_writers(r.inspection_id) giver on giver.official_id = a.answered_by
        left join inspection_writers(r.inspection_id) judge on judge.official_id = a.judged_by
        where a.remedy_id = r.id), '[]'::jsonb) as answers
    from remedy r
    join unit u on u.id = r.owner_unit_id
    left join department d on d.id = r.department_id
    left join inspection_criterion c on c.id = r.criterion_id
    where r.inspection_id = ${id}
    order by r.number`.execute(tx)
  return rows.map(({ ownerUnitId: unitId, ownerPath: unitPath, ...view }) => ({
    ...view,
    allowedActions: allowedActions(Object.values(remedyDeeds), caller, {
      unitId,
      unitPath,
      state: view.state,
    }),
  }))
}
