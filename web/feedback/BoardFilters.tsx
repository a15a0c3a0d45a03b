import { useLocation } from '@tanstack/react-router'
import { useCallback } from 'react'
import { BOARD_FILTERS, type BoardView, usualFilter } from '../../domain/feedback/board.contract.ts'
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
import type { FeedbackSearch } from './routes.tsx'
import { useFeedbackSearch } from './search.ts'

/** What the list of units is narrowed to; each state tells how many it would leave. */
export function BoardFilters({ view: { cells, state } }: { view: BoardView }) {
  const t = useText()
  const { search, narrow } = useNarrowing()
  const counts = countsOfCells(narrowedCells(cells, search))
  const numbers = { ...counts, all: counts.units }
  const status = search.status ?? usualFilter(state)
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
          narrow({ status: undefined, unit: undefined, kind: undefined, above: undefined })
        }
      >
        <FilterTabs
          label={t('feedback.board.filter')}
          value={status}
          onChoose={(chosen) => narrow({ status: chosen })}
          tabs={shown.map((value) => ({
            value,
            label: t(`feedback.board.filters.${value}`),
            number: numbers[value],
          }))}
        />
        <FilterSearch
          label={t('feedback.board.search')}
          value={search.unit ?? ''}
          onChange={(unit) => narrow({ unit: unit || undefined }, true)}
        />
        <Groups cells={cells} />
      </FilterRow>
    </div>
  )
}

/** The page stays where it is: the filters are below what the eyes have passed already. */
function useNarrowing() {
  const { search, go } = useFeedbackSearch()
  const narrow = (change: FeedbackSearch, replace = false) =>
    go({ ...change, page: undefined }, { replace, resetScroll: false })
  return { search, narrow }
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
  const { search, narrow } = useNarrowing()
  const kinds = countsByKind(cells)
  const superiors = countsBySuperior(cells)
  const all = { value: '', label: t('feedback.board.filters.all') }
  return (
    <>
      {search.kind && (
        <FilterSelect
          label={t('feedback.figures.kind')}
          value={search.kind}
          onChoose={(chosen) => narrow({ kind: UNIT_KINDS.find((kind) => kind === chosen) })}
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
          onChoose={(chosen) => narrow({ above: chosen || undefined })}
          choices={[all, ...superiors.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </>
  )
}
