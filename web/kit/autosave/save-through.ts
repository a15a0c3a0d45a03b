import type { Doing, ReplyOf } from '../../../domain/grammar/route.ts'
import { call, type Given } from '../../call.ts'
import { Problem } from '../../problem.ts'
import type { Save, SaveOutcome } from './save-state.ts'

type Through<T, R extends Doing> = {
  route: R
  /** What the route is given for this value of the document. */
  given: (value: T) => Given<R>
  revisionOf: (reply: ReplyOf<R>) => number
  /** Reads the other text out of the details of a 412. */
  theirs: (details: unknown) => { revision: number; value: T; by?: string; at?: string } | null
}

/** Saves a document through a route of the contract that asks for If-Match. */
export function saveThrough<T, R extends Doing>(through: Through<T, R>): Save<T> {
  return async (value, revision) => {
    try {
      const reply = await call(through.route, through.given(value), { revision })
      return { kind: 'saved', revision: through.revisionOf(reply), at: new Date() }
    } catch (error) {
      return outcomeOf(error, through.theirs)
    }
  }
}

const tooMany = 429

/** Whatever is not a plain answer of our server (a door of the hotel's network) tells nothing. */
function outcomeOf<T>(error: unknown, theirs: Through<T, Doing>['theirs']): SaveOutcome<T> {
  if (!(error instanceof Problem)) return { kind: 'unreachable' }
  if (error.status >= 500 || error.status === tooMany) return { kind: 'unreachable' }
  const other = error.status === 412 ? theirs(error.details) : null
  if (other) return { kind: 'stale', ...other }
  return { kind: 'refused', reason: error.title }
}
