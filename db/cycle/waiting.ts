import { sql } from 'kysely'
import { besideTheStep } from '../../domain/cycle/beside-the-step.ts'
import { dueAsSaid } from '../../domain/cycle/due.ts'
import type { WaitingView } from '../../domain/cycle/inbox.contract.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import { inspectionRoutes } from '../../domain/inspection/inspection.contract.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import type { Entered } from '../context.ts'
import { isMine } from './is-mine.ts'

type Asking = {
  /** One year whole, mine included; or null: every open year, without what is mine. */
  cycleId: string | null
  holidays: readonly Holiday[]
}

type Row = Omit<WaitingView, 'due' | 'since' | 'link'> & {
  link: string
  dueAt: string | null
  since: string
}

const withinClass = /^(\/classes\/[0-9a-f-]{36})\/.*$/

/** Pages that are not for everybody who may know of the work, with what they read. */
const pages = [
  { at: /^\/inspections\//, reads: [inspectionRoutes.inspection] },
  { at: /^\/cycles\/\d+\/feedback/, reads: [feedbackRoutes.board, feedbackRoutes.myAnswer] },
  { at: /^\/cycles\/\d+\/revision/, reads: [revisionRoutes.consolidation] },
]

/** Where somebody else's work may be looked at: of a class its own page, none that would refuse. */
function pageFor(link: string, { grants }: Caller): string | null {
  const page = pages.find(({ at }) => at.test(link))
  const readers: readonly string[] = page?.reads.flatMap(({ by }) => by) ?? []
  if (page && !grants.some(({ role }) => readers.includes(role))) return null
  return link.replace(withinClass, '$1')
}

/**
 * Whom the work waits for, by name. The same work of many units is one line; the fence shows a
 * unit only what its own people have to do.
 */
export async function waitingFor(
  { tx, caller, at }: Entered,
  { cycleId, holidays }: Asking,
): Promise<WaitingView[]> {
  const which = cycleId
    ? sql`t.cycle_id = ${cycleId}`
    : sql`(t.cycle_id is null or c.closed_at is null) and not ${isMine(caller.officialId)}`
  const { rows } = await sql<Row>`
    select w.kind, (array_agg(w.params order by w.opened_at, w.id))[1] as params, w.link, w.role,
      max(w.plan_year) as plan_year, count(*)::integer as count,
      (array_agg(distinct w.name collate vi_natural) filter (where w.name is not null))[1:4] as names,
      min(w.due_at) as due_at, min(w.opened_at) as since
    from (
      select t.id, t.kind, t.params, t.link, t.role, t.due_at, t.opened_at, c.plan_year,
        coalesce(p.full_name, d.name, case when u.parent_id is not null then u.name end, (
          select min(o.full_name) from role_grant g join official o on o.id = g.official_id
          where g.role = t.role and g.unit_id = t.unit_id
            and g.since <= current_date and (g.until is null or g.until >= current_date)
          having count(*) = 1)) as name
      from task t
      join unit u on u.id = t.unit_id
      left join cycle c on c.id = t.cycle_id
      left join official p on p.id = t.official_id
      left join department d on d.id = t.department_id
      where t.done_at is null and t.kind <> all (${besideTheStep}::text[]) and ${which}
    ) w
    group by w.kind, w.role, w.link
    order by min(w.due_at) nulls last, min(w.opened_at)
    limit 40`.execute(tx)
  return rows.map(({ dueAt, names, link, ...row }) => ({
    ...row,
    link: pageFor(link, caller),
    names: names ?? [],
    due: dueAt ? dueAsSaid(dueAt, at, holidays) : null,
  }))
}
