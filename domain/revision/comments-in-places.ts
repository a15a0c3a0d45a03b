import type { CommentRow, ConsolidationView, PlaceView } from './revision.contract.ts'

type Consolidated = Pick<ConsolidationView, 'places' | 'comments'>
export type CommentedPlace = { place: PlaceView; comments: CommentRow[] }

/** In the order of the plan; what was merged stands behind the comment that answers for it. */
export function commentsInPlaces({ places, comments }: Consolidated): CommentedPlace[] {
  return places.map((place) => {
    const here = comments.filter(
      ({ placeKind, placeCode }) => placeKind === place.kind && placeCode === place.code,
    )
    const heads = here.filter(({ disposition }) => !disposition?.mergedInto)
    const merged = here.filter(({ disposition }) => disposition?.mergedInto)
    const placed = new Set(heads.map(({ id }) => id))
    return {
      place,
      comments: [
        ...heads.flatMap((head) => [
          head,
          ...merged.filter(({ disposition }) => disposition?.mergedInto === head.id),
        ]),
        ...merged.filter(({ disposition }) => !placed.has(disposition?.mergedInto ?? '')),
      ],
    }
  })
}
