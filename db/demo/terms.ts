import type { Random } from './random.ts'

const dayLength = 86_400_000

export const dayNumber = (day: string): number =>
  Math.floor(Date.parse(`${day}T00:00:00Z`) / dayLength)
const written = new Map<number, string>()

/** Kept once written: the demo asks a hundred thousand times for the same few thousand days. */
export function dayOf(number: number): string {
  const known = written.get(number)
  if (known) return known
  const day = new Date(number * dayLength).toISOString().slice(0, 10)
  written.set(number, day)
  return day
}

export const addDays = (day: string, days: number): string => dayOf(dayNumber(day) + days)

/** The year for which the demo plans: that of the day 60 days after the first start. */
export const planYearFor = (today: string): number => Number(addDays(today, 60).slice(0, 4))

export type Term = { from: number; to: number; congressOn: string }

/** The five-year term running on a day, of a series that had a congress in `first`. */
export function termRunning(today: string, first: number, monthAndDay: string): Term {
  const year = Number(today.slice(0, 4))
  const from = first + 5 * Math.max(0, Math.floor((year - first) / 5))
  const congressOn = `${from}-${monthAndDay}`
  return { from, to: from + 5, congressOn: congressOn < today ? congressOn : today }
}

export type Tenure = { since: string; newInTerm: boolean; term: Term; postSince: string }

/** When someone took the post up: re-elected from an earlier term, new at the congress, or since. */
export function tenureIn(random: Random, term: Term, today: string): Tenure {
  const luck = random.next()
  const congress = dayNumber(term.congressOn)
  const sinceCongress = Math.max(0, dayNumber(today) - congress)
  if (luck < 0.56) {
    const since = dayOf(congress - random.between(400, 2_600))
    return { since, newInTerm: false, term, postSince: term.congressOn }
  }
  const since = luck < 0.88 ? term.congressOn : dayOf(congress + random.between(0, sinceCongress))
  return { since, newInTerm: true, term, postSince: since }
}
