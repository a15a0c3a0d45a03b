import { sql } from 'kysely'
import type { BoardCell } from '../../domain/feedback/board-counts.contract.ts'
import type { Tx } from '../database.ts'
import { standingIn } from './board-rows.ts'
import type { RoundRow } from './round.ts'

type Row = Omit<BoardCell, 'above'> & { aboveId: string | null; aboveName: string | null }

/** How far the units are, by kind and by who stands above them. */
export async function boardCells(tx: Tx, round: RoundRow): Promise<BoardCell[]> {
  const { rows } = await sql<Row>`
    with standing as (${standingIn(round)}
    ), asked as (
      select answer_id, count(*) as requests from target_request
      where round_id = ${round.id} and withdrawn_at is null
      group by answer_id
    )
    select u.kind, above.id as "aboveId", above.name as "aboveName",
      count(*)::integer as units,
      (count(*) filter (where status in ('notOpened', 'read', 'writing')))::integer as open,
      (count(*) filter (where status = 'notOpened'))::integer as "notOpened",
      (count(*) filter (where status = 'read'))::integer as read,
      (count(*) filter (where status = 'writing'))::integer as writing,
      (count(*) filter (where status = 'sent'))::integer as sent,
      (count(*) filter (where status = 'sent' and is_late))::integer as late,
      (count(*) filter (where status in ('notOpened', 'read', 'writing') and is_over))::integer as overdue,
      (count(*) filter (where wanted_on is not null))::integer as asking,
      (count(*) filter (where status = 'excused'))::integer as excused,
      (count(*) filter (where status = 'spoke'))::integer as spoke,
      (count(*) filter (where status = 'silent'))::integer as silent,
      coalesce(sum(comment_count) filter (where status = 'sent'), 0)::integer as comments,
      coalesce(sum(asked.requests), 0)::integer as requests
    from standing
    join unit u on u.id = standing.unit_id
    left join unit above on above.id = u.parent_id
    left join asked on asked.answer_id = standing.id
    group by u.kind, above.id, above.name
    order by above.name collate vi_natural, u.kind`.execute(tx)
  return rows.map(({ aboveId, aboveName, ...cell }) => ({
    ...cell,
    above: aboveId && aboveName ? { id: aboveId, name: aboveName } : null,
  }))
}
