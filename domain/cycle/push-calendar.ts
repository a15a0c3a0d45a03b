import { type Day, laterDay } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import {
  addWorkingDays,
  type Holiday,
  isWorkingDay,
  onOrAfter,
  workingDaysBetween,
} from '../grammar/working-days.ts'
import type { AnnouncedRow } from './calendar.ts'
import { type Moment, MOMENT_RULES, type MomentRule } from './moments.ts'
import { isStepBack, type Phase } from './phases.ts'

export type CalendarChange = {
  /** In the order of MOMENTS. */
  rows: readonly AnnouncedRow[]
  today: Day
  holidays: readonly Holiday[]
  /** The holiday table before the change, where that is the change. */
  holidaysBefore?: readonly Holiday[]
  moved?: { moment: Moment; day: Day }
}

/**
 * A moved date pushes what builds on it as far as the distance between them asks for, and no
 * further; nothing is ever pulled earlier, and what lies behind us stays.
 */
export function pushed(change: CalendarChange): AnnouncedRow[] {
  const { rows, today, moved } = change
  const landed = new Map<string, { from: Day; to: Day }>()
  return rows.map((row) => {
    const to = row.moment === moved?.moment ? moved.day : landingOf(row, landed, change)
    const kept = row.day < today ? row.day : to
    landed.set(row.moment, { from: row.day, to: kept })
    return { ...row, day: kept }
  })
}

function landingOf(
  row: AnnouncedRow,
  landed: ReadonlyMap<string, { from: Day; to: Day }>,
  { holidays, holidaysBefore = holidays }: CalendarChange,
): Day {
  const rule: MomentRule = MOMENT_RULES[row.moment]
  const before = rule.after && landed.get(rule.after.moment)
  // what came before its time, as a round that opened early, no longer hangs on what it was planned behind
  if (!rule.after || !before || before.from > row.day) return onOrAfter(row.day, holidays)
  // A year that was pressed together keeps its own, shorter distances.
  const distance = Math.min(
    rule.after.workingDays,
    workingDaysBetween(before.from, row.day, holidaysBefore),
  )
  const soonest = addWorkingDays(before.to, distance, holidays)
  return onOrAfter(laterDay(row.day, soonest), holidays)
}

export type MovingMoment = {
  row: AnnouncedRow
  day: Day
  today: Day
  phase: Phase
  holidays: readonly Holiday[]
}

/** Why a date may not be moved to that day (settled 5). */
export function obstaclesToMovingMoment(moving: MovingMoment): Obstacle[] {
  const { row, day, today, phase, holidays } = moving
  const params = { from: row.day, day }
  const obstacle = (code: string): Obstacle[] => [{ code, params, at: '/day' }]
  if (row.day < today || isStepBack(phase, row.phase)) return obstacle('cycle.moment-over')
  if (day === row.day) return obstacle('cycle.moment-unmoved')
  if (day < today) return obstacle('cycle.day-gone-by')
  if (!isWorkingDay(day, holidays)) return obstacle('cycle.day-not-working')
  if (row.announced && day < row.day) return obstacle('cycle.announced-never-earlier')
  return []
}
