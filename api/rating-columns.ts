import type { RatingFiguresView } from '../domain/classes/rating.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

/** What trainees think, beside the pass rate; empty where there are not enough opinions. */
export function ratingColumns<Row>(
  language: Language,
  of: (row: Row) => RatingFiguresView | null,
): Sheet<Row>['columns'] {
  const column = (name: 'satisfaction' | 'satisfiedPercent' | 'ratings') => ({
    head: say(language, `classes.rating.columns.${name}`),
    width: 14,
    cell: (row: Row) => of(row)?.[name] ?? null,
  })
  return [column('satisfaction'), column('satisfiedPercent'), column('ratings')]
}
