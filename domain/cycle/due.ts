import { addDays, type Day, dayOfInstant, weekdayOf } from '../grammar/day.ts'
import { type Holiday, workingDaysBetween } from '../grammar/working-days.ts'

export type Due = {
  at: string
  on: Day
  workingDaysLeft: number
  overdueDays: number
  isOver: boolean
}

/** A deadline as people say it: "còn 4 ngày làm việc", "quá hạn 1 ngày làm việc". */
export function dueAsSaid(at: string, now: string, holidays: readonly Holiday[]): Due {
  const [on, today] = [dayOfInstant(at), dayOfInstant(now)]
  return {
    at: new Date(at).toISOString(),
    on,
    workingDaysLeft: workingDaysBetween(today, on, holidays),
    overdueDays: workingDaysBetween(on, today, holidays),
    isOver: new Date(at) < new Date(now),
  }
}

export type TaskGroup = 'today' | 'week' | 'later' | 'undated'

/** Under which head of the inbox a task stands; what is late is still today's work. */
export function taskGroup(due: { on: Day } | null, today: Day): TaskGroup {
  if (!due) return 'undated'
  if (due.on <= today) return 'today'
  return due.on <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later'
}
