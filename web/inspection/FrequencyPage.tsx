import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { FrequencyRowView } from '../../domain/inspection/views.contract.ts'
import { addressOf } from '../address.ts'
import { PageHead } from '../kit/Page.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch, FilterSelect } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { frequencySearch } from './search.ts'
import { fromTheStart, type Place, turns } from './turns.ts'
import { dayWords } from './words.ts'

const page = getRouteApi('/shell/inspections/frequency')
const usual = 5

/** Which units had no visit for so many years (S0.27), and from here to the plan of one. */
export function FrequencyPage() {
  const t = useText()
  const asked = page.useSearch()
  const go = page.useNavigate()
  const narrow = useCallback(
    (by: Record<string, unknown>) =>
      void go({
        search: (was) => frequencySearch.parse({ ...was, ...fromTheStart, ...by }),
        replace: true,
        resetScroll: false,
      }),
    [go],
  )
  const look = useCallback((words: string) => narrow({ q: words || undefined }), [narrow])
  const { data, error, refetch } = useReading(routes.frequency, { query: asked })
  const turn = (place: Place) =>
    void go({ search: (was) => ({ ...was, ...fromTheStart, ...place }) })
  const clear = () => void go({ search: {} })
  const years = [1, 2, 3, 5, 10].map((count) => ({
    value: String(count),
    label: t('inspection.frequency.yearsChoice', { count }),
  }))
  return (
    <>
      <Head since={data?.since} />
      <FilterRow active={asked.q !== undefined || asked.years !== undefined} onClear={clear}>
        <FilterSearch label={t('inspection.list.search')} value={asked.q ?? ''} onChange={look} />
        <FilterSelect
          label={t('inspection.frequency.years')}
          value={String(asked.years ?? usual)}
          choices={years}
          onChoose={(chosen) => narrow({ years: Number(chosen) })}
        />
      </FilterRow>
      <DataTable<FrequencyRowView>
        label={t('inspection.frequency.title')}
        rows={data?.units}
        rowKey={({ unitId }) => unitId}
        error={error}
        onRetry={() => void refetch()}
        filtered={asked.q !== undefined}
        onClearFilters={clear}
        empty={t('inspection.frequency.none')}
        columns={columnsOf(t)}
        excelHref={addressOf(
          '/inspection-frequency/export.xlsx',
          {},
          { ...asked, ...fromTheStart },
        )}
        paging={{
          ...turns(data, turn),
          ...(data?.total != null && { summary: t('shell.table.rows', { number: data.total }) }),
        }}
      />
    </>
  )
}

function Head({ since }: { since: string | undefined }) {
  const t = useText()
  return (
    <PageHead
      working
      title={t('inspection.frequency.title')}
      lead={since && t('inspection.frequency.lead', { since: dayWords(since) })}
      crumbs={[
        {
          label: t('inspection.list.title'),
          link: <Link to="/inspections">{t('inspection.list.title')}</Link>,
        },
        { label: t('inspection.frequency.title') },
      ]}
    />
  )
}

function columnsOf(t: ReturnType<typeof useText>) {
  return [
    col<FrequencyRowView>({
      id: 'unit',
      head: t('inspection.list.unit'),
      rowHead: true,
      cell: ({ unitName }) => unitName,
    }),
    col<FrequencyRowView>({
      id: 'last',
      head: t('inspection.frequency.last'),
      className: 'nw',
      cell: ({ lastVisitedOn }) =>
        lastVisitedOn ? dayWords(lastVisitedOn) : t('inspection.frequency.never'),
    }),
    col<FrequencyRowView>({
      id: 'planned',
      head: t('inspection.frequency.planned'),
      cell: ({ plannedOn, unitId }) =>
        plannedOn ? (
          dayWords(plannedOn)
        ) : (
          <Link to="/inspections/new" search={{ unit: unitId }}>
            {t('inspection.frequency.plan')}
          </Link>
        ),
    }),
  ]
}
