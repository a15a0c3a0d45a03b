import { useLocation } from '@tanstack/react-router'
import { useCallback } from 'react'
import { BOARD_FILTERS, type BoardView } from '../../domain/feedback/board.contract.ts'
import {
  countsByKind,
  countsBySuperior,
  countsOfCells,
  narrowedCells,
} from '../../domain/feedback/board-figures.ts'
import { UNIT_KINDS } from '../../domain/federation/unit-kind.ts'
import { FilterRow, FilterSearch, FilterSelect, FilterTabs } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import styles from './board.module.css'
import { useFeedbackSearch } from './search.ts'

/** What the list of units is narrowed to; each state tells how many it would leave. */
export function BoardFilters({ view: { cells, state } }: { view: BoardView }) {
  const t = useText()
  const { search, go } = useFeedbackSearch()
  const counts = countsOfCells(narrowedCells(cells, search))
  const numbers = { ...counts, all: counts.units }
  const status = search.status ?? 'open'
  const whenThere = (each: 'late' | 'excused' | 'asking' | 'spoke') =>
    counts[each] > 0 || status === each
  const shown = BOARD_FILTERS.filter((each) => {
    if (each === 'late' || each === 'asking' || each === 'spoke') return whenThere(each)
    if (state === 'CLOSED') return ['sent', 'excused', 'silent', 'all'].includes(each)
    return each === 'excused' ? whenThere(each) : each !== 'silent'
  })
  return (
    <div id="units" tabIndex={-1} ref={useLanding('units')} className={styles.units}>
      <FilterRow
        active={[search.unit, search.status, search.kind, search.above].some(Boolean)}
        onClear={() =>
          go({
            status: undefined,
            unit: undefined,
            kind: undefined,
            above: undefined,
            page: undefined,
          })
        }
      >
        <FilterTabs
          label={t('feedback.board.filter')}
          value={status}
          onChoose={(chosen) => go({ status: chosen, page: undefined })}
          tabs={shown.map((value) => ({
            value,
            label: t(`feedback.board.filters.${value}`),
            number: numbers[value],
          }))}
        />
        <FilterSearch
          label={t('feedback.board.search')}
          value={search.unit ?? ''}
          onChange={(unit) => go({ unit: unit || undefined, page: undefined }, { replace: true })}
        />
        <Groups cells={cells} />
      </FilterRow>
    </div>
  )
}

/** Who comes by a link to this place is there once it is drawn, with the eyes and the keys. */
function useLanding(id: string) {
  const hash = useLocation({ select: (location) => location.hash })
  return useCallback(
    (place: HTMLElement | null) => {
      if (hash !== id) return
      place?.scrollIntoView({ block: 'start' })
      place?.focus({ preventScroll: true })
    },
    [hash, id],
  )
}

/** By kind and by superior: the bars lead here, and a list of all needs neither. */
function Groups({ cells }: Pick<BoardView, 'cells'>) {
  const t = useText()
  const { search, go } = useFeedbackSearch()
  const kinds = countsByKind(cells)
  const superiors = countsBySuperior(cells)
  const all = { value: '', label: t('feedback.board.filters.all') }
  return (
    <>
      {search.kind && (
        <FilterSelect
          label={t('feedback.figures.kind')}
          value={search.kind}
          onChoose={(chosen) =>
            go({ kind: UNIT_KINDS.find((kind) => kind === chosen), page: undefined })
          }
          choices={[
            all,
            ...kinds.map(({ kind }) => ({ value: kind, label: t(`federation.kinds.${kind}`) })),
          ]}
        />
      )}
      {search.above && (
        <FilterSelect
          label={t('feedback.figures.above')}
          value={search.above}
          onChoose={(chosen) => go({ above: chosen || undefined, page: undefined })}
          choices={[all, ...superiors.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </>
  )
}
