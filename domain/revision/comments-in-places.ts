import type { CommentRow, PlaceView } from './views.contract.ts'

type Consolidated = { places: readonly PlaceView[]; comments: readonly CommentRow[] }
export type CommentedPlace = { place: PlaceView; comments: CommentRow[] }

type Placed = Pick<CommentRow, 'round' | 'placeKind' | 'placeCode'>

/** Whether a comment stands there: on the same words, which is to say in the same round. */
export function isAt(place: Pick<PlaceView, 'round' | 'kind' | 'code'>, comment: Placed): boolean {
  const { round, placeKind, placeCode } = comment
  return round === place.round && placeKind === place.kind && placeCode === place.code
}

/** In the order of the plan; what was merged stands behind the comment that answers for it. */
export function commentsInPlaces({ places, comments }: Consolidated): CommentedPlace[] {
  return places.map((place) => {
    const here = comments.filter((comment) => isAt(place, comment))
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
