import type { OpinionCounts } from './opinion-counts.ts'

/** The ways a comment may stand, as few as one look can tell apart. */
export const OPINION_PARTS = ['accepted', 'partly', 'notAccepted', 'other', 'open'] as const
export type OpinionPart = (typeof OPINION_PARTS)[number]
export type OpinionFigures = Record<OpinionPart, number> & { total: number }

/** The totals of a page speak of comments that are disposed, and not of those that are open. */
export function countsOfTotals(totals: {
  comments: number
  disposed: number
  byDisposition: Record<string, number>
}): Counted {
  const { comments, disposed, byDisposition } = totals
  return { total: comments, open: comments - disposed, byDisposition }
}

type Counted = Pick<OpinionCounts, 'total' | 'open' | 'byDisposition'>

/**
 * What waits for a department's answer, or for the comment that answers for it, is still open; what
 * is taken over, in part or not at all never waits for anybody.
 */
export function opinionFigures({ total, open, byDisposition }: Counted): OpinionFigures {
  const accepted = byDisposition.ACCEPTED ?? 0
  const partly = byDisposition.PARTLY ?? 0
  const notAccepted = byDisposition.NOT_ACCEPTED ?? 0
  const other = total - open - accepted - partly - notAccepted
  return { accepted, partly, notAccepted, other, open, total }
}
