import { UNIT_KINDS } from '../federation/unit-kind.ts'
import type { BoardCell, BoardCounts } from './board-counts.contract.ts'

const nothing: BoardCounts = {
  units: 0,
  open: 0,
  notOpened: 0,
  read: 0,
  writing: 0,
  sent: 0,
  late: 0,
  overdue: 0,
  asking: 0,
  excused: 0,
  spoke: 0,
  silent: 0,
  comments: 0,
  requests: 0,
}

export function countsOfCells(cells: readonly BoardCell[]): BoardCounts {
  return cells.reduce<BoardCounts>(
    (sum, cell) => ({
      units: sum.units + cell.units,
      open: sum.open + cell.open,
      notOpened: sum.notOpened + cell.notOpened,
      read: sum.read + cell.read,
      writing: sum.writing + cell.writing,
      sent: sum.sent + cell.sent,
      late: sum.late + cell.late,
      overdue: sum.overdue + cell.overdue,
      asking: sum.asking + cell.asking,
      excused: sum.excused + cell.excused,
      spoke: sum.spoke + cell.spoke,
      silent: sum.silent + cell.silent,
      comments: sum.comments + cell.comments,
      requests: sum.requests + cell.requests,
    }),
    nothing,
  )
}

type Narrowing = { kind?: string | undefined; above?: string | undefined }

/** What the list is narrowed to, by kind of unit and by superior. */
export function narrowedCells(cells: readonly BoardCell[], { kind, above }: Narrowing) {
  return cells.filter(
    (cell) => (!kind || cell.kind === kind) && (!above || cell.above?.id === above),
  )
}

/** The kinds in the order of the law. */
export function countsByKind(cells: readonly BoardCell[]) {
  return UNIT_KINDS.flatMap((kind) => {
    const own = cells.filter((cell) => cell.kind === kind)
    return own.length === 0 ? [] : [{ kind, counts: countsOfCells(own) }]
  })
}

/** Those first below whom most are waited for. */
export function countsBySuperior(cells: readonly BoardCell[]) {
  const superiors = new Map(
    cells.flatMap(({ above }) => (above ? [[above.id, above.name] as const] : [])),
  )
  return [...superiors]
    .map(([id, name]) => ({
      id,
      name,
      counts: countsOfCells(cells.filter(({ above }) => above?.id === id)),
    }))
    .toSorted((a, b) => waited(b.counts) - waited(a.counts))
}

const waited = ({ open, silent }: BoardCounts) => open + silent
