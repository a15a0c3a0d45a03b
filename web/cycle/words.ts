import type { DueView, WaitingView } from '../../domain/cycle/inbox.contract.ts'
import { day, dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { sayTask } from '../../domain/text/say-task.ts'
import { dictionary, sayKey } from '../text.ts'
import { weekdayName } from '../weekday.ts'

type Params = Readonly<Record<string, string | number>>

export function taskWords(kind: string, params: Params) {
  return sayTask(dictionary(), kind, params)
}

/** The same work of many is said without naming one of them. */
export function groupTitle({ kind, count, params }: WaitingView): string {
  const ofMany = count > 1 ? sayKey(`cycle.pages.groups.${kind}`, params) : null
  return ofMany ?? taskWords(kind, params).title
}

/** 'Thứ Hai, 14/12/2026' */
export function fullDay(on: string): string {
  return capital(`${weekdayName(on)}, ${writeDay(day(on))}`)
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** '07/12/2026 14:32' */
export function dayAndTime(at: string): string {
  return `${writeDay(dayOfInstant(at))} ${timeOfInstant(at)}`
}

/** "còn 4 ngày làm việc", "quá hạn 1 ngày làm việc". */
export function distanceWords(due: DueView): string {
  const say = (key: string, count = 0) => sayKey(`cycle.pages.inbox.${key}`, { count }) ?? ''
  if (due.overdueDays > 0) return say('late', due.overdueDays)
  if (due.isOver) return say('lateToday')
  return due.workingDaysLeft === 0 ? say('today17') : say('daysLeft', due.workingDaysLeft)
}

export function isLate(due: DueView | null): boolean {
  return due !== null && (due.isOver || due.overdueDays > 0)
}
