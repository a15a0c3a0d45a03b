import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { CLASS_STATES } from '../../domain/classes/class-state.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { ClassRowView } from '../../domain/classes/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { useYears } from '../app/readings.ts'
import { turns } from '../kit/table/turns.ts'
import { PageHead } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { Loading } from '../kit/States.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch, FilterSelect } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { classTone, daysWords } from './class-words.ts'
import { useClassesAddress } from './classes-address.ts'
import look from './classes.module.css'

/** The classes of a year, of all levels; what the list is narrowed to stands in the address. */
export function ClassesPage() {
  const { planYear } = useClassesAddress()
  return planYear === null ? <Loading /> : <OfYear planYear={planYear} />
}

function OfYear({ planYear }: { planYear: number }) {
  const t = useText()
  const { asked, filters, isNarrowed, narrow, turn, clear } = useClassesAddress()
  const list = useReading(routes.classes, { query: { ...asked, planYear } })
  // Only the first page counts; a later page shows what the first one found.
  const first = useReading(routes.classes, { query: { ...filters, planYear } })
  const number = writeNumber(first.data?.total ?? 0)
  const searchFor = useCallback((words: string) => narrow({ q: words || undefined }), [narrow])
  return (
    <>
      <PageHead
        working
        title={t('classes.list.title')}
        lead={first.data && t('classes.list.lead', { number, year: planYear })}
        deeds={
          list.data?.mayOpen && (
            <Link className="btn pri" to="/classes/open" search={{ year: planYear }}>
              {t('classes.list.open')}
            </Link>
          )
        }
      />
      <FilterRow active={isNarrowed} onClear={clear}>
        <FilterSearch label={t('classes.list.search')} value={asked.q ?? ''} onChange={searchFor} />
        <Filters planYear={planYear} />
      </FilterRow>
      <DataTable<ClassRowView>
        label={t('classes.list.title')}
        rows={list.data?.classes}
        rowKey={({ classId }) => classId}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={isNarrowed}
        onClearFilters={clear}
        empty={t('classes.list.empty')}
        columns={columnsOf(t)}
        excelHref={addressOf('/classes/export.xlsx', {}, { ...filters, planYear })}
        paging={turns(list.data, t('classes.list.summary', { number }), turn)}
      />
    </>
  )
}

function Filters({ planYear }: { planYear: number }) {
  const t = useText()
  const years = useYears()
  const { asked, narrow } = useClassesAddress()
  const all = { value: '', label: t('classes.list.all') }
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: t('classes.list.monthOf', { month: index + 1 }),
  }))
  const states = CLASS_STATES.map((state) => ({
    value: state,
    label: t(`classes.states.${state}`),
  }))
  return (
    <>
      <FilterSelect
        label={t('classes.list.year')}
        value={String(planYear)}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        onChoose={(year) => narrow({ year })}
      />
      <FilterSelect
        label={t('classes.list.state')}
        value={asked.state ?? ''}
        choices={[all, ...states]}
        onChoose={(state) => narrow({ state: state || undefined })}
      />
      <FilterSelect
        label={t('classes.list.month')}
        value={String(asked.month ?? '')}
        choices={[all, ...months]}
        onChoose={(month) => narrow({ month: month || undefined })}
      />
      <FilterSelect
        label={t('classes.list.unit')}
        value={asked.mine ?? ''}
        choices={[all, { value: 'yes', label: t('classes.list.mine') }]}
        onChoose={(mine) => narrow({ mine: mine || undefined })}
      />
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>) {
  return [
    col<ClassRowView>({
      id: 'name',
      head: t('classes.list.name'),
      rowHead: true,
      cell: ({ classId, code, title, audience }) => (
        <>
          <Link to="/classes/$id" params={{ id: classId }}>
            {title}
          </Link>
          <span className={look.under}>
            {code}. {audience}
          </span>
        </>
      ),
    }),
    col<ClassRowView>({
      id: 'days',
      head: t('classes.list.days'),
      className: look.line ?? '',
      cell: (row) => daysWords(row),
    }),
    col<ClassRowView>({
      id: 'organiser',
      head: t('classes.list.organiser'),
      className: look.line ?? '',
      cell: ({ organiserName, venue }) => (
        <>
          {organiserName}
          {venue && <span className={look.under}>{venue}</span>}
        </>
      ),
    }),
    col<ClassRowView>({
      id: 'people',
      head: t('classes.list.seats'),
      right: true,
      cell: ({ counts, seats }) =>
        `${writeNumber(counts.confirmed || counts.nominated)}/${writeNumber(seats)}`,
    }),
    col<ClassRowView>({
      id: 'state',
      head: t('classes.list.state'),
      className: look.line ?? '',
      cell: ({ state }) => (
        <StateWord tone={classTone[state]}>{t(`classes.states.${state}`)}</StateWord>
      ),
    }),
  ]
}
