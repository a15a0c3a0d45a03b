import type { CommentRow, ConsolidationView, PlaceView } from './views.contract.ts'

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

const words = { CLAUSE: 'clause', TARGET: 'target', LINE: 'line', GENERAL: 'general' } as const

/** The word of the dictionary that names a place; a class that the annex lacks has no code in it. */
export function wordOfPlace({ kind, code }: Pick<PlaceView, 'kind' | 'code'>) {
  return kind === 'LINE' && code === null ? 'newLines' : words[kind]
}
