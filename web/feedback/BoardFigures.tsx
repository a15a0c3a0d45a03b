import { Fragment, useState } from 'react'
import type { BoardView } from '../../domain/feedback/board.contract.ts'
import {
  countsByKind,
  countsBySuperior,
  countsOfCells,
} from '../../domain/feedback/board-figures.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { BarList } from '../kit/BarList.tsx'
import { ChartWithTable } from '../kit/ChartWithTable.tsx'
import type { Part } from '../kit/StackedBar.tsx'
import { FilterTabs } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import { BoardFiguresTable } from './BoardFiguresTable.tsx'
import { type FigureGroup, figuresShown, FigureLink } from './FigureLink.tsx'

type Props = { view: Pick<BoardView, 'cells' | 'state' | 'planYear'> }
type By = 'kind' | 'above'

/** Who has not answered, by kind of unit and by superior; every number leads to its units. */
export function BoardFigures({ view }: Props) {
  const t = useText()
  const [by, setBy] = useState<By>('kind')
  const { groups, hasLevels } = useGroups(view.cells, by)
  const total = countsOfCells(view.cells)
  if (groups.length < 2) return null
  const label = t(`feedback.figures.label.${by}`)
  const title = t(
    view.state === 'CLOSED' ? 'feedback.figures.titleClosed' : 'feedback.figures.title',
    {
      waited: writeNumber(view.state === 'CLOSED' ? total.silent : total.open),
      units: writeNumber(total.units),
    },
  )
  return (
    <ChartWithTable
      title={title}
      choice={
        hasLevels && (
          <FilterTabs
            label={t('feedback.figures.by')}
            value={by}
            onChoose={setBy}
            tabs={(['kind', 'above'] as const).map((value) => ({
              value,
              label: t(`feedback.figures.${value}`),
            }))}
          />
        )
      }
      chart={<Bars {...{ view, groups, label }} />}
      table={<BoardFiguresTable {...{ view, groups, label, total }} />}
    />
  )
}

/** Where one superior stands above all, there are no levels to tell apart. */
function useGroups(cells: BoardView['cells'], by: By) {
  const t = useText()
  const superiors = countsBySuperior(cells)
  const kinds = countsByKind(cells).map(({ kind, counts }): FigureGroup => ({
    key: kind,
    counts,
    name: t(`federation.kinds.${kind}`),
    narrowing: { kind },
  }))
  const above = superiors.map(({ id, name, counts }): FigureGroup => ({
    key: id,
    name,
    counts,
    narrowing: { above: id },
  }))
  return { groups: by === 'kind' ? kinds : above, hasLevels: superiors.length > 1 }
}

type BarsProps = Props & { groups: readonly FigureGroup[]; label: string }

function Bars({ view, groups, label }: BarsProps) {
  const t = useText()
  const part = (key: string, name: string, look: Part['look']) => ({ key, name, look })
  const legend = [
    part('sent', t('feedback.figures.inTime'), 'full'),
    part('late', t('feedback.figures.late'), 'light'),
    part('spoke', t('feedback.board.filters.spoke'), 'middle'),
    part('silent', t('feedback.board.status.silent'), 'dark'),
    part('excused', t('feedback.board.status.excused'), 'pale'),
    part('open', t('feedback.board.filters.open'), 'open'),
  ]
  return (
    <BarList
      label={label}
      legend={legend}
      bars={groups.map((group) => {
        const { sent, late, spoke, silent, excused, open } = group.counts
        const numbers = [sent - late, late, spoke, silent, excused, open]
        return {
          key: group.key,
          name: group.name,
          lines: [legend.map((each, index) => ({ ...each, number: numbers[index] ?? 0 }))],
          figures: figuresShown(view)
            .filter((figure) => figure === 'units' || group.counts[figure] > 0)
            .map((figure) => (
              <Fragment key={figure}>
                <span className="nw">
                  {t(`feedback.figures.columns.${figure}`)}{' '}
                  <FigureLink {...{ figure, group }} planYear={view.planYear} />
                </span>{' '}
              </Fragment>
            )),
        }
      })}
    />
  )
}
