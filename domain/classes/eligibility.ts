import type { Population } from '../draft/target.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

/** What is known of somebody who might go to a class. */
export type Candidate = {
  employment: string
  position: string
  level: string
  unitKind: string
  ownership: string | null
  workers: number | null
  newInTerm: boolean
}

const misses = (asked: readonly string[] | undefined, value: string | null) =>
  asked !== undefined && asked.length > 0 && (value === null || !asked.includes(value))

/** Where somebody is not among those a class is meant for; all reasons at once. */
export function obstaclesToAttending(who: Candidate, asked: Population): Obstacle[] {
  const wrong: [boolean, string][] = [
    [asked.employment !== undefined && asked.employment !== who.employment, 'other-employment'],
    [misses(asked.positions, who.position), 'other-position'],
    [misses(asked.levels, who.level), 'other-level'],
    [misses(asked.unitKinds, who.unitKind), 'other-unit-kind'],
    [misses(asked.ownership, who.ownership), 'other-ownership'],
    [asked.minWorkers !== undefined && (who.workers ?? 0) < asked.minWorkers, 'too-few-workers'],
    [asked.newInTerm === true && !who.newInTerm, 'not-new-in-term'],
  ]
  return wrong.flatMap(([isWrong, fact]) => (isWrong ? [{ code: `classes.${fact}` }] : []))
}
