import { useState } from 'react'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import type { MovementMonthView, UnitMovementView } from '../../domain/cycle/movement.contract.ts'
import { MOVEMENT_TERMS, netGrowth } from '../../domain/cycle/movement.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { type Col, col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { MonthDialog } from './MonthDialog.tsx'
import { NetGrowth } from './NetGrowth.tsx'
import { SendMonths } from './SendMonths.tsx'

type Place = { year: number; unitId: string }
/** A month of the year, written or not. */
type Row = { month: number; form: MovementMonthView | null; isDue: boolean }

/** The twelve forms of a unit: its staff writes, its head sends and corrects. */
export function UnitMovement({ year, unitId }: Place) {
  const found = useReading(routes.unitMovement, { params: { planYear: year, unitId } })
  return <Shown reading={found}>{(view) => <Forms view={view} />}</Shown>
}

function Forms({ view }: { view: UnitMovementView }) {
  const t = useText()
  const [month, setMonth] = useState<Row | null>(null)
  const { planYear, sums, formula } = view
  const rows = Array.from({ length: 12 }, (_, index): Row => {
    const form = view.months.find((each) => each.month === index + 1) ?? null
    return { month: index + 1, form, isDue: index < view.monthsDue }
  })
  return (
    <>
      <PageHead
        working
        title={t('cycle.movement.title', { planYear: String(planYear) })}
        lead={view.unitName}
        deeds={mayDo(view.allowedActions, 'movement.sent') && <SendMonths view={view} />}
      />
      <NetGrowth {...{ sums, formula }} />
      <DataTable<Row>
        label={t('cycle.movement.title', { planYear: String(planYear) })}
        rows={rows}
        rowKey={(row) => String(row.month)}
        columns={useColumns(view, setMonth)}
      />
      {month && (
        <MonthDialog
          view={view}
          month={month.month}
          form={month.form}
          onClose={() => setMonth(null)}
        />
      )}
    </>
  )
}

function useColumns(view: UnitMovementView, open: (row: Row) => void): Col<Row>[] {
  const t = useText()
  const { planYear } = view
  return [
    col({
      id: 'month',
      head: t('cycle.movement.month'),
      rowHead: true,
      cell: ({ month }) => t('cycle.movement.monthOf', { month, planYear: String(planYear) }),
    }),
    ...MOVEMENT_TERMS.map((term) =>
      col<Row>({
        id: term,
        head: t(`cycle.movement.terms.${term}`),
        right: true,
        cell: ({ form }) => (form ? writeNumber(form[term]) : null),
      }),
    ),
    col({
      id: 'net',
      head: t('cycle.movement.net'),
      right: true,
      cell: ({ form }) => (form ? <b>{writeNumber(netGrowth(form).net)}</b> : null),
    }),
    col({ id: 'state', head: t('cycle.movement.state'), cell: (row) => <Standing row={row} /> }),
    col({
      id: 'deed',
      head: '',
      right: true,
      cell: (row) => <Deed {...{ view, row, open }} />,
    }),
  ]
}

function Standing({ row: { form, isDue } }: { row: Row }) {
  const t = useText()
  if (!form)
    return (
      <StateWord tone="not">
        {t(isDue ? 'cycle.movement.notWritten' : 'cycle.movement.notDue')}
      </StateWord>
    )
  const last = form.corrections.at(-1)
  return (
    <>
      <StateWord tone={form.state === 'SENT' ? 'done' : 'now'}>
        {t(form.imported ? 'cycle.movement.imported' : `cycle.movement.states.${form.state}`)}
      </StateWord>
      {last && (
        <span className="small">
          {' '}
          {t('cycle.movement.corrected', {
            count: form.corrections.length,
            reason: last.because,
          })}
        </span>
      )}
    </>
  )
}

type DeedProps = { view: UnitMovementView; row: Row; open: (row: Row) => void }

function Deed({ view: { allowedActions }, row, open }: DeedProps) {
  const t = useText()
  const { form, isDue, month } = row
  const isSent = form?.state === 'SENT'
  const may = mayDo(allowedActions, isSent ? 'movement.corrected' : 'movement.written')
  if (!may || !isDue) return null
  const word = isSent ? 'correct' : form ? 'change' : 'write'
  return (
    <Button kind="text" icon="pencil" onClick={() => open(row)}>
      {t(`cycle.movement.${word}`)}
      <span className="vh">
        {' '}
        {t('cycle.movement.month')} {month}
      </span>
    </Button>
  )
}
