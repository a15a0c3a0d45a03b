import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { sayCode } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'

/** 'thứ Ba 13/04, 08:00': when a session begins. */
export function dayAndTime(startsAt: string): string {
  return `${weekdayAndDay(dayOfInstant(startsAt))}, ${timeOfInstant(startsAt)}`
}

type Told = { code: string; params: Readonly<Record<string, string | number>> }

/** Every reason in words, one after the other. */
export function reasonsWords(obstacles: readonly Told[]): string {
  return obstacles.map(({ code, params }) => sayCode(code, params)).join(' ')
}
