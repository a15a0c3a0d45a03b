import { Link } from '@tanstack/react-router'
import type { InspectionRowView } from '../../domain/inspection/views.contract.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { col } from '../kit/table/DataTable.tsx'
import type { useText } from '../text.ts'
import { dayWords, scoreWords, toneOf } from './words.ts'

type Words = ReturnType<typeof useText>
type Row = InspectionRowView

export function inspectionColumns(t: Words) {
  return [
    col<Row>({
      id: 'unit',
      head: t('inspection.list.unit'),
      rowHead: true,
      cell: ({ inspectionId, unitName, subject }) => (
        <>
          <Link to="/inspections/$inspectionId" params={{ inspectionId }}>
            {unitName}
          </Link>
          <span className="small">
            <br />
            {subject}
          </span>
        </>
      ),
    }),
    col<Row>({
      id: 'visit',
      head: t('inspection.list.visit'),
      className: 'nw',
      cell: ({ visitFrom }) => dayWords(visitFrom),
    }),
    col<Row>({
      id: 'lead',
      head: t('inspection.list.teamLead'),
      cell: ({ leadName }) => leadName,
    }),
    col<Row>({
      id: 'state',
      head: t('inspection.list.state'),
      cell: ({ state }) => (
        <StateWord tone={toneOf[state]}>{t(`inspection.states.${state}`)}</StateWord>
      ),
    }),
    col<Row>({
      id: 'result',
      head: t('inspection.list.result'),
      cell: (row) => <Result row={row} t={t} />,
    }),
    col<Row>({
      id: 'remedies',
      head: t('inspection.list.remedies'),
      cell: (row) => <Remedies row={row} t={t} />,
    }),
  ]
}

type Cell = { row: Row; t: Words }

function Result({ row: { rating, scorePercent, number }, t }: Cell) {
  if (!rating) return <span className="quiet">{t('inspection.list.noResult')}</span>
  return (
    <>
      {t(`inspection.ratings.${rating}`)}
      {scorePercent !== null && `, ${scoreWords(scorePercent)}/100`}
      {number && (
        <span className="small">
          <br />
          {number}
        </span>
      )}
    </>
  )
}

function Remedies({ row: { remedies, overdueRemedies }, t }: Cell) {
  if (remedies.total === 0) return <span className="quiet">–</span>
  return (
    <>
      {remedies.done}/{remedies.total}
      {overdueRemedies > 0 && (
        <>
          {' '}
          <StateWord tone="act">{t('inspection.list.late', { count: overdueRemedies })}</StateWord>
        </>
      )}
    </>
  )
}
