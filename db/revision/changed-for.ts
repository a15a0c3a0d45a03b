import { sql } from 'kysely'
import type { PlaceChange } from '../../domain/revision/changed-places.ts'
import type { ChangedPlace } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { opinionsOnPlan, opinionTables } from './opinion-filter.ts'

/** As many of each place as are read beside a change; how many there are is said. */
const mostBeside = 20

type Beside = ChangedPlace['comments'][number] & { nth: number; total: number }

/** A change stands beside the comments that named its place, or that were answered with it. */
export async function withComments(
  tx: Tx,
  planId: string,
  changes: readonly PlaceChange[],
): Promise<ChangedPlace[]> {
  const { rows } = await sql<Beside>`
    select nth, id, number, unit_name, text, disposition, total from (
      select changed.nth::integer, c.id, a.number, u.name as unit_name, c.text, d.disposition,
        (count(*) over (partition by changed.nth))::integer as total,
        row_number() over (partition by changed.nth order by r.number, a.number, c.position, c.id) as rank
      from ${opinionTables} join unit u on u.id = c.unit_id
      join unnest(${changes.map(({ kind }) => kind)}::text[], ${changes.map(({ code }) => code)}::text[])
        with ordinality changed (kind, code, nth) on changed.code = any (d.changed_places)
          or c.place_kind = changed.kind and c.place_code = changed.code
            and d.disposition in ('ACCEPTED', 'PARTLY', 'MERGED')
      where ${opinionsOnPlan(planId)} and d.comment_id is not null
    ) beside where rank <= ${mostBeside} order by nth, rank`.execute(tx)
  return changes.map((change, index) => {
    const beside = rows.filter(({ nth }) => nth === index + 1)
    return {
      ...change,
      total: beside[0]?.total ?? 0,
      comments: beside.map(({ nth: _, total: __, ...comment }) => comment),
    }
  })
}
