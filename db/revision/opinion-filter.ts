import { type RawBuilder, sql } from 'kysely'
import type { OpinionFilter } from '../../domain/revision/opinions.contract.ts'
import { type OpinionPlace, readPlaceKey } from '../../domain/revision/place-key.ts'

/** Comments of the rounds of a plan and what became of them: enough to count them. */
export const countedTables = sql`comment c
  join round_plan asked on asked.round_id = c.round_id and asked.plan_id = c.plan_id
  join round r on r.id = c.round_id
  left join disposition d on d.comment_id = c.id`

/** The same with the answers, by whose numbers they are put in order. */
export const opinionTables = sql`${countedTables} join answer a on a.id = c.answer_id`

export function opinionsOnPlan(planId: string): RawBuilder<unknown> {
  return sql`c.plan_id = ${planId} and c.withdrawn_at is null`
}

const isAnswered = (row: string) =>
  sql`(${sql.ref(`${row}.disposition`)} <> 'FORWARDED'
    or coalesce(${sql.ref(`${row}.forwarded_answer`)} ~ '\\S', false))`

/** As `isDisposed` says it: a merged one with its head, a forwarded one with the answer it got. */
export const isDisposed = sql<boolean>`(case
  when d.comment_id is null then false
  when d.merged_into is null then ${isAnswered('d')}
  else exists (select from disposition head join comment its on its.id = head.comment_id
    where head.comment_id = d.merged_into and its.withdrawn_at is null
      and head.disposition <> 'MERGED' and ${isAnswered('head')}) end)`

export function narrowedTo(
  planId: string,
  { place, status, kind, q }: OpinionFilter,
): RawBuilder<unknown> {
  const conditions = [
    place !== undefined && atKey(place),
    status === 'open' && sql`not ${isDisposed}`,
    status !== undefined && status !== 'open' && sql`d.disposition = ${status}`,
    kind !== undefined && sql`c.kind = ${kind}`,
    q !== '' && says(planId, q),
  ].filter((condition) => typeof condition === 'object')
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}

function atKey(key: string): RawBuilder<unknown> {
  const place = readPlaceKey(key)
  return place ? atPlace(place) : sql`false`
}

/** Said so that the index of places serves it. */
export function atPlace({ round, kind, code }: OpinionPlace): RawBuilder<unknown> {
  return sql`(r.number = ${round} and c.place_kind = ${kind}
    and ${code === null ? sql`c.place_code is null` : sql`c.place_code = ${code}`})`
}

export function atOneOf(places: readonly OpinionPlace[]): RawBuilder<unknown> {
  return places.length === 0 ? sql`false` : sql`(${sql.join(places.map(atPlace), sql` or `)})`
}

/** Every word, with marks or without, in what was said, by whom, or under which number. */
export function says(planId: string, q: string): RawBuilder<unknown> {
  return sql`c.id in (select comment_ids_matching(${planId}::uuid, ${q}))`
}
