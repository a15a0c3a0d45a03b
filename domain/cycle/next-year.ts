import { addDays, type Day, yearOf } from '../grammar/day.ts'

type Year = { planYear: number; closedAt: string | null }

/** How many years may be open ahead of the calendar's own. */
const mostAhead = 2

/**
 * The year that may be opened now, the newest of `years` standing first: years follow one another,
 * and whoever closed one that lies ahead may begin another in its place.
 */
export function nextYear(years: readonly Year[], today: Day): number | null {
  const [last] = years
  if (!last) return yearOf(addDays(today, 60))
  const ahead = years.filter(
    ({ planYear, closedAt }) => planYear > yearOf(today) && closedAt === null,
  )
  return ahead.length < mostAhead ? last.planYear + 1 : null
}
