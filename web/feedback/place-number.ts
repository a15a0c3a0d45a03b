import type { Place } from '../../domain/feedback/places.ts'

/** What stands in the margin: '3.' for II.3, the code itself for a target or a class line. */
export function numberOf({ placeKind, placeCode }: Place): string {
  return placeKind === 'CLAUSE' ? `${placeCode.split('.').at(-1)}.` : placeCode
}
