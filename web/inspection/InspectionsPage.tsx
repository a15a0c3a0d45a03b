import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { INSPECTION_KINDS, INSPECTION_STATES } from '../../domain/inspection/states.ts'
import type { InspectionRowView } from '../../domain/inspection/views.contract.ts'
import { addressOf } from '../address.ts'
import { useYears } from '../app/readings.ts'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch, FilterSelect } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { inspectionColumns } from './inspection-columns.tsx'
import { inspectionsSearch } from './search.ts'
import { fromTheStart, type Place, turns } from './turns.ts'

const page = getRouteApi('/shell/inspections')
type By = Record<string, string | number | undefined>

function useAddress() {
  const asked = page.useSearch()
  const go = page.useNavigate()
  const narrow = useCallback(
    (by: By) =>
      void go({
        search: (was) => inspectionsSearch.parse({ ...was, ...fromTheStart, ...by }),
        replace: true,
        resetScroll: false,
      }),
    [go],
  )
  const filters = { ...asked, ...fromTheStart }
  return {
    asked,
    filters,
    narrow,
    isNarrowed: Object.values(filters).some((said) => said !== undefined),
    turn: (place: Place) => void go({ search: (was) => ({ ...was, ...fromTheStart, ...place }) }),
    clear: () => void go({ search: {} }),
  }
}

/** The inspections of the federation; for a unit its own. */
export function InspectionsPage() {
  const t = useText()
  const { asked, filters, isNarrowed, turn, clear } = useAddress()
  const { data, error, refetch } = useReading(routes.inspections, { query: asked })
  return (
    <>
      <PageHead
        working
        title={t('inspection.list.title')}
        lead={t(data?.isOffice === false ? 'inspection.list.leadUnit' : 'inspection.list.lead')}
        deeds={
          <>
            {data?.isOffice && (
              <Link className="btn" to="/inspections/frequency">
                {t('inspection.list.toFrequency')}
              </Link>
            )}
            {data?.mayPlan && (
              <Link className="btn pri" to="/inspections/new">
                {t('inspection.list.plan')}
              </Link>
            )}
          </>
        }
      />
      {data && data.overdueRemedies > 0 && (
        <Note tone="act">
          <p>{t('inspection.list.overdueNote', { count: data.overdueRemedies })}</p>
        </Note>
      )}
      <Filters />
      <DataTable<InspectionRowView>
        label={t('inspection.list.title')}
        rows={data?.inspections}
        rowKey={({ inspectionId }) => inspectionId}
        error={error}
        onRetry={() => void refetch()}
        filtered={isNarrowed}
        onClearFilters={clear}
        empty={t('inspection.list.none')}
        columns={inspectionColumns(t)}
        excelHref={addressOf('/inspections/export.xlsx', {}, filters)}
        paging={turns(data, turn)}
      />
    </>
  )
}

function Filters() {
  const t = useText()
  const years = useYears()
  const { asked, narrow, isNarrowed, clear } = useAddress()
  const look = useCallback((words: string) => narrow({ q: words || undefined }), [narrow])
  const all = { value: '', label: t('inspection.list.all') }
  const choices = {
    year: years.map((year) => ({ value: String(year), label: String(year) })),
    kind: INSPECTION_KINDS.map((value) => ({ value, label: t(`inspection.kinds.${value}`) })),
    state: INSPECTION_STATES.map((value) => ({ value, label: t(`inspection.states.${value}`) })),
    only: [
      { value: 'mine', label: t('inspection.list.mine') },
      { value: 'overdue', label: t('inspection.list.overdueOnly') },
    ],
  } as const
  return (
    <FilterRow active={isNarrowed} onClear={clear}>
      <FilterSearch label={t('inspection.list.search')} value={asked.q ?? ''} onChange={look} />
      {(['only', 'state', 'kind', 'year'] as const).map((name) => (
        <FilterSelect
          key={name}
          label={t(`inspection.list.${name}`)}
          value={String(asked[name] ?? '')}
          choices={[all, ...choices[name]]}
          onChoose={(chosen) => narrow({ [name]: chosen || undefined })}
        />
      ))}
    </FilterRow>
  )
}
