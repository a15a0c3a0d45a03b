import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import {
  papersPerPage,
  papersRoutes,
  type RegisterRow,
} from '../../domain/papers/papers.contract.ts'
import { addressOf } from '../address.ts'
import { useMe } from '../app/me.ts'
import { PageHead } from '../kit/Page.tsx'
import { DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch, FilterSelect } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { NumberDesk } from './NumberDesk.tsx'
import { registerColumns } from './register-columns.tsx'

type Filters = {
  q?: string | undefined
  year?: number | undefined
  docType?: string | undefined
  state?: RegisterRow['state'] | undefined
  page?: number | undefined
}

/** The register of outgoing papers; above it, for the records clerk, what waits for a number. */
export function RegisterPage() {
  const t = useText()
  const isClerk = useMe().grants.some(({ role }) => role === 'recordsClerk')
  return (
    <>
      <PageHead
        working
        title={t('papers.pages.register.title')}
        lead={t('papers.pages.register.lead')}
      />
      {isClerk && <NumberDesk />}
      <Register />
    </>
  )
}

function Register() {
  const t = useText()
  const go = useNavigate()
  const filters: Filters = useSearch({ strict: false })
  const { page = 1, ...given } = filters
  const { data, error, refetch } = useReading(papersRoutes.register, {
    query: { ...given, page },
  })
  const set = useCallback(
    (changed: Filters) =>
      void go({
        to: '.',
        search: ({ page: _, ...old }) => ({ ...old, ...changed }),
        replace: true,
        resetScroll: false,
      }),
    [go],
  )
  const clear = () => void go({ to: '.', search: {} })
  const active = Object.values(given).some((value) => value !== undefined && value !== '')
  const total = data?.total ?? 0
  return (
    <>
      <Filtering
        {...{ filters, set, clear, active }}
        years={data?.years ?? []}
        types={data?.docTypes ?? []}
      />
      <DataTable<RegisterRow>
        label={t('papers.pages.register.title')}
        rows={data?.papers}
        rowKey={({ paperId }) => paperId}
        error={error}
        onRetry={() => void refetch()}
        filtered={active}
        onClearFilters={clear}
        empty={t('papers.pages.register.none')}
        columns={registerColumns(t)}
        excelHref={addressOf('/papers/export.xlsx', {}, given)}
        paging={{
          summary: t('shell.table.rows', { number: total }),
          ...(page > 1 && { onFirst: () => set({}) }),
          ...(page * papersPerPage < total && { onNext: () => set({ page: page + 1 }) }),
        }}
      />
    </>
  )
}

type FilteringProps = {
  filters: Filters
  set: (changed: Filters) => void
  clear: () => void
  active: boolean
  years: readonly number[]
  types: readonly string[]
}

const states = ['NUMBERED', 'ISSUED', 'VOID'] as const

function Filtering({ filters, set, clear, active, years, types }: FilteringProps) {
  const t = useText()
  const look = useCallback((words: string) => set({ q: words || undefined }), [set])
  const asChoice = (value: string | number) => ({ value: String(value), label: String(value) })
  return (
    <FilterRow active={active} onClear={clear}>
      <FilterSearch
        label={t('papers.pages.register.search')}
        value={filters.q ?? ''}
        onChange={look}
      />
      <FilterSelect
        label={t('papers.pages.register.year')}
        value={String(filters.year ?? '')}
        choices={[
          { value: '', label: t('papers.pages.register.allYears') },
          ...years.map(asChoice),
        ]}
        onChoose={(year) => set({ year: year ? Number(year) : undefined })}
      />
      <FilterSelect
        label={t('papers.pages.register.docType')}
        value={filters.docType ?? ''}
        choices={[
          { value: '', label: t('papers.pages.register.allTypes') },
          ...types.map(asChoice),
        ]}
        onChoose={(docType) => set({ docType: docType || undefined })}
      />
      <FilterSelect
        label={t('papers.pages.register.state')}
        value={filters.state ?? ''}
        choices={[
          { value: '', label: t('papers.pages.register.allStates') },
          ...states.map((value) => ({ value, label: t(`papers.pages.register.states.${value}`) })),
        ]}
        onChoose={(state) => set({ state: states.find((each) => each === state) })}
      />
    </FilterRow>
  )
}
