import { useCallback } from 'react'
import { COMMENT_KINDS } from '../../domain/feedback/answer-form.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { OPINION_STATUSES, type OpinionsView } from '../../domain/revision/opinions.contract.ts'
import { writePlaceKey } from '../../domain/revision/place-key.ts'
import { MOST_COMPARED } from '../../domain/revision/resemblance.ts'
import type { ConsolidationView, PlaceView } from '../../domain/revision/views.contract.ts'
import { FilterRow, FilterSearch, FilterSelect } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import type { Choosing } from './choosing.ts'
import type { Opinions } from './opinions.ts'
import { usePlaceName } from './place-name.ts'
import { anewInList, notNarrowed, type Search, useRevisionSearch } from './search.ts'

type Props = { view: ConsolidationView; list: Opinions; choosing: Choosing | null }

/** As many as one looks over without looking for something. */
const few = 12

/** What of the opinions is looked at, how many that are, and whether all are decided at once. */
export function OpinionFilters({ view, list, choosing }: Props) {
  const t = useText()
  const { search, go } = useRevisionSearch()
  const narrow = useCallback((by: Search) => go({ ...anewInList, ...by }, true), [go])
  const look = useCallback((words: string) => narrow({ q: words || undefined }), [narrow])
  return (
    <div id="opinions">
      {(view.totals.comments > few || list.isNarrowed) && (
        <FilterRow active={list.isNarrowed} onClear={() => narrow(notNarrowed)}>
          <FilterSearch label={t('revision.list.search')} value={search.q ?? ''} onChange={look} />
          <Selects {...{ view, narrow }} />
        </FilterRow>
      )}
      <Found {...{ view, list, choosing }} />
    </div>
  )
}

type SelectsProps = Pick<Props, 'view'> & { narrow: (by: Search) => void }

function Selects({ view: { places, totals, rounds }, narrow }: SelectsProps) {
  const t = useText()
  const { search } = useRevisionSearch()
  const name = usePlaceName()
  const all = { value: '', label: t('revision.list.all') }
  const counted = (value: string, label: string, number: number) => ({
    value,
    label: `${label} (${writeNumber(number)})`,
  })
  const nameOf = (place: PlaceView) =>
    rounds.length > 1 ? `${name(place)}, ${t('revision.page.ofRound', place)}` : name(place)
  const numberOf = (status: string) =>
    status === 'open' ? totals.comments - totals.disposed : (totals.byDisposition[status] ?? 0)
  return (
    <>
      <FilterSelect
        label={t('revision.list.place')}
        value={search.place ?? ''}
        onChoose={(place) => narrow({ place: place || undefined })}
        choices={[
          all,
          ...places.map((place) => counted(writePlaceKey(place), nameOf(place), place.total)),
        ]}
      />
      <FilterSelect
        label={t('revision.list.status')}
        value={search.status ?? ''}
        onChoose={(chosen) => narrow({ status: OPINION_STATUSES.find((one) => one === chosen) })}
        choices={[
          all,
          ...OPINION_STATUSES.map((status) =>
            counted(
              status,
              t(status === 'open' ? 'revision.list.open' : `revision.dispositions.${status}`),
              numberOf(status),
            ),
          ),
        ]}
      />
      <FilterSelect
        label={t('revision.list.kind')}
        value={search.kind ?? ''}
        onChoose={(chosen) => narrow({ kind: COMMENT_KINDS.find((kind) => kind === chosen) })}
        choices={[
          all,
          ...COMMENT_KINDS.map((kind) =>
            counted(kind, t(`revision.kinds.${kind}`), totals.byKind[kind] ?? 0),
          ),
        ]}
      />
    </>
  )
}

/** Said where it is not the whole, and where all of it can be decided at once. */
function Found({ view, list: { page, isNarrowed }, choosing }: Props) {
  const t = useText()
  const { job, places } = view
  const isRunning = job?.state === 'WAITING' || job?.state === 'RUNNING'
  if (!page) return null
  const isMany = places.some(({ total }) => total > MOST_COMPARED)
  const mayChooseAll = choosing && !isRunning && !choosing.matching && isOverPlaces(page)
  if (!isNarrowed && !mayChooseAll && !isMany) return null
  return (
    <div className="row">
      {isNarrowed && <HowMany found={page.total} />}
      {mayChooseAll && (
        <button type="button" className="btn text" onClick={choosing.chooseAll}>
          {t(isNarrowed ? 'revision.many.chooseFound' : 'revision.many.chooseAll', {
            number: writeNumber(page.undecided),
          })}
        </button>
      )}
      {isMany && (
        <span className="small">
          {t('revision.list.comparedWithFirst', { number: writeNumber(MOST_COMPARED) })}
        </span>
      )}
    </div>
  )
}

function HowMany({ found }: { found: number }) {
  const t = useText()
  const words = found > 0 ? 'revision.list.found' : 'revision.list.nothing'
  return <span role="status">{t(words, { number: writeNumber(found) })}</span>
}

/** More than the head of a place on this page offers to choose. */
function isOverPlaces({ opinions, undecided }: OpinionsView): boolean {
  const open = opinions.filter(({ disposition }) => disposition === null)
  const places = new Set(
    open.map(({ round, placeKind, placeCode }) => `${round} ${placeKind} ${placeCode}`),
  )
  return undecided > 1 && (undecided > open.length || places.size > 1)
}
