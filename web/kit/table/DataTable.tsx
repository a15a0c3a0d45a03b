import { flexRender, tableFeatures, useTable } from '@tanstack/react-table'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useText } from '../../text.ts'
import { announce } from '../announce.ts'
import { Icon } from '../Icon.tsx'
import { Empty, Loading, PageError } from '../States.tsx'
import { Pager, type Paging } from './Pager.tsx'

export type Col<Row> = {
  id: string
  head: string
  /** Null where there is nothing to tell: a dash in the column, no line on a phone's card. */
  cell: (row: Row) => ReactNode
  /** The cell that names the row. */
  rowHead?: boolean
  right?: boolean
  sortable?: boolean
  className?: string
}

/** One column, declared: `col<Unit>({ id: 'name', head: …, cell: (unit) => unit.name })`. */
export function col<Row>(column: Col<Row>): Col<Row> {
  return column
}

export type Sort = { by: string; descending: boolean }

type Props<Row> = {
  /** What the table shows, read aloud as its caption. */
  label: string
  columns: readonly Col<Row>[]
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  rowName?: (row: Row) => string
  error?: Error | null
  onRetry?: () => void
  sort?: Sort
  onSort?: (sort: Sort) => void
  paging?: Paging
  /** Why there is nothing, and the deed that comes next. */
  empty?: ReactNode
  filtered?: boolean
  onClearFilters?: () => void
  selected?: ReadonlySet<string>
  onSelect?: (key: string, on: boolean) => void
  selectable?: (row: Row) => boolean
  current?: string
  excelHref?: string
}

const features = tableFeatures({})

/** Rows of the server: sorted, paged and filtered there; on phones each row is a card. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { rows, error, onRetry, empty, filtered, onClearFilters, paging, excelHref } = props
  const t = useText()
  useEffect(() => {
    if (rows) announce(t('shell.table.loadedRows', { number: rows.length }))
  }, [rows, t])
  if (error) return <PageError error={error} {...(onRetry && { onRetry })} />
  if (!rows) return <Loading rows={5} {...(onRetry && { onRetry })} />
  if (rows.length === 0)
    return filtered ? (
      <Empty
        deed={
          onClearFilters && (
            <button type="button" className="btn" onClick={onClearFilters}>
              {t('shell.table.clear')}
            </button>
          )
        }
      >
        {t('shell.table.filteredEmpty')}
      </Empty>
    ) : (
      <Empty>{empty ?? t('shell.table.empty')}</Empty>
    )
  return (
    <>
      <div className="scrollx" role="region" tabIndex={0} aria-label={props.label}>
        <Rows {...props} rows={rows} />
      </div>
      {(paging || excelHref) && <Pager {...paging} {...(excelHref && { excelHref })} />}
    </>
  )
}

function Rows<Row extends object>(props: Props<Row> & { rows: readonly Row[] }) {
  const { label, columns, rows, rowKey, sort, onSort, selected, onSelect, current } = props
  const t = useText()
  const data = useMemo(() => [...rows], [rows])
  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.head,
        cell: ({ row }: { row: { original: Row } }) => column.cell(row.original),
      })),
    [columns],
  )
  const table = useTable({ features, columns: defs, data, getRowId: rowKey })
  const byId = new Map(columns.map((column) => [column.id, column]))
  const picking = selected !== undefined && onSelect !== undefined
  return (
    <table className={picking ? 'tb cards pick' : 'tb cards'}>
      <caption className="vh">{label}</caption>
      <thead>
        <tr>
          {picking && <td className="cb" />}
          {columns.map((column) => (
            <HeadCell
              key={column.id}
              column={column}
              {...(sort && { sort })}
              {...(onSort && { onSort })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            className={selected?.has(row.id) || row.id === current ? 'on' : undefined}
          >
            {picking && (
              <td className="cb">
                <input
                  type="checkbox"
                  className="chk"
                  aria-label={t('shell.table.select', {
                    row: props.rowName?.(row.original) ?? row.id,
                  })}
                  checked={selected.has(row.id)}
                  disabled={props.selectable?.(row.original) === false}
                  onChange={(event) => onSelect(row.id, event.currentTarget.checked)}
                />
              </td>
            )}
            {row.getAllCells().map((cell) => (
              <BodyCell key={cell.id} column={byId.get(cell.column.id)}>
                {flexRender(cell.column.columnDef.cell, cell.getContext())}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps<Row> = { column: Col<Row> | undefined; children: ReactNode }

function BodyCell<Row>({ column, children }: CellProps<Row>) {
  const className = [column?.right && 'r', column?.className].filter(Boolean).join(' ') || undefined
  return column?.rowHead ? (
    <th scope="row" className={className}>
      {children}
    </th>
  ) : (
    <td className={className} data-l={column?.head}>
      {children}
    </td>
  )
}

type HeadProps<Row> = { column: Col<Row>; sort?: Sort; onSort?: (sort: Sort) => void }

function HeadCell<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const t = useText()
  const here = sort?.by === column.id
  const order = here ? (sort.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" className={column.right ? 'r' : undefined} aria-sort={order}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className="sort"
          onClick={() => onSort({ by: column.id, descending: here && !sort.descending })}
        >
          <span className="vh">{t('shell.table.sortBy', { column: '' })}</span>
          {column.head}
          {here && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} />}
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}
