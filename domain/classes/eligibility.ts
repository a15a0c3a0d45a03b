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

/** Whether whoever a class takes is among those a target speaks of; a class for everybody is not. */
export function isMeantFor(asked: Population, wanted: Population): boolean {
  const within = (list: readonly string[] | undefined, most: readonly string[] | undefined) =>
    isOpen(most) || (!isOpen(list) && list.every((value) => most.includes(value)))
  return (
    within(asked.levels, wanted.levels) &&
    within(asked.positions, wanted.positions) &&
    within(asked.unitKinds, wanted.unitKinds) &&
    within(asked.ownership, wanted.ownership) &&
    (wanted.employment === undefined || asked.employment === wanted.employment) &&
    (wanted.minWorkers === undefined || (asked.minWorkers ?? 0) >= wanted.minWorkers) &&
    (wanted.newInTerm !== true || asked.newInTerm === true)
  )
}

const isOpen = (list: readonly string[] | undefined): list is undefined | readonly [] =>
  list === undefined || list.length === 0
