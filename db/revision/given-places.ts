import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { keyOf, placesOf } from '../../domain/revision/changed-places.ts'
import type { PlanPlace } from '../../domain/revision/tasks.contract.ts'
import { sha256Of } from '../canonical.ts'

/** The words of every place by its key, as hashes: enough to tell that they have changed. */
export type GivenPlaces = Record<string, string>

export function givenPlaces(content: PlanContent): GivenPlaces {
  return Object.fromEntries(placesOf(content).map((place) => [keyOf(place), hashOf(place.text)]))
}

/** The places that read otherwise now, those that have come and those that have gone. */
export function changedSince(given: GivenPlaces, now: PlanContent): PlanPlace[] {
  const hashes = givenPlaces(now)
  const changed = planPlaces(now).filter(({ key }) => given[key] !== hashes[key])
  const gone = Object.keys(given).filter((key) => !(key in hashes))
  return [...changed, ...gone.map((key) => placeByKey(now, key))]
}

export function planPlaces(now: PlanContent): PlanPlace[] {
  return placesOf(now).map(({ text: _, ...place }) => ({ ...place, key: keyOf(place) }))
}

/** A place that has left the plan meanwhile keeps its code. */
export function placeByKey(now: PlanContent, key: string): PlanPlace {
  const place = planPlaces(now).find((each) => each.key === key)
  const [kind, code = ''] = key.split(/ (.*)/s)
  const was = (['CLAUSE', 'TARGET', 'LINE', 'HEAD', 'LEGAL_BASIS'] as const).find(
    (each) => each === kind,
  )
  return place ?? { key, kind: was ?? 'CLAUSE', code, heading: '' }
}

function hashOf(text: string): string {
  return sha256Of(text).slice(0, 16)
}
