import { addDays, type Day, dayOfInstant, instantAt, timeOfInstant, weekdayOf } from './day.ts'

/** A row of the holiday table: a day off, or a Saturday on which offices make up for one. */
export type Holiday = { day: Day; kind: 'OFF' | 'MAKE_UP'; name: string }

export function isWorkingDay(day: Day, holidays: readonly Holiday[]): boolean {
  const row = holidays.find((holiday) => holiday.day === day)
  return row ? row.kind === 'MAKE_UP' : weekdayOf(day) <= 5
}

export function nextWorkingDay(day: Day, holidays: readonly Holiday[]): Day {
  return onOrAfter(addDays(day, 1), holidays)
}

export function previousWorkingDay(day: Day, holidays: readonly Holiday[]): Day {
  return onOrBefore(addDays(day, -1), holidays)
}

/** The day itself when offices work, else the next day on which they do. */
export function onOrAfter(day: Day, holidays: readonly Holiday[]): Day {
  return isWorkingDay(day, holidays) ? day : onOrAfter(addDays(day, 1), holidays)
}

export function onOrBefore(day: Day, holidays: readonly Holiday[]): Day {
  return isWorkingDay(day, holidays) ? day : onOrBefore(addDays(day, -1), holidays)
}

/** The n-th working day after (or, below zero, before) a day, which itself is not counted. */
export function addWorkingDays(day: Day, count: number, holidays: readonly Holiday[]): Day {
  const step = count < 0 ? previousWorkingDay : nextWorkingDay
  let reached = day
  for (let left = Math.abs(count); left > 0; left -= 1) reached = step(reached, holidays)
  return reached
}

/** How many working days come after the first day up to and including the second. */
export function workingDaysBetween(from: Day, to: Day, holidays: readonly Holiday[]): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays)) count += 1
  }
  return count
}

/** "còn 4 ngày làm việc": today is not counted, the last day is; 0 on the last day and after it. */
export function workingDaysLeft(today: Day, lastDay: Day, holidays: readonly Holiday[]): number {
  return workingDaysBetween(today, lastDay, holidays)
}

/**
 * The first day that counts: the opening day when opened before noon of a working day, else the
 * next working day (settled 6).
 */
export function firstCountedDay(openedAt: string, holidays: readonly Holiday[]): Day {
  const opened = dayOfInstant(openedAt)
  const counts = timeOfInstant(openedAt) < '12:00' && isWorkingDay(opened, holidays)
  return counts ? opened : nextWorkingDay(opened, holidays)
}

export type Term = { openedAt: string; workingDays: number; dueTime?: string }

/** When something open for so many working days falls due: at 17:00 of the last counted day. */
export function dueInstant(term: Term, holidays: readonly Holiday[]): string {
  const first = firstCountedDay(term.openedAt, holidays)
  const last = addWorkingDays(first, Math.max(term.workingDays, 1) - 1, holidays)
  return instantAt(last, term.dueTime ?? '17:00')
}

/** The same time of day, so many working days later: the end of a grace, an extension by days. */
export function workingDaysLater(at: string, days: number, holidays: readonly Holiday[]): string {
  if (days === 0) return at
  return instantAt(addWorkingDays(dayOfInstant(at), days, holidays), timeOfInstant(at))
}
