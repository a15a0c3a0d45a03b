import { sql } from 'kysely'
import type { z } from 'zod'
import {
  type boardQuery,
  type BoardRow,
  usualFilter,
} from '../../domain/feedback/board.contract.ts'
import type { Tx } from '../database.ts'
import type { RoundRow } from './round.ts'

export type BoardWish = z.output<typeof boardQuery>

/** Of an answer `a`: its unit has confirmed what it said at a conference. */
export const hasSpoken = sql<boolean>`exists (
  select from conference_opinion o where o.answer_id = a.id and o.state = 'CONFIRMED')`

/** Eleven states of an answer are seven for who waits. */
export const statusOfAnswer = sql<string>`case
  when a.state = 'NOT_OPENED' then 'notOpened'
  when a.state in ('OPENED', 'READ') then 'read'
  when a.state in ('SUBMITTED', 'COUNTED') then 'sent'
  when a.state = 'EXCUSED' then 'excused'
  when a.state = 'NO_ANSWER' and ${hasSpoken} then 'spoke'
  when a.state = 'NO_ANSWER' then 'silent'
  else 'writing' end`

/** How each unit of a round stands. */
export function standingIn(round: RoundRow) {
  return sql`
    select a.id, a.number, a.unit_id, a.state, a.is_late, a.comment_count,
      coalesce(a.submitted_at, a.sent_on_at, a.written_at, a.read_at, a.opened_at) as moved_at,
      ${statusOfAnswer} as status, e.due_at as extended_to, x.reason as excused,
      q.wanted_on, q.reason as wanted_because, p.state as assisted,
      coalesce(e.due_at, ${round.dueAt}::timestamptz) < clock_timestamp() as is_over
    from answer a
    left join excuse x on x.answer_id = a.id and x.taken_back_at is null
    left join extension_request q on q.answer_id = a.id and q.outcome = 'OPEN'
    left join lateral (
      select state from assisted_entry p where p.answer_id = a.id order by p.begun_at desc limit 1
    ) p on true
    left join lateral (
      select max(due_at) as due_at from extension e
      where e.round_id = a.round_id and e.unit_id = a.unit_id
    ) e on true
    where a.round_id = ${round.id}`
}

/** Those who need a push first. */
const pressing = [
  'notOpened',
  'read',
  'writing',
  'silent',
  'spoke',
  'excused',
  'sent',
] satisfies BoardRow['status'][]

/** The page of units that the filter finds, those who wait for us and those who need a push first, and how many there are. */
export async function boardRows(
  tx: Tx,
  round: RoundRow,
  wish: BoardWish,
): Promise<{ found: number; rows: BoardRow[] }> {
  const { rows } = await sql<BoardRow & { found: number }>`
    with standing as (${standingIn(round)}
    ), found as (
      select s.*, u.name, u.contact_name, u.contact_phone, count(*) over ()::integer as found,
        s.status in ('notOpened', 'read', 'writing') and s.is_over as is_overdue
      from standing s join unit u on u.id = s.unit_id
      where ${filterOf(wish, round)}
      order by s.wanted_on is null, array_position(${pressing}::text[], s.status),
        u.name collate vi_natural, s.id
      limit ${wish.size} offset ${(wish.page - 1) * wish.size}
    )
    select f.id as "answerId", f.number, f.unit_id as "unitId", f.name as "unitName",
      f.contact_name as "contactName", f.contact_phone as "contactPhone", f.status, f.state,
      f.moved_at as "movedAt", f.is_late as "isLate", f.is_overdue as "isOverdue",
      f.extended_to as "extendedTo", f.excused as "excusedBecause",
      f.wanted_on as "askedUntil", f.wanted_because as "askedBecause", f.assisted,
      f.comment_count as "commentCount", f.found,
      r.sent_at as "lastRemindedAt",
      case when r.sent_at > clock_timestamp() - interval '24 hours'
        then r.sent_at + interval '24 hours' end as "remindableFrom"
    from found f
    left join lateral (
      select max(sent_at) as sent_at from reminder r
      where r.round_id = ${round.id} and r.unit_id = f.unit_id
    ) r on true
    order by f.wanted_on is null, array_position(${pressing}::text[], f.status),
      f.name collate vi_natural, f.id`.execute(tx)
  return {
    found: rows[0]?.found ?? (wish.page > 1 ? await countFound(tx, round, wish) : 0),
    rows: rows.map(({ found: _, ...row }) => row),
  }
}

/** A page beyond the end has no row that could carry the count. */
async function countFound(tx: Tx, round: RoundRow, wish: BoardWish): Promise<number> {
  return (await boardRows(tx, round, { ...wish, page: 1, size: 1 })).found
}

function filterOf({ status, unit, kind, above }: BoardWish, { state }: RoundRow) {
  const ofStatus = {
    all: sql`true`,
    open: sql`s.status in ('notOpened', 'read', 'writing')`,
    overdue: sql`s.status in ('notOpened', 'read', 'writing') and s.is_over`,
    asking: sql`s.wanted_on is not null`,
    notOpened: sql`s.status = 'notOpened'`,
    read: sql`s.status = 'read'`,
    writing: sql`s.status = 'writing'`,
    sent: sql`s.status = 'sent'`,
    late: sql`s.status = 'sent' and s.is_late`,
    excused: sql`s.status = 'excused'`,
    spoke: sql`s.status = 'spoke'`,
    silent: sql`s.status = 'silent'`,
  }[status ?? usualFilter(state)]
  const wishes = [
    ofStatus,
    ...(kind ? [sql`u.kind = ${kind}`] : []),
    ...(above ? [sql`u.parent_id = ${above}`] : []),
    ...(unit ? [sql`s.unit_id in (select unit_ids_matching(${unit}))`] : []),
  ]
  return sql.join(wishes, sql` and `)
}
