import type { Person } from '../../local/signed-in.ts'
import type { Visitor } from './stage.ts'
import type { desk } from './stage.ts'

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
