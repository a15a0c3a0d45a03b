import { writeNumber } from '../../domain/grammar/text.ts'
import type { FiguresView } from '../../domain/reward/views.contract.ts'
import { useText } from '../text.ts'
import look from './reward.module.css'
import { satisfactionWords } from './result-words.ts'
import { passRate } from './words.ts'

/** What the year says of a unit. What is not known is said so, and is never 0. */
export function Figures({ figures }: { figures: FiguresView }) {
  const t = useText()
  const unknown = t('reward.figures.unknown')
  const number = (value: number | null) => (value === null ? unknown : writeNumber(value))
  const { answersInTime: inTime, answersLate: late, answersMissing: missing } = figures
  const rows: readonly [string, string][] = [
    [t('reward.figures.classes'), number(figures.classes)],
    [t('reward.figures.attended'), number(figures.attended)],
    [t('reward.figures.passRate'), passRate(figures) ?? unknown],
    [
      t('reward.figures.satisfaction'),
      satisfactionWords(figures.ratings, t) ?? t('reward.results.notEnough'),
    ],
    [t('reward.figures.net'), number(figures.net)],
    [
      t('reward.figures.answers'),
      inTime + late + missing === 0
        ? unknown
        : t('reward.figures.answersWords', { inTime, late, missing }),
    ],
    [
      t('reward.figures.inspection'),
      figures.inspection
        ? `${t(`reward.ratings.${ratingOf(figures.inspection.rating)}`)} (${figures.inspection.number})`
        : unknown,
    ],
  ]
  return (
    <dl className={look.figures}>
      {rows.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const ratings = ['GOOD', 'FAIR', 'AVERAGE', 'WEAK'] as const

function ratingOf(rating: string): (typeof ratings)[number] {
  return ratings.find((each) => each === rating) ?? 'AVERAGE'
}
