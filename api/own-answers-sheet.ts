import type { OwnAnswerRow } from '../domain/feedback/own-answers.contract.ts'
import type { OwnQuestion } from '../domain/feedback/own-questions.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet, SheetColumn } from './xlsx.ts'

type Answered = { question: OwnQuestion; rows: readonly OwnAnswerRow[] }
type Line = { number: string; unitName: string; answers: Map<string, string | number> }

/** A unit a line, a question a column: as offices lay such answers side by side. */
export function ownAnswersSheet(
  answered: readonly Answered[],
  planYear: number,
  language: Language,
): Sheet<Line> {
  const head = (name: string) => say(language, `feedback.board.columns.${name}`)
  const columns: SheetColumn<Line>[] = [
    { head: head('number'), width: 16, cell: (line) => line.number },
    { head: head('unit'), width: 42, cell: (line) => line.unitName },
    ...answered.map(({ question }): SheetColumn<Line> => ({
      head: question.label,
      width: question.kind === 'TEXT' ? 60 : 24,
      cell: (line) => line.answers.get(question.id) ?? null,
    })),
  ]
  const title = say(language, 'feedback.ownAnswers.sheet', { planYear })
  return { fileName: title, sheet: title, columns, rows: linesOf(answered) }
}

function linesOf(answered: readonly Answered[]): Line[] {
  const lines = new Map<string, Line>()
  for (const { question, rows } of answered)
    for (const { answerId, number, unitName, value, words } of rows) {
      const line = lines.get(answerId) ?? { number, unitName, answers: new Map() }
      line.answers.set(question.id, value ?? words)
      lines.set(answerId, line)
    }
  return [...lines.values()].toSorted((a, b) => (a.number < b.number ? -1 : 1))
}
