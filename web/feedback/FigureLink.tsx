import { Link } from '@tanstack/react-router'
import type { BoardView } from '../../domain/feedback/board.contract.ts'
import type { BoardCounts } from '../../domain/feedback/board-counts.contract.ts'
import { countsOfCells } from '../../domain/feedback/board-figures.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useText } from '../text.ts'
import type { FeedbackSearch } from './routes.tsx'

const FIGURES = ['units', 'sent', 'late', 'open', 'spoke', 'silent', 'excused'] as const
export type BoardFigure = (typeof FIGURES)[number]

/** After the close nobody is open any more, before it nobody is silent; who only spoke is seldom there. */
export function figuresShown({ state, cells }: Pick<BoardView, 'state' | 'cells'>): BoardFigure[] {
  const hidden = state === 'CLOSED' ? 'open' : 'silent'
  return FIGURES.filter(
    (figure) => figure !== hidden && (figure !== 'spoke' || countsOfCells(cells).spoke > 0),
  )
}

export type FigureGroup = {
  key: string
  name: string
  counts: BoardCounts
  narrowing: Pick<FeedbackSearch, 'kind' | 'above'>
}

type Props = { figure: BoardFigure; group: FigureGroup; planYear: number }

/** A number as the way to the units that it counts. */
export function FigureLink({ figure, group: { name, counts, narrowing }, planYear }: Props) {
  const t = useText()
  const number = writeNumber(counts[figure])
  if (counts[figure] === 0) return number
  return (
    <Link
      to="/cycles/$year/feedback"
      params={{ year: String(planYear) }}
      search={{ status: figure === 'units' ? 'all' : figure, ...narrowing }}
      hash="units"
    >
      {number}
      <span className="vh">
        , {t(`feedback.figures.columns.${figure}`)}, {name}
      </span>
    </Link>
  )
}
