import type { BoardRow } from '../../domain/feedback/board.contract.ts'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { useText } from '../text.ts'

/** Until when a unit asks for time, and why; nothing where it does not. */
export function AskedTime({ row, className }: { row: BoardRow; className: string | undefined }) {
  const t = useText()
  if (row.askedUntil === null) return null
  const asked = { day: writeDay(day(row.askedUntil)), reason: row.askedBecause ?? '' }
  return <p className={className}>{t('feedback.extension.asked', asked)}</p>
}
