import { type RawBuilder, sql } from 'kysely'
import { keyOf } from '../../domain/revision/changed-places.ts'
import { MOST_COMPARED, resemblances } from '../../domain/revision/resemblance.ts'
import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import type { CommentRow } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { opinionsOnPlan, opinionTables } from './opinion-filter.ts'
import { orderWithinPlace } from './opinion-walk.ts'

type Said = Pick<CommentRow, 'id' | 'number' | 'placeKind' | 'placeCode' | 'text'> & {
  isMerged: boolean
}

/**
 * For each undecided comment of a page the first on its place that says nearly the same. Only the
 * places of the page are read, and of a place on which thousands speak the first of them.
 */
export async function alikeOnPage(
  tx: Tx,
  planId: string,
  page: readonly CommentRow[],
): Promise<Map<string, OpinionRow['resembles']>> {
  const undecided = page.filter(({ disposition }) => disposition === null)
  const first = await firstToSpeak(tx, planId, undecided)
  const known = new Set(first.map(({ id }) => id))
  const later = undecided.flatMap((comment): Said[] =>
    known.has(comment.id) ? [] : [{ ...comment, isMerged: false }],
  )
  const said = [...first, ...later]
  const byId = new Map(said.map((each) => [each.id, each]))
  const found = resemblances(said, undecided)
  return new Map(
    undecided.map(({ id }) => {
      const like = byId.get(found.get(id) ?? '')
      return [id, like && !like.isMerged ? { id: like.id, number: like.number } : null]
    }),
  )
}

async function firstToSpeak(
  tx: Tx,
  planId: string,
  comments: readonly CommentRow[],
): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select id, number, place_kind, place_code, text, is_merged from (
      select c.id, a.number, c.place_kind, c.place_code, c.text, coalesce(d.disposition = 'MERGED', false)
        as is_merged, row_number() over (
          partition by c.place_kind, c.place_code order by r.number, ${orderWithinPlace}) as nth
      from ${opinionTables} where ${opinionsOnPlan(planId)} and ${onSameWords(comments)}
    ) said where nth <= ${MOST_COMPARED} order by place_kind, place_code, nth`.execute(tx)
  return rows
}

function onSameWords(comments: readonly CommentRow[]): RawBuilder<unknown> {
  const places = new Map(
    comments.map(({ placeKind: kind, placeCode: code }) => [
      keyOf({ kind, code }),
      sql`c.place_kind = ${kind} and ${code === null ? sql`c.place_code is null` : sql`c.place_code = ${code}`}`,
    ]),
  )
  return places.size === 0 ? sql`false` : sql`(${sql.join([...places.values()], sql` or `)})`
}
