import { sql } from 'kysely'
import { type AnnouncedRow, spanOf } from '../../domain/cycle/calendar.ts'
import type { RibbonView, StationView } from '../../domain/cycle/cycle.contract.ts'
import { type Phase, PHASES, stationOf, stepOf } from '../../domain/cycle/phases.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import { type Holiday, workingDaysBetween } from '../../domain/grammar/working-days.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { calendarOf } from './calendar.ts'
import { type CycleRow, cycleOfYear } from './find.ts'

type Counts = {
  plans: number
  invited: number | null
  answered: number | null
  comments: number | null
  disposed: number | null
  members: number
  classes: number | null
  held: number | null
  inspections: number | null
  inspected: number | null
  proposed: number | null
  awarded: number | null
}

/** The eight stations of a year: four statements. */
export async function ribbonOf({ tx, caller, at }: Entered, planYear: number): Promise<RibbonView> {
  const cycle = await cycleOfYear(tx, planYear)
  const rows = await calendarOf(tx, cycle)
  const holidays = await holidaysOf(tx)
  return ribbonFrom({ cycle, rows, holidays, counts: await countsOf(tx, cycle, caller), at })
}

type Parts = {
  cycle: CycleRow
  rows: readonly AnnouncedRow[]
  holidays: readonly Holiday[]
  counts: Counts
  at: string
}

export function ribbonFrom({ cycle, rows, holidays, counts, at }: Parts): RibbonView {
  const isClosed = cycle.closedAt !== null
  const stations = PHASES.map((phase): StationView => {
    const state = stationOf(phase, isClosed ? null : cycle.phase)
    const laid = spanOf(phase, rows)
    // A station that was left before its days came has none to show.
    const span = state === 'done' && laid && laid.from > dayOfInstant(at) ? null : laid
    return {
      phase,
      step: stepOf(phase),
      state,
      from: span?.from ?? null,
      to: span?.to ?? null,
      skipped: phase === 'needs' && cycle.needsSurvey === 'SKIPPED',
      count: countOf(phase, counts),
    }
  })
  const { planYear, phase } = cycle
  const today = dayOfInstant(at)
  const end = dueOfPhase(phase, rows)
  const workingDaysLeft = end && !isClosed ? workingDaysBetween(today, end, holidays) : null
  return { planYear, phase, isClosed, workingDaysLeft, stations }
}

/** A consultation is over for the units at its due day; the grace is only a courtesy. */
function dueOfPhase(phase: Phase, rows: readonly AnnouncedRow[]) {
  const dueOf = (moment: string) => rows.find((row) => row.moment === moment)?.day
  return (phase === 'feedback' && dueOf('consultationDue')) || spanOf(phase, rows)?.to
}

function countOf(phase: Phase, counts: Counts): StationView['count'] {
  const count = (
    of: NonNullable<StationView['count']>['of'],
    total: number | null,
    done: number | null,
  ) => (total ? { of, done, total } : null)
  switch (phase) {
    case 'draft':
      return count('plans', counts.plans, null)
    case 'feedback':
      return count('units', counts.invited, counts.answered)
    case 'revision':
      return count('comments', counts.comments, counts.disposed)
    case 'approval':
      return count('members', counts.members, null)
    case 'classes':
      return count('classes', counts.classes, counts.held)
    case 'inspection':
      return count('inspections', counts.inspections, counts.inspected)
    case 'needs':
      return null
    case 'reward':
      return count('awards', counts.proposed, counts.awarded)
  }
}

/**
 * One statement. How many comments there are is for the offices; that 31 of 43 answered, for all.
 * Classes of the plan count as held once their last session is over, and not before one is opened.
 */
export async function countsOf(tx: Tx, { id }: CycleRow, caller: Caller): Promise<Counts> {
  const isOffice = caller.grants.some((grant) => grant.ofFederation)
  const { rows } = await sql<Counts>`
    select
      (select count(*)::integer from plan where cycle_id = ${id}) as plans,
      s.invited, s.answered,
      case when ${isOffice} then s.comments end as comments,
      case when ${isOffice} then s.disposed end as disposed,
      (select count(*)::integer from body_member m join body b on b.id = m.body_id
        where b.kind = 'STANDING_COMMITTEE' and m.since <= current_date
          and (m.until is null or m.until >= current_date)) as members,
      (select sum(headline_classes)::integer from plan where cycle_id = ${id}) as classes,
      (select (count(*) filter (where state in ('MARKING', 'CERTIFYING', 'SETTLED', 'CLOSED')))::integer
        from training_class where cycle_id = ${id} and plan_id is not null having count(*) > 0) as held,
      x.planned as inspections, x.issued as inspected, w.proposed, w.awarded
    from (select 1) one left join lateral round_standing(${id}) s on true
    left join lateral inspection_standing(${id}) x on true
    left join lateral reward_standing(${id}) w on true`.execute(tx)
  const counts = rows[0]
  if (!counts) throw new Error('a select without a table has one row')
  return counts
}
