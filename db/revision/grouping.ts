import { sql } from 'kysely'
import type { z } from 'zod'
import { MOST_IN_GROUP } from '../../domain/revision/bulk.ts'
import type { groupableView, groupView } from '../../domain/revision/opinions.contract.ts'
import { MOST_COMPARED, resemblances } from '../../domain/revision/resemblance.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { opinionTables, opinionsOnPlan, says } from './opinion-filter.ts'

type Brief = z.output<typeof groupView>['members'][number] & { total: number }

/** Who is answered with a comment: the first of them, and how many they are. */
export async function membersOf(tx: Tx, commentId: string): Promise<z.output<typeof groupView>> {
  const { planId } = await headOf(tx, commentId)
  const { rows } = await sql<Brief>`
    select c.id, a.number, u.name as unit_name, c.text, (count(*) over ())::integer as total
    from ${opinionTables} join unit u on u.id = c.unit_id
    where ${opinionsOnPlan(planId)} and d.merged_into = ${commentId}
    order by r.number, a.number, c.position, c.id limit ${MOST_IN_GROUP}`.execute(tx)
  return { total: rows[0]?.total ?? 0, members: rows.map(brief) }
}

/** Which undecided comments on the same words a comment may answer; those alike come first. */
export async function groupableWith(
  tx: Tx,
  commentId: string,
  q: string,
): Promise<z.output<typeof groupableView>> {
  const head = await headOf(tx, commentId)
  const { planId, roundId, placeKind, placeCode } = head
  const { rows } = await sql<Brief>`
    select c.id, a.number, u.name as unit_name, c.text, (count(*) over ())::integer as total
    from ${opinionTables} join unit u on u.id = c.unit_id
    where ${opinionsOnPlan(planId)} and c.round_id = ${roundId} and c.place_kind = ${placeKind}
      and c.place_code is not distinct from ${placeCode} and c.id <> ${commentId}
      and d.comment_id is null and ${q === '' ? sql`true` : says(planId, q)}
      and not exists (select from disposition member where member.merged_into = c.id)
    order by a.number, c.position, c.id limit ${MOST_COMPARED}`.execute(tx)
  const alike = resemblances(
    [head, ...rows].map(({ id, text }) => ({ id, placeKind, placeCode, text })),
  )
  const isAlike = (id: string) => alike.get(id) === commentId
  const comments = rows.map((row) => ({ ...brief(row), isAlike: isAlike(row.id) }))
  return {
    total: rows[0]?.total ?? 0,
    comments: comments
      .toSorted((one, other) => Number(other.isAlike) - Number(one.isAlike))
      .slice(0, MOST_IN_GROUP),
  }
}

const brief = ({ id, number, unitName, text }: Brief) => ({ id, number, unitName, text })

async function headOf(tx: Tx, commentId: string) {
  return found(
    await tx
      .selectFrom('comment')
      .select(['id', 'planId', 'roundId', 'placeKind', 'placeCode', 'text'])
      .where('id', '=', commentId)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst(),
  )
}
