import { Link, useSearch } from '@tanstack/react-router'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import type { MovementBoardView, MovementRowView } from '../../domain/cycle/movement.contract.ts'
import { MOVEMENT_TERMS } from '../../domain/cycle/movement.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { useMe } from '../app/me.ts'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { type Col, col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { useCycleYear } from './CyclePage.tsx'
import { NetGrowth } from './NetGrowth.tsx'
import { UnitMovement } from './UnitMovement.tsx'

/** A unit's own forms; for the federation who has reported, and the sum of all. */
export function MovementPage() {
  const year = useCycleYear()
  const { unit } = useSearch({ from: '/shell/cycles/$year/movement' })
  const own = useMe().grants.find(({ role }) => role === 'unitDrafter' || role === 'unitHead')
  const unitId = unit ?? own?.unitId
  return unitId ? <UnitMovement {...{ year, unitId }} /> : <Board year={year} />
}

function Board({ year }: { year: number }) {
  const t = useText()
  const board = useReading(routes.movementBoard, { params: { planYear: year } })
  return (
    <>
      <PageHead
        working
        title={t('cycle.movement.title', { planYear: String(year) })}
        lead={t('cycle.movement.lead')}
      />
      <Shown reading={board}>{(found) => <Units board={found} />}</Shown>
    </>
  )
}

function Units({ board }: { board: MovementBoardView }) {
  const t = useText()
  const { planYear, behind, sums, formula } = board
  return (
    <>
      <NetGrowth {...{ sums, formula }} />
      <Note>
        <p>
          {behind > 0
            ? t('cycle.movement.behind', { count: behind })
            : t('cycle.movement.nobodyBehind')}
        </p>
      </Note>
      <DataTable<MovementRowView>
        label={t('cycle.movement.title', { planYear: String(planYear) })}
        rows={board.units}
        rowKey={({ unitId }) => unitId}
        excelHref={addressOf('/cycles/:planYear/movement/export.xlsx', { planYear })}
        columns={useColumns(board)}
      />
    </>
  )
}

function useColumns({ planYear, monthsDue }: MovementBoardView): Col<MovementRowView>[] {
  const t = useText()
  return [
    col({
      id: 'unit',
      head: t('cycle.movement.unit'),
      rowHead: true,
      cell: ({ unitId, name }) => (
        <Link
          to="/cycles/$year/movement"
          params={{ year: String(planYear) }}
          search={{ unit: unitId }}
        >
          {name}
        </Link>
      ),
    }),
    ...MOVEMENT_TERMS.map((term) =>
      col<MovementRowView>({
        id: term,
        head: t(`cycle.movement.terms.${term}`),
        right: true,
        cell: (row) => writeNumber(row[term]),
      }),
    ),
    col({
      id: 'net',
      head: t('cycle.movement.net'),
      right: true,
      cell: ({ net }) => <b>{writeNumber(net)}</b>,
    }),
    col({
      id: 'missing',
      head: t('cycle.movement.missing'),
      cell: (row) => <Missing row={row} due={monthsDue} />,
    }),
  ]
}

function Missing({ row: { missing, sent }, due }: { row: MovementRowView; due: number }) {
  const t = useText()
  if (missing.length === 0)
    return <StateWord tone="done">{t('cycle.movement.nothingMissing')}</StateWord>
  return (
    <>
      {t('cycle.movement.missingMonths', { months: missing.join(', ') })}{' '}
      <span className="small">({t('cycle.movement.reportedOf', { sent, due })})</span>
    </>
  )
}
