import { day, dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { sayKey } from '../text.ts'

/** The word of a code of this slice: `say('positions', 'PRESIDENT')`. */
export function wordOf(
  table: 'positions' | 'levels' | 'kinds' | 'ownerships' | 'employments' | 'sexes' | 'roles',
  code: string,
): string {
  return sayKey(`federation.${table}.${code}`) ?? code
}

export function choicesOf(
  table: Parameters<typeof wordOf>[0],
  codes: readonly string[],
): { value: string; label: string }[] {
  return codes.map((value) => ({ value, label: wordOf(table, value) }))
}

/** '05/9/2026'. */
export function dayWords(value: string): string {
  return writeDay(day(value))
}

/** '9/2026': since when somebody has held a post. */
export function monthWords(value: string): string {
  return `${value.slice(5, 7)}/${value.slice(0, 4)}`
}

export function instantWords(at: string): string {
  return `${writeDay(dayOfInstant(at))} ${timeOfInstant(at)}`
}
