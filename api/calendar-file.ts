import { type Entered, asPerson } from '../db/context.ts'
import type { InputOf, Reading } from '../domain/grammar/route.ts'
import type { Language } from '../domain/text/say.ts'
import { languageOf } from './errors.ts'
import { parseInput } from './input.ts'
import { mustReach, type Mounting } from './mount.ts'
import { mustHaveOwnPassword, sessionOf } from './session.ts'

type CalendarFile = { name: string; text: string }

/** A reading whose reply is a calendar file, for the calendar of one's telephone. */
export function mountCalendar<R extends Reading>(
  { house, router, mounted }: Mounting,
  route: R,
  fileOf: (entered: Entered, input: InputOf<R>, language: Language) => Promise<CalendarFile>,
): void {
  mounted.push(route)
  router.get(route.path, async (req, res) => {
    const session = sessionOf(res)
    mustHaveOwnPassword(route, session)
    const input = parseInput(route, req) as InputOf<R> // parsed by this route's own schemas
    const file = await asPerson(house.db, session.accountId, (entered) => {
      mustReach(route, entered.caller.grants)
      return fileOf(entered, input, languageOf(req))
    })
    res.type('text/calendar; charset=utf-8').attachment(`${file.name}.ics`).send(file.text)
  })
}
