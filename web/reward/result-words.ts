import { writeMark } from '../../domain/classes/marks.ts'
import type { RatingFiguresView } from '../../domain/classes/rating.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import type { useText } from '../text.ts'

type Say = ReturnType<typeof useText>

/** A figure as it is written; null where it is not known, which is never 0. */
export function figureWords(value: number | null, isPercent = false): string | null {
  if (value === null) return null
  return isPercent ? `${writeNumber(value)} %` : writeNumber(value)
}

/** '4,3/5 (86 phiếu)' as a cell says it; null where there are not enough opinions. */
export function satisfactionWords(
  figures: RatingFiguresView | null | undefined,
  t: Say,
): string | null {
  if (!figures) return null
  const { satisfaction, ratings } = figures
  return t('classes.rating.short', {
    score: writeMark(satisfaction),
    ratings: writeNumber(ratings),
  })
}
