import type { Reading } from '../../domain/grammar/route.ts'
import { planYear } from './year-walk.ts'

const known: Record<string, string> = {
  planYear: String(planYear),
  year: String(planYear),
  day: `${planYear}-06-15`,
  from: '07:30',
  to: '11:00',
}

/** What a reading cannot be asked without, so that a text in another parameter gets further. */
export function neededQuery({ query }: Reading): Record<string, string> {
  const needed = Object.entries(query?.shape ?? {})
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => name)
  return Object.fromEntries(
    needed.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]])),
  )
}
