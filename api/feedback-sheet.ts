import type { BoardRow } from '../domain/feedback/board.contract.ts'
import { day, dayOfInstant, timeOfInstant, writeDay } from '../domain/grammar/day.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet, SheetColumn } from './xlsx.ts'

/** The board as a workbook, in the reader's language. */
export function boardSheet(
  rows: readonly BoardRow[],
  planYear: number,
  language: Language,
): Sheet<BoardRow> {
  const head = (name: string) => say(language, `feedback.board.columns.${name}`)
  const columns: SheetColumn<BoardRow>[] = [
    { head: head('number'), width: 16, cell: (row) => row.number },
    { head: head('unit'), width: 42, cell: (row) => row.unitName },
    { head: head('contact'), width: 26, cell: (row) => row.contactName },
    { head: head('phone'), width: 16, cell: (row) => row.contactPhone },
    {
      head: head('status'),
      width: 16,
      cell: (row) => say(language, `feedback.board.status.${row.status}`),
    },
    { head: head('movedAt'), width: 18, cell: (row) => written(row.movedAt) },
    {
      head: head('late'),
      width: 10,
      cell: (row) => (row.isLate ? say(language, 'feedback.board.late') : ''),
    },
    { head: head('extendedTo'), width: 18, cell: (row) => written(row.extendedTo) },
    { head: head('askedUntil'), width: 14, cell: (row) => askedUntil(row) },
    {
      head: head('assisted'),
      width: 24,
      cell: ({ assisted }) =>
        assisted ? say(language, `feedback.assisted.states.${assisted}`) : '',
    },
    { head: head('comments'), width: 10, cell: (row) => row.commentCount },
    { head: head('reminded'), width: 18, cell: (row) => written(row.lastRemindedAt) },
  ]
  const title = say(language, 'feedback.board.sheet', { planYear })
  return { fileName: title, sheet: title, columns, rows }
}

function askedUntil({ askedUntil: wanted }: BoardRow): string {
  return wanted ? writeDay(day(wanted)) : ''
}

function written(instant: string | null): string {
  return instant ? `${writeDay(dayOfInstant(instant))} ${timeOfInstant(instant)}` : ''
}
