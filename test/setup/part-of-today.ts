import { dayOfInstant } from '../../domain/grammar/day.ts'

const today = Number(dayOfInstant(new Date()).replaceAll('-', ''))

/**
 * What is too much for one run is tried in parts: of so many parts another one each day, the same
 * all day, so that a red test is red again when it is looked for.
 */
export function isPartOfToday(nth: number, parts: number): boolean {
  return (nth + today) % parts === 0
}
