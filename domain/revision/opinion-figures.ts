import { isAt } from './comments-in-places.ts'
import type { CommentRow, DispositionView, PlaceView } from './views.contract.ts'

/** The ways a comment may stand, as few as one look can tell apart. */
export const OPINION_PARTS = ['accepted', 'partly', 'notAccepted', 'other', 'open'] as const
export type OpinionPart = (typeof OPINION_PARTS)[number]
export type OpinionFigures = Record<OpinionPart, number> & { total: number }

type Standing = Pick<CommentRow, 'isDisposed'> & {
  disposition: Pick<DispositionView, 'disposition'> | null
}
type Opinion = Standing & Pick<CommentRow, 'id' | 'round' | 'placeKind' | 'placeCode'>
type Place = Pick<PlaceView, 'round' | 'kind' | 'code' | 'heading'>
/** The part of a consolidation that is counted. */
export type Opinions = { places: readonly Place[]; comments: readonly Opinion[] }

/** What waits for a department's answer, or for the comment that answers for it, is still open. */
function partOf({ disposition, isDisposed }: Standing): OpinionPart {
  if (!isDisposed || !disposition) return 'open'
  const own = disposition.disposition
  if (own === 'ACCEPTED') return 'accepted'
  if (own === 'PARTLY') return 'partly'
  return own === 'NOT_ACCEPTED' ? 'notAccepted' : 'other'
}

export function opinionFigures(comments: readonly Standing[]): OpinionFigures {
  const figures = { accepted: 0, partly: 0, notAccepted: 0, other: 0, open: 0 }
  for (const comment of comments) figures[partOf(comment)] += 1
  return { ...figures, total: comments.length }
}

export type PlaceFigures = OpinionFigures & {
  place: Place
  /** Where its rows begin: with the first that still waits. */
  opensAt: string | null
}

/** In the order of the paper. */
export function opinionsByPlace({ places, comments }: Opinions): PlaceFigures[] {
  return places.map((place) => {
    const here = comments.filter((comment) => isAt(place, comment))
    const first = here.find((comment) => !comment.isDisposed) ?? here[0]
    return { ...opinionFigures(here), place, opensAt: first?.id ?? null }
  })
}
