import type { Performer } from './performer.ts'

/** Every deed of the house with its hands, in the order of the year. */
export const performers: readonly Performer[] = []

const byName = new Map(performers.map((performer) => [performer.route.deed.name, performer]))

export function performerOf(deed: string): Performer {
  const performer = byName.get(deed)
  if (!performer) throw new Error(`nobody knows how to do ${deed}`)
  return performer
}
