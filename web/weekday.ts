import { day, weekdayOf, writeDayAndMonth } from '../domain/grammar/day.ts'
import { sayKey } from './text.ts'

/** 'thứ Sáu' in the reader's language. */
export function weekdayName(on: string): string {
  return sayKey(`cycle.pages.cycle.weekdaysLong.${weekdayOf(day(on))}`) ?? ''
}

/** As a deadline is said: 'thứ Sáu 18/12'. */
export function weekdayAndDay(on: string): string {
  return `${weekdayName(on)} ${writeDayAndMonth(day(on))}`
}
