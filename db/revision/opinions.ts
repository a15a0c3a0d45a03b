import { sql } from 'kysely'
import type {
  OpinionFilter,
  OpinionRow,
  OpinionsQuery,
  OpinionsView,
} from '../../domain/revision/opinions.contract.ts'
import type { CommentRow } from '../../domain/revision/views.contract.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { cursorOf, type Key, pageOf, type Walk, walkOf } from '../federation/keyset.ts'
import { filesSignedWith } from '../feedback/answer-files.ts'
import { alikeOnPage } from './alike.ts'
import { commentsByIds } from './comments.ts'
import { type CountedPlace, countedPlaces } from './opinion-cells.ts'
import { atOneOf, isDisposed, narrowedTo, opinionsOnPlan, opinionTables } from './opinion-filter.ts'
import { type PlaceOrder, placeOrder } from './opinion-order.ts'
import { placesBehind, startOf } from './opinion-start.ts'
import { placesHere, placesOfPage, walkKeys } from './opinion-walk.ts'
import { planOf } from './plan.ts'

/** A page of a plan's opinions: as many statements for 20,000 of them as for ten. */
export async function opinionsOf(
  { tx }: Pick<Entered, 'tx'>,
  planId: string,
  query: OpinionsQuery,
): Promise<OpinionsView> {
  const listing = await listingOf(tx, planId, query)
  const { rows, ...page } = await pageOfOpinions(tx, { ...listing, query })
  const sum = (of: 'total' | 'undecided') =>
    listing.places.reduce((all, place) => all + place[of], 0)
  const found = await withComments(tx, rows)
  const alike = await alikeOnPage(tx, planId, found)
  return {
    opinions: found.map((opinion) => ({ ...opinion, resembles: alike.get(opinion.id) ?? null })),
    files: await filesSignedWith(
      tx,
      planId,
      rows.map(({ answerId }) => answerId),
    ),
    total: sum('total'),
    undecided: sum('undecided'),
    ...page,
  }
}

/** Every page after the other, for the workbook; where each place stands is looked up once. */
export async function* everyCommentOf(
  { tx }: Pick<Entered, 'tx'>,
  planId: string,
): AsyncGenerator<CommentRow> {
  const all = { q: '', size: 200 }
  const listing = await listingOf(tx, planId, all)
  let after: string | undefined
  do {
    const { rows, next } = await pageOfOpinions(tx, { ...listing, query: { ...all, after } })
    yield* await withComments(tx, rows)
    after = next ?? undefined
  } while (after)
}

type Row = Pick<OpinionRow, 'id' | 'isDisposed' | 'head' | 'merged'> & {
  answerId: string
  cursor: unknown
}
type Listing = { planId: string; order: PlaceOrder; places: readonly CountedPlace[] }
type Wanted = Listing & { query: OpinionsQuery }

async function listingOf(tx: Tx, planId: string, filter: OpinionFilter): Promise<Listing> {
  const order = await placeOrder(tx, await planOf(tx, planId))
  return { planId, order, places: await countedPlaces(tx, planId, { filter, order }) }
}

async function pageOfOpinions(tx: Tx, wanted: Wanted) {
  const { query, places, order } = wanted
  const keys = walkKeys(places, order)
  const needed = query.size + 1
  const walk = walkOf(query, keys)
  const start = walk.isFirstPage && query.from !== 'start' ? await startOf(tx, wanted) : 0
  const { chosen, offset } = walk.isFirstPage
    ? placesBehind(places, { start, needed })
    : { chosen: placesOfPage(places, { walk, needed }), offset: 0 }
  const rows = await rowsOf(tx, wanted, { ...walk, keys, chosen, offset })
  return pageOf(rows, query.size, { ...walk, isFirstPage: walk.isFirstPage && start === 0 }, query)
}

type Cut = Walk & {
  keys: readonly Key[]
  chosen: readonly CountedPlace[]
  offset: number
}

/** The page is cut before anything is looked up for its rows. */
async function rowsOf(tx: Tx, { planId, query, places }: Wanted, cut: Cut): Promise<Row[]> {
  const { keys, chosen, offset, where, orderBy } = cut
  const { rows } = await sql<Row>`
    with page as (
      select c.id, a.id as answer_id, d.merged_into, ${isDisposed} as is_disposed,
        ${cursorOf(keys)} as cursor, row_number() over (order by ${orderBy}) as nth
      from ${opinionTables} ${placesHere(places, chosen)}
      where ${opinionsOnPlan(planId)} and ${atOneOf(chosen)} and ${narrowedTo(planId, query)} and ${where}
      order by ${orderBy} limit ${query.size + 1} offset ${offset}
    ), joined as (
      select merged_into as id, count(*)::integer as merged from disposition
      where merged_into = any(array(select id from page)) group by merged_into
    )
    select page.id, page.answer_id, page.is_disposed, page.cursor, coalesce(joined.merged, 0) as merged,
      (select jsonb_build_object('id', head.id, 'number', its.number)
        from comment head join answer its on its.id = head.answer_id where head.id = page.merged_into) as head
    from page left join joined on joined.id = page.id order by page.nth`.execute(tx)
  return rows
}

async function withComments(
  tx: Tx,
  rows: readonly Omit<Row, 'cursor'>[],
): Promise<Omit<OpinionRow, 'resembles'>[]> {
  const comments = await commentsByIds(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, isDisposed, head, merged }) => {
    const comment = comments.get(id)
    return comment ? [{ ...comment, isDisposed, head, merged }] : []
  })
}
