import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BoardRow, BoardView } from '../../domain/feedback/board.contract.ts'
import { dayOfInstant, timeOfInstant, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import type { IconName } from '../kit/icon-paths.ts'
import { StateWord, type StateTone } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'
import { AskedTime } from './AskedTime.tsx'
import styles from './board.module.css'
import { ExcuseDialog } from './ExcuseDialog.tsx'
import { ExtensionDialog } from './ExtensionDialog.tsx'
import { RefuseTimeDialog } from './RefuseTimeDialog.tsx'
import { type RowDeed, RowDeeds } from './RowDeeds.tsx'
import { useFeedbackSearch } from './search.ts'

type Props = {
  view: BoardView
  selected: ReadonlySet<string>
  onSelect: (id: string, on: boolean) => void
  onClear: () => void
}

/** Units and how far each is; those that can be reminded now can be ticked. */
export function BoardTable({ view, selected, onSelect, onClear }: Props) {
  const t = useText()
  const { search, go } = useFeedbackSearch()
  const [asking, setAsking] = useState<{ row: BoardRow; about: RowDeed } | null>(null)
  const page = search.page ?? 1
  const isMore = page * 50 < view.found
  const mayRemind = mayDo(view.allowedActions, 'round.reminded')
  const columns = useColumns(view, (row, about) => setAsking({ row, about }))
  const isRemindable = (row: BoardRow) =>
    row.remindableFrom === null && ['notOpened', 'read', 'writing'].includes(row.status)
  return (
    <div>
      {selected.size > 0 && (
        <p className="row">
          <b>{t('feedback.board.selected', { number: selected.size })}</b>
          <Button kind="text" onClick={onClear}>
            {t('feedback.board.unselect')}
          </Button>
        </p>
      )}
      <DataTable
        label={t('feedback.board.caption', { number: view.found })}
        columns={columns}
        rows={view.rows}
        rowKey={(row) => row.answerId}
        rowName={(row) => row.unitName}
        empty={t('feedback.board.nobody')}
        filtered={[search.unit, search.kind, search.above].some(Boolean)}
        onClearFilters={() =>
          go({
            unit: undefined,
            status: undefined,
            kind: undefined,
            above: undefined,
            page: undefined,
          })
        }
        paging={{
          summary: t('feedback.board.showing', { shown: view.rows.length, found: view.found }),
          ...(page > 1 && { onFirst: () => go({ page: undefined }) }),
          ...(isMore && { onNext: () => go({ page: page + 1 }) }),
        }}
        {...(mayRemind && { selected, onSelect, selectable: isRemindable })}
      />
      {asking?.about === 'extension' && (
        <ExtensionDialog view={view} row={asking.row} onClose={() => setAsking(null)} />
      )}
      {asking?.about === 'refusal' && (
        <RefuseTimeDialog row={asking.row} onClose={() => setAsking(null)} />
      )}
      {asking?.about === 'excuse' && (
        <ExcuseDialog row={asking.row} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

function useColumns(view: BoardView, onAsk: (row: BoardRow, about: RowDeed) => void) {
  const t = useText()
  const mayExtend = mayDo(view.allowedActions, 'round.extended')
  return [
    col<BoardRow>({
      id: 'unit',
      rowHead: true,
      head: t('feedback.board.unitHead'),
      cell: (row) => <UnitCell row={row} planYear={view.planYear} />,
    }),
    col<BoardRow>({
      id: 'status',
      head: t('feedback.board.columns.status'),
      cell: (row) => <StatusCell row={row} />,
    }),
    col<BoardRow>({
      id: 'comments',
      right: true,
      head: t('feedback.board.columns.comments'),
      cell: (row) => (row.commentCount > 0 ? row.commentCount : null),
    }),
    col<BoardRow>({
      id: 'reminded',
      head: t('feedback.board.columns.reminded'),
      cell: (row) => (row.lastRemindedAt ? <When at={row.lastRemindedAt} /> : null),
    }),
    ...(mayExtend
      ? [
          col<BoardRow>({
            id: 'deeds',
            head: t('feedback.board.columns.deeds'),
            cell: (row) => (
              <RowDeeds row={row} planYear={view.planYear} onAsk={(about) => onAsk(row, about)} />
            ),
          }),
        ]
      : []),
  ]
}

function UnitCell({ row, planYear }: { row: BoardRow; planYear: number }) {
  const t = useText()
  const name = row.contactName && t('feedback.answer.comrade', { name: row.contactName })
  return (
    <>
      {row.status === 'sent' ? (
        <Link
          to="/cycles/$year/feedback/answers/$answerId"
          params={{ year: String(planYear), answerId: row.answerId }}
        >
          {row.unitName}
        </Link>
      ) : (
        row.unitName
      )}
      <span className={`quiet ${styles.contact}`}>
        {name ?? row.number}
        {row.contactPhone && (
          <>
            , <span className="nw">{row.contactPhone}</span>
          </>
        )}
      </span>
    </>
  )
}

const looks: Record<BoardRow['status'], { tone: StateTone; icon: IconName }> = {
  notOpened: { tone: 'act', icon: 'alert-triangle' },
  read: { tone: 'not', icon: 'eye' },
  writing: { tone: 'now', icon: 'pencil' },
  sent: { tone: 'done', icon: 'circle-check' },
  excused: { tone: 'not', icon: 'circle-check' },
  spoke: { tone: 'done', icon: 'users' },
  silent: { tone: 'not', icon: 'circle-x' },
}

function StatusCell({ row }: { row: BoardRow }) {
  const t = useText()
  const day = row.movedAt ? writeDayAndMonth(dayOfInstant(row.movedAt)) : ''
  return (
    <>
      <StateWord {...looks[row.status]}>
        {t(`feedback.board.status.${row.status}`)} {day}
      </StateWord>
      {row.extendedTo && row.status !== 'excused' && (
        <span className="small">
          {' '}
          {t('feedback.closing.extended', { day: writeDayAndMonth(dayOfInstant(row.extendedTo)) })}
        </span>
      )}
      {row.isLate && <span className="small amb"> {t('feedback.board.late')}</span>}
      {row.isOverdue && <span className="small red"> {t('feedback.board.overdue')}</span>}
      {row.assisted && <p className="small">{t(`feedback.assisted.states.${row.assisted}`)}</p>}
      <AskedTime row={row} className="small amb" />
      {row.excusedBecause && <p className="small">{row.excusedBecause}</p>}
      {row.remindableFrom && (
        <>
          <br />
          <span className="small">
            {t('feedback.board.againFrom', {
              time: timeOfInstant(row.remindableFrom),
              day: writeDayAndMonth(dayOfInstant(row.remindableFrom)),
            })}
          </span>
        </>
      )}
    </>
  )
}

function When({ at }: { at: string }) {
  return `${writeDayAndMonth(dayOfInstant(at))}, ${timeOfInstant(at)}`
}
