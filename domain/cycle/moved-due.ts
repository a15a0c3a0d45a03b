import { dayOfInstant, type Day, instantAt, laterDay, timeOfInstant } from '../grammar/day.ts'
import {
  addWorkingDays,
  type Holiday,
  onOrAfter,
  workingDaysLeft,
} from '../grammar/working-days.ts'

export type TableChange = {
  today: Day
  holidaysBefore: readonly Holiday[]
  holidays: readonly Holiday[]
}

/**
 * Where a deadline that people were told falls once the holiday table has changed: as many working days
 * as were left are left, it ends on a working day, and it never comes earlier (settled 5).
 */
export function movedDue(dueAt: string, change: TableChange): string {
  const { today, holidaysBefore, holidays } = change
  const on = dayOfInstant(dueAt)
  if (on <= today) return dueAt
  const left = workingDaysLeft(today, on, holidaysBefore)
  const kept = onOrAfter(laterDay(on, addWorkingDays(today, left, holidays)), holidays)
  return kept === on ? dueAt : instantAt(kept, timeOfInstant(dueAt))
}

/** What runs by a day of its own, beside the dates of the year. */
export const DEADLINES = [
  'opening',
  'grace',
  'extension',
  'minutes',
  'assignment',
  'forwarded',
  'conference',
] as const
export type DeadlineKind = (typeof DEADLINES)[number]
