import { writeNumber } from '../../domain/grammar/text.ts'

/** A figure as it is written; null where it is not known, which is never 0. */
export function figureWords(value: number | null, isPercent = false): string | null {
  if (value === null) return null
  return isPercent ? `${writeNumber(value)} %` : writeNumber(value)
}
