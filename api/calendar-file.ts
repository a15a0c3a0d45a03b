import type { Entered } from '../db/context.ts'
import type { InputOf, Reading } from '../domain/grammar/route.ts'
import type { Language } from '../domain/text/say.ts'
import { languageOf } from './errors.ts'
import { type Mounting, readFor } from './mount.ts'

type CalendarFile = { name: string; text: string }

/** A reading whose reply is a calendar file, for the calendar of one's telephone. */
export function mountCalendar<R extends Reading>(
  { house, router, mounted }: Mounting,
  route: R,
  fileOf: (entered: Entered, input: InputOf<R>, language: Language) => Promise<CalendarFile>,
): void {
  mounted.push(route)
  router.get(route.path, async (req, res) => {
    const language = languageOf(req)
    const file = await readFor(house, route, { req, res }, (entered, input) =>
      fileOf(entered, input, language),
    )
    res.type('text/calendar; charset=utf-8').attachment(`${file.name}.ics`).send(file.text)
  })
}
