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
