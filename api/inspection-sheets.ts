import { day, writeDay } from '../domain/grammar/day.ts'
import type { FrequencyRowView, InspectionRowView } from '../domain/inspection/views.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

type Rows<Row> = AsyncIterable<Row>

const written = (value: string | null) => (value === null ? null : writeDay(day(value)))
const speaker = (language: Language) => (key: string) => say(language, `inspection.${key}`)

export function inspectionsSheet(
  rows: Rows<InspectionRowView>,
  language: Language,
): Sheet<InspectionRowView> {
  const word = speaker(language)
  return {
    fileName: word('list.title'),
    sheet: word('list.title'),
    rows,
    columns: [
      { head: word('list.unit'), width: 40, cell: ({ unitName }) => unitName },
      { head: word('list.subject'), width: 44, cell: ({ subject }) => subject },
      { head: word('list.kind'), width: 24, cell: ({ kind }) => word(`kinds.${kind}`) },
      { head: word('list.visit'), width: 14, cell: ({ visitFrom }) => written(visitFrom) },
      { head: word('list.visitTo'), width: 14, cell: ({ visitTo }) => written(visitTo) },
      { head: word('list.teamLead'), width: 28, cell: ({ leadName }) => leadName },
      { head: word('list.state'), width: 24, cell: ({ state }) => word(`states.${state}`) },
      { head: word('list.score'), width: 10, cell: ({ scorePercent }) => scorePercent },
      {
        head: word('list.rating'),
        width: 14,
        cell: ({ rating }) => (rating ? word(`ratings.${rating}`) : null),
      },
      { head: word('list.number'), width: 18, cell: ({ number }) => number },
      { head: word('list.remediesDone'), width: 14, cell: ({ remedies }) => remedies.done },
      { head: word('list.remediesAll'), width: 14, cell: ({ remedies }) => remedies.total },
      { head: word('list.overdue'), width: 14, cell: ({ overdueRemedies }) => overdueRemedies },
    ],
  }
}

export function frequencySheet(
  rows: Rows<FrequencyRowView>,
  language: Language,
): Sheet<FrequencyRowView> {
  const word = speaker(language)
  return {
    fileName: word('frequency.title'),
    sheet: word('frequency.title').slice(0, 31),
    rows,
    columns: [
      { head: word('list.unit'), width: 44, cell: ({ unitName }) => unitName },
      {
        head: word('frequency.last'),
        width: 18,
        cell: ({ lastVisitedOn }) => written(lastVisitedOn),
      },
      { head: word('frequency.planned'), width: 18, cell: ({ plannedOn }) => written(plannedOn) },
    ],
  }
}
