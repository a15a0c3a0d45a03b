import { type RawBuilder, sql } from 'kysely'
import type { DeadlineView } from '../../domain/cycle/calendar.contract.ts'
import { type DeadlineKind, movedDue, type TableChange } from '../../domain/cycle/moved-due.ts'
import { RUNNING } from '../../domain/feedback/round.ts'
import { dayOfInstant, instantAt, timeOfInstant } from '../../domain/grammar/day.ts'
import { isWorkingDay, onOrAfter, workingDaysLater } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'

/** A deadline under way: whose it is, and where it goes. */
export type OpenDeadline = {
  kind: DeadlineKind
  id: string
  name: string
  from: string
  to: string
  unitId: string | null
  officialIds: string[]
}

const nobodys = { name: '', unitId: null, officialIds: [] }

type Row = Omit<OpenDeadline, 'to'>
type Of = { cycleId: string; planYear: number; dueAt: string | null; change: TableChange }

/** What else moves with a change of the holiday table: the deadlines of their own that still run. */
export async function openDeadlines(tx: Tx, of: Of): Promise<OpenDeadline[]> {
  const { rows } = await running(of.cycleId).execute(tx)
  const { change } = of
  const moved = rows.map((row): OpenDeadline => ({ ...row, to: movedDue(row.from, change) }))
  return [...(await openingOf(tx, of)), ...(await graceOf(tx, of)), ...moved].filter(
    ({ kind, from, to }) => from !== to || (kind === 'conference' && isNewlyOff(from, change)),
  )
}

/** A conference does not move by itself: a hall, a chair and two hundred people hang on its day. */
function isNewlyOff(at: string, { holidays, holidaysBefore }: TableChange): boolean {
  const on = dayOfInstant(at)
  return isWorkingDay(on, holidaysBefore) && !isWorkingDay(on, holidays)
}

/** A round opens on a working day: the next one, where its own has become a day off. */
async function openingOf(tx: Tx, { cycleId, change }: Of): Promise<OpenDeadline[]> {
  const round = await tx
    .selectFrom('round')
    .select(['id', 'opensAt'])
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'PLANNED')
    .executeTakeFirst()
  if (!round) return []
  const { id, opensAt: from } = round
  const on = onOrAfter(dayOfInstant(from), change.holidays)
  const to = instantAt(on, timeOfInstant(from))
  return [{ kind: 'opening', id, from, to, ...nobodys }]
}

/** The days on which late answers are taken are working days too, whether or not the deadline moves. */
async function graceOf(tx: Tx, { cycleId, dueAt, change }: Of): Promise<OpenDeadline[]> {
  const round = await tx
    .selectFrom('round')
    .select(['id', 'dueAt', 'graceDays', 'graceUntil'])
    .where('cycleId', '=', cycleId)
    .where('state', 'in', RUNNING)
    .executeTakeFirst()
  if (!round) return []
  const to = workingDaysLater(dueAt ?? round.dueAt, round.graceDays, change.holidays)
  if (Date.parse(to) <= Date.parse(round.graceUntil)) return []
  return [{ kind: 'grace', id: round.id, from: round.graceUntil, to, ...nobodys }]
}

function running(cycleId: string): RawBuilder<Row> {
  return sql<Row>`
    with latest as (
      select distinct on (e.unit_id) e.id, e.unit_id, u.name, e.due_at
      from extension e join round r on r.id = e.round_id and r.state = 'OPEN' and r.cycle_id = ${cycleId}::uuid
      join answer a on a.round_id = r.id and a.unit_id = e.unit_id
        and a.state not in ('SUBMITTED', 'COUNTED', 'NO_ANSWER', 'EXCUSED')
      join unit u on u.id = e.unit_id
      order by e.unit_id, e.due_at desc
    )
    select 'extension' as kind, id, name, due_at as "from", unit_id, '{}'::uuid[] as official_ids
    from latest where due_at > clock_timestamp()
    union all
    select case when c.starts_at > clock_timestamp() then 'conference' else 'minutes' end, c.id, c.kind,
      case when c.starts_at > clock_timestamp() then c.starts_at else c.minutes_due_at end, null,
      array[c.secretary_id, c.chair_id]
    from conference c join round r on r.id = c.round_id and r.cycle_id = ${cycleId}::uuid
    where c.state = 'OPEN' and c.minutes_due_at > clock_timestamp()
    union all
    select 'assignment', t.id, t.text, (t.due_on + time '17:00') at time zone 'Asia/Ho_Chi_Minh', null,
      array[t.assigned_by]
    from revision_task t where t.cycle_id = ${cycleId}::uuid and t.withdrawn_at is null
      and not exists (select from revision_task_report p where p.task_id = t.id and p.is_accepted)
    union all
    select 'forwarded', t.id, coalesce(t.params ->> 'number', ''), t.due_at, null, '{}'
    from task t where t.cycle_id = ${cycleId}::uuid and t.kind = 'revision.answerForwarded'
      and t.done_at is null and t.due_at > clock_timestamp()`
}

export function deadlineView(planYear: number, deadline: OpenDeadline): DeadlineView {
  const { kind, name, from, to } = deadline
  const stays = kind === 'conference'
  const [on, later] = [dayOfInstant(from), dayOfInstant(to)]
  return { planYear, kind, name, from: on, to: stays ? on : later }
}
