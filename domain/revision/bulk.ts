import type { Obstacle } from '../grammar/obstacle.ts'

/** What many comments may get at once; what needs a head or new figures is looked at one by one. */
export const BULK_KINDS = [
  'ACCEPTED',
  'PARTLY',
  'NOT_ACCEPTED',
  'NOTED',
  'FORWARDED',
  'OUT_OF_SCOPE',
] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** Of those that are chosen one by one; all that a filter finds may be more. */
export const MOST_AT_ONCE = 1000
export const MOST_EXCEPTED = 200
/** As many as one act puts together, and as one look lists. */
export const MOST_IN_GROUP = 200

type Now = {
  revision: number
  /** It asks for other figures of a class. */
  asksFigures: boolean
  /** Figures were written into the draft for it. */
  isApplied: boolean
}

/** Why one of many is left as it is: each is judged as if it were decided alone. */
export function obstacleInBulk(kind: BulkKind, seen: number, now: Now): Obstacle | null {
  if (now.revision !== seen) return { code: 'revision.decided-meanwhile' }
  const isTaken = kind === 'ACCEPTED' || kind === 'PARTLY'
  return now.isApplied || (isTaken && now.asksFigures)
    ? { code: 'revision.figures-one-by-one' }
    : null
}
