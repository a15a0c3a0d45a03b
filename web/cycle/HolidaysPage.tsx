import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { HolidayView } from '../../domain/cycle/calendar.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { addressOf } from '../address.ts'
import { Button } from '../kit/Button.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSelect } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { ConfirmHolidays } from './ConfirmHolidays.tsx'
import { HolidayDialog } from './HolidayDialog.tsx'
import { fullDay } from './words.ts'

const thisYear = yearOf(dayOfInstant(new Date()))
const years = [-1, 0, 1, 2, 3, 4].map((offset) => thisYear + offset)

/** Days off and make-up Saturdays: the table by which every deadline is counted. */
export function HolidaysPage() {
  const t = useText()
  const go = useNavigate()
  const { of = thisYear } = useSearch({ strict: false })
  const holidays = useReading(cycleRoutes.holidays, { query: { year: of } })
  const [asked, setAsked] = useState<HolidayView | 'new' | null>(null)
  return (
    <>
      <PageHead
        working
        title={t('cycle.pages.calendar.holidays')}
        lead={t('cycle.pages.calendar.holidaysLead')}
        deeds={
          <>
            {holidays.data?.mayConfirm && (
              <ConfirmHolidays year={of} holidays={holidays.data.holidays} />
            )}
            {holidays.data?.mayChange && (
              <Button
                kind={holidays.data.mayConfirm ? 'plain' : 'primary'}
                icon="plus"
                onClick={() => setAsked('new')}
              >
                {t('cycle.pages.calendar.add')}
              </Button>
            )}
          </>
        }
      />
      <FilterRow active={of !== thisYear} onClear={() => void go({ to: '.', search: {} })}>
        <FilterSelect
          label={t('cycle.pages.calendar.years')}
          value={String(of)}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          onChoose={(year) => void go({ to: '.', search: { of: Number(year) } })}
        />
      </FilterRow>
      <Shown reading={holidays}>
        {(view) => (
          <DataTable<HolidayView>
            label={`${t('cycle.pages.calendar.holidays')} ${of}`}
            rows={view.holidays}
            rowKey={({ day }) => day}
            empty={t('cycle.pages.calendar.noHolidays')}
            excelHref={addressOf('/holidays/export.xlsx', {}, { year: of })}
            columns={columnsOf(t, view.mayChange ? setAsked : null)}
          />
        )}
      </Shown>
      {asked && (
        <HolidayDialog holiday={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>, change: ((row: HolidayView) => void) | null) {
  return [
    col<HolidayView>({
      id: 'day',
      head: t('cycle.pages.calendar.day'),
      rowHead: true,
      className: 'nw',
      cell: ({ day }) => fullDay(day),
    }),
    col<HolidayView>({
      id: 'name',
      head: t('cycle.pages.calendar.holiday'),
      cell: ({ name, provisional }) => (
        <>
          {name}
          {provisional && <span className="small"> ({t('cycle.pages.calendar.provisional')})</span>}
        </>
      ),
    }),
    col<HolidayView>({
      id: 'kind',
      head: t('cycle.pages.calendar.kind'),
      cell: ({ kind }) => t(`cycle.pages.calendar.kinds.${kind}`),
    }),
    col<HolidayView>({
      id: 'change',
      head: '',
      right: true,
      cell: (row) =>
        change && (
          <Button kind="text" icon="pencil" onClick={() => change(row)}>
            {t('cycle.pages.calendar.change')}
            <span className="vh"> {row.name}</span>
          </Button>
        ),
    }),
  ]
}
