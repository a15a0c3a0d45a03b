import type { BoardView } from '../../domain/feedback/board.contract.ts'
import type { BoardCounts } from '../../domain/feedback/board-counts.contract.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'
import { type FigureGroup, FigureLink, figuresShown } from './FigureLink.tsx'

type Props = {
  view: Pick<BoardView, 'state' | 'planYear' | 'cells'>
  groups: readonly FigureGroup[]
  label: string
  total: BoardCounts
}

/** The twin of the bars, with the sum that the head of the page tells. */
export function BoardFiguresTable({ view, groups, label, total }: Props) {
  const t = useText()
  const sum = { key: 'total', name: t('feedback.figures.total'), counts: total, narrowing: {} }
  return (
    <DataTable<FigureGroup>
      label={label}
      rows={[...groups, sum]}
      rowKey={({ key }) => key}
      columns={[
        col({
          id: 'group',
          head: t('feedback.figures.group'),
          rowHead: true,
          cell: ({ name }) => name,
        }),
        ...figuresShown(view).map((figure) =>
          col<FigureGroup>({
            id: figure,
            head: t(`feedback.figures.columns.${figure}`),
            right: true,
            cell: (group) => <FigureLink {...{ figure, group }} planYear={view.planYear} />,
          }),
        ),
      ]}
    />
  )
}
