import { addDays, type Day, day, daysBetween, instantAt, laterDay } from '../grammar/day.ts'
import { tetOf } from '../grammar/lunar.ts'
import {
  addWorkingDays,
  type Holiday,
  onOrAfter,
  onOrBefore,
  previousWorkingDay,
} from '../grammar/working-days.ts'
import { type Moment, MOMENT_RULES, MOMENTS, type MomentRule } from './moments.ts'
import type { Phase } from './phases.ts'

export type CalendarRow = { moment: Moment; phase: Phase; day: Day; time: '08:00' | '17:00' }

/** Days on which moments really happened, or on which somebody laid them. */
export type FixedDays = Partial<Record<Moment, Day>>

/** Moments whose customary dates come forward when Tết is early. */
const BEFORE_TET: readonly Moment[] = [
  'revisionDue',
  'checksDue',
  'voteDue',
  'signatureDue',
  'issueDue',
]

/**
 * The calendar of a plan year that is opened on a day: every moment on a working day, the plan
 * issued a week before Tết where the customary dates allow it.
 */
export function defaultCalendar(
  planYear: number,
  openedOn: Day,
  holidays: readonly Holiday[],
  fixed: FixedDays = {},
): CalendarRow[] {
  const found = new Map<Moment, Day>()
  const haste = daysOfHaste(planYear, holidays)
  return MOMENTS.map((moment) => {
    const rule: MomentRule = MOMENT_RULES[moment]
    const shift = BEFORE_TET.includes(moment) ? -haste : 0
    const custom = rule.on && customaryDay(rule.on, planYear, shift, holidays)
    const before = rule.after && found.get(rule.after.moment)
    const soonest =
      before && rule.after
        ? addWorkingDays(before, rule.after.workingDays, holidays)
        : onOrAfter(openedOn, holidays)
    const landed = fixed[moment] ?? (custom ? laterDay(custom, soonest) : soonest)
    found.set(moment, landed)
    return { moment, phase: rule.phase, day: landed, time: rule.time }
  })
}

function customaryDay(
  on: NonNullable<MomentRule['on']>,
  planYear: number,
  shift: number,
  holidays: readonly Holiday[],
): Day {
  const wanted = addDays(day(`${planYear + on.year}-${on.date}`), shift)
  return on.round === 'back' ? onOrBefore(wanted, holidays) : onOrAfter(wanted, holidays)
}

/** By how many days the way to the issue must be shortened so that it ends a week before Tết. */
function daysOfHaste(planYear: number, holidays: readonly Holiday[]): number {
  const weekBefore = previousWorkingDay(addDays(tetOf(planYear), -6), holidays)
  const { on } = MOMENT_RULES.issueDue
  return on ? Math.max(0, daysBetween(weekBefore, day(`${planYear + on.year}-${on.date}`))) : 0
}

export function instantOf(row: CalendarRow): string {
  return instantAt(row.day, row.time)
}

/** Dates of a station's word that do not begin it: they lie a year or a season before it. */
const besideTheStation: readonly Moment[] = ['registrationDue', 'nextYearOpens']

/** From when to when a station of the ribbon lasts. */
export function spanOf(phase: Phase, rows: readonly CalendarRow[]): { from: Day; to: Day } | null {
  const days = rows
    .filter((row) => row.phase === phase && !besideTheStation.includes(row.moment))
    .map((row) => row.day)
    .toSorted()
  const [from, to] = [days.at(0), days.at(-1)]
  return from && to ? { from, to } : null
}

export type AnnouncedRow = CalendarRow & { announced: boolean }

/**
 * A calendar computed anew over the one people know (settled 5): what was announced may move
 * later, never earlier; what lies behind us does not move at all.
 */
export function recomputed(
  before: readonly AnnouncedRow[],
  after: readonly CalendarRow[],
  today?: Day,
): AnnouncedRow[] {
  return before.map((row) => {
    const wanted = after.find((each) => each.moment === row.moment)?.day ?? row.day
    const isPast = today !== undefined && row.day < today
    if (isPast || (row.announced && wanted < row.day)) return row
    return { ...row, day: wanted }
  })
}

export type MovedMoment = { moment: Moment; phase: Phase; from: Day; to: Day; announced: boolean }

/** What the preview of a changed calendar lists, and what letters tell. */
export function movedMoments(
  before: readonly AnnouncedRow[],
  after: readonly CalendarRow[],
  today?: Day,
): MovedMoment[] {
  return recomputed(before, after, today).flatMap((row, index) => {
    const from = before[index]?.day ?? row.day
    const { moment, phase, announced } = row
    return from === row.day ? [] : [{ moment, phase, from, to: row.day, announced }]
  })
}
