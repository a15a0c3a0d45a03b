import { demoPassword } from '../../db/demo/password.ts'
import { planYearFor } from '../../db/demo/terms.ts'
import { calendarRoutes } from '../../domain/cycle/calendar.contract.ts'
import { day, dayOfInstant, writeDay, yearOf } from '../../domain/grammar/day.ts'
import { addWorkingDays, type Holiday } from '../../domain/grammar/working-days.ts'
import { type Answer, type Person, signIn } from '../../local/signed-in.ts'
import { address, type desk, visit, type Visitor } from './stage.ts'

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

const thisYear = planYearFor(dayOfInstant(new Date()))

export const walk: Walk = {
  thisYear,
  year: thisYear + 1,
  visit,
  calling: (username) => signIn(address(), { username, password: demoPassword }),
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
