import { calendarRoutes } from '../../domain/cycle/calendar.contract.ts'
import { day, dayOfInstant, writeDay, yearOf } from '../../domain/grammar/day.ts'
import { addWorkingDays, type Holiday } from '../../domain/grammar/working-days.ts'
import type { Answer, Person } from '../../local/signed-in.ts'

import type { desk, Visitor } from './stage.ts'

/** What every step of the walk is given. */
export type Walk = {
  thisYear: number
  /** The year that is walked: the next one, opened early. */
  year: number
  /** Somebody at a browser. */
  visit(username: string, size?: typeof desk): Promise<Visitor>
  /** The same person by calls, for what many do alike. */
  calling(username: string): Promise<Person>
}

/** What was answered, or an end to the walk with what was said instead. */
export function done<T>({ status, body, problem }: Answer<T>): T {
  if (status !== 200) throw new Error(`${status} ${problem.code}: ${problem.title}`)
  return body
}

/** A working day so many of them from now, as it is typed: the walk is taken on any date. */
export async function dayAhead({ calling }: Walk, workingDays: number): Promise<string> {
  const today = dayOfInstant(new Date())
  const head = await calling('nhan.vth')
  const holidays: Holiday[] = []
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    const found = done(await head.call(calendarRoutes.holidays, { query: { year } }))
    holidays.push(...found.holidays.map((each) => ({ ...each, day: day(each.day) })))
  }
  return writeDay(addWorkingDays(today, workingDays, holidays))
}
