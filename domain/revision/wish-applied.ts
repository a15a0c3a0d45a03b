import {
  areSameFacts,
  type DraftLine,
  type LineFacts,
  type LineWish,
} from '../feedback/line-wish.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import type { DispositionKind } from './disposition.ts'

/**
 * What may be written into the draft for a wish: taken over means just what was asked; whoever
 * writes other figures takes it over in part, and says why.
 */
export function obstaclesInApplying(
  disposition: DispositionKind,
  wish: LineWish | null,
  apply: LineFacts | null,
): Obstacle[] {
  if (!apply) return []
  if (!wish || !['ACCEPTED', 'PARTLY'].includes(disposition))
    return [{ code: 'revision.nothing-to-apply', at: '/apply' }]
  if (wish.wish === 'DROP' && disposition === 'PARTLY')
    return [{ code: 'revision.dropped-in-part', at: '/apply' }]
  return disposition === 'ACCEPTED' && !areSameFacts(apply, wish)
    ? [{ code: 'revision.accepted-otherwise', at: '/apply' }]
    : []
}

/** What an annex adds up to, beside what its plan promises. */
export type Annex = {
  classes: number
  trainees: number
  headlineClasses: number | null
  headlineTrainees: number | null
}

/** What the annex would add up to once the wish is written into it. */
export function annexAfter(
  { classes, trainees }: Annex,
  { wish }: LineWish,
  facts: LineFacts,
  now: DraftLine | null,
): Pick<Annex, 'classes' | 'trainees'> {
  const had = now?.seats ?? 0
  if (wish === 'DROP') return { classes: classes - (now ? 1 : 0), trainees: trainees - had }
  if (wish === 'NEW') return { classes: classes + 1, trainees: trainees + (facts.seats ?? 0) }
  return { classes, trainees: trainees - had + (facts.seats ?? had) }
}
