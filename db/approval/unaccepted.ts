import { type RawBuilder, sql } from 'kysely'
import type {
  UnacceptedComment,
  unacceptedQuery,
  UnacceptedView,
} from '../../domain/approval/approval.contract.ts'
import type { z } from 'zod'
import type { Tx } from '../database.ts'
import { cursorOf, type Key, pageOf, walkOf } from '../federation/keyset.ts'
import { opinionsOnPlan, opinionTables } from '../revision/opinion-filter.ts'
import type { ApprovalRow } from './approval-row.ts'

const inOrder: Key[] = [
  { by: sql`r.number`, type: 'integer' },
  { by: sql`a.number collate "C"`, type: 'text' },
  { by: sql`c.position`, type: 'integer' },
  { by: sql`c.id`, type: 'uuid' },
]

/** A merged one has what became of its head, and is not accepted where that was not. */
const outcome = sql`disposition outcome on outcome.comment_id = coalesce(d.merged_into, d.comment_id)
    join comment answered on answered.id = outcome.comment_id and answered.withdrawn_at is null`

type Row = UnacceptedComment & { cursor: unknown }

/** What was not taken over, or only in part, with the reason its unit will read, page by page. */
export async function unacceptedComments(
  tx: Tx,
  { planId }: Pick<ApprovalRow, 'planId'>,
  query: z.output<typeof unacceptedQuery>,
): Promise<UnacceptedView> {
  const walk = walkOf(query, inOrder)
  const { rows } = await sql<Row>`
    select c.id, a.number, u.name as unit_name, c.place_code, c.text, outcome.disposition,
      coalesce(outcome.explanation, outcome.forwarded_answer) as explanation, ${cursorOf(inOrder)} as cursor
    from ${opinionTables} join ${outcome} join unit u on u.id = c.unit_id
    where ${isUnaccepted(planId)} and ${walk.where}
    order by ${walk.orderBy} limit ${query.size + 1}`.execute(tx)
  const { rows: comments, previous, next } = pageOf(rows, query.size, walk, query)
  return { comments, total: await totalOf(tx, planId), previous, next }
}

async function totalOf(tx: Tx, planId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from ${opinionTables} join ${outcome}
    where ${isUnaccepted(planId)}`.execute(tx)
  return rows[0]?.total ?? 0
}

function isUnaccepted(planId: string): RawBuilder<unknown> {
  return sql`${opinionsOnPlan(planId)} and outcome.disposition not in ('ACCEPTED', 'NOTED')`
}
