import type { FigureRowsView, FigureRowView } from '../domain/reward/results.contract.ts'
import { kindOfRows } from '../domain/reward/results.ts'
import { type Language, say } from '../domain/text/say.ts'
import { ratingColumns } from './rating-columns.ts'
import type { Sheet } from './xlsx.ts'

/** The rows behind one number of the year-end board. */
export function figureRowsSheet(
  code: string,
  { source }: Pick<FigureRowsView, 'source'>,
  rows: AsyncIterable<FigureRowView>,
  language: Language,
): Sheet<FigureRowView> {
  const word = (key: string, params = {}) => say(language, `reward.results.figure.${key}`, params)
  const kind = kindOfRows(source)
  return {
    fileName: word('file', { code }),
    sheet: code,
    rows,
    columns: [
      { head: word(`name.${kind}`), width: 44, cell: ({ name }) => name },
      { head: word(`unit.${kind}`), width: 44, cell: ({ unitName }) => unitName },
      {
        head: say(language, 'reward.results.className'),
        width: 44,
        cell: ({ className }) => className,
      },
      { head: word('mark'), width: 10, cell: ({ mark }) => mark },
      { head: word('certificate'), width: 24, cell: ({ certificate }) => certificate },
      {
        head: say(language, 'reward.results.questionPercent'),
        width: 14,
        cell: ({ questionPercent }) => questionPercent,
      },
      ...ratingColumns<FigureRowView>(language, ({ ratings }) => ratings),
    ],
  }
}
