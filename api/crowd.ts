import { Refusal } from '../domain/grammar/refusal.ts'
import { cappedPerKey } from './capped.ts'

/** Twice as many as there are connections to the database: more would wait for one and give up. */
const mostInside = 32
/** Hashing takes a processor for itself; those who are inside need the other. */
const hashedAtOnce = 2
const mostAtDoor = 40

/**
 * Whoever is inside goes first: while there is a crowd, nobody else is let in. Without this a rush in
 * the last minutes wears everybody out on waiting that comes to nothing (docs/speed.md).
 */
export type Crowd = {
  /** A request that has been read whole, until it is answered. */
  inside<T>(work: () => Promise<T>): Promise<T>
  /** A password to be judged, before anyone is in; refused while it is crowded. */
  atDoor<T>(work: () => Promise<T>): Promise<T>
}

export function openCrowd(): Crowd {
  const count: Counts = { inside: 0, atDoor: 0 }
  const capped = cappedPerKey(hashedAtOnce)
  return {
    inside: (work) => counted(count, 'inside', work),
    async atDoor(work) {
      if (count.inside >= mostInside || count.atDoor >= mostAtDoor)
        throw new Refusal('grammar.crowded', 'unavailable', {
          retryAfterSeconds: comeAgainSeconds(),
        })
      return counted(count, 'atDoor', () => capped('door', work))
    },
  }
}

type Counts = { inside: number; atDoor: number }

async function counted<T>(count: Counts, where: keyof Counts, work: () => Promise<T>): Promise<T> {
  count[where] += 1
  try {
    return await work()
  } finally {
    count[where] -= 1
  }
}

/** Not all at the same moment. */
const comeAgainSeconds = () => 3 + Math.floor(Math.random() * 6)
