import type { RatingFiguresView } from '../domain/classes/rating.contract.ts'
import type { ResultsView } from '../domain/reward/results.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import { ratingColumns } from './rating-columns.ts'
import type { Sheet } from './xlsx.ts'

type Row = {
  code: string
  text: string
  unit: string
  planned: number | null
  done: number | null
  quality: number | null
  ratings: RatingFiguresView | null
}

/** Every target in all, then per unit. What is not known stays empty, and is never 0. */
export function resultsSheet({ planYear, targets }: ResultsView, language: Language): Sheet<Row> {
  const word = (key: string) => say(language, `reward.results.${key}`)
  const rows = targets.flatMap(({ code, text, units, quality, ratings, planned, done }): Row[] => [
    {
      code,
      text,
      unit: word('all'),
      planned,
      done,
      quality: quality?.percent ?? null,
      ratings: ratings?.figures ?? null,
    },
    ...units.map((unit) => ({
      ...unit,
      code,
      text,
      unit: unit.unitName,
      quality: unit.quality?.percent ?? null,
      ratings: unit.ratings?.figures ?? null,
    })),
  ])
  return {
    fileName: say(language, 'reward.results.title', { planYear: String(planYear) }),
    sheet: word('sheet'),
    rows,
    columns: [
      { head: word('code'), width: 8, cell: ({ code }) => code },
      { head: word('target'), width: 70, cell: ({ text }) => text },
      { head: word('unit'), width: 44, cell: ({ unit }) => unit },
      { head: word('planned'), width: 14, cell: ({ planned }) => planned },
      { head: word('done'), width: 14, cell: ({ done }) => done },
      { head: word('passRate'), width: 14, cell: ({ quality }) => quality },
      ...ratingColumns<Row>(language, ({ ratings }) => ratings),
    ],
  }
}
