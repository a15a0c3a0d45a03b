import { gradeOf, readMark, writeMark } from '../../domain/classes/marks.ts'
import type { MarksForm, MarksView } from '../../domain/classes/test-marks.contract.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'

export type Row = MarksView['trainees'][number]
/** What stands in one cell: the text as it was typed, or "did not sit". */
export type Cell = { text: string; isAbsent: boolean }
export type Cells = Readonly<Record<string, Cell>>

export function cellOf({ nominationId, given }: Row, cells: Cells): Cell {
  const stands = given?.mark
  return (
    cells[nominationId] ?? {
      text: typeof stands === 'number' ? writeMark(stands) : '',
      isAbsent: stands === null,
    }
  )
}

export type Judged = { row: Row; mark: number | null | undefined; problem: Obstacle | null }

/** What a cell means: undefined while it is empty, null for who did not sit. */
export function judged(row: Row, cells: Cells, view: MarksView): Judged {
  const { text, isAbsent } = cellOf(row, cells)
  if (isAbsent) return { row, mark: null, problem: null }
  const read = readMark(text, view)
  if ('problem' in read) return { row, mark: undefined, problem: read.problem }
  return { row, mark: read.mark ?? undefined, problem: null }
}

export function gradeIn({ mark, problem }: Judged, view: MarksView) {
  return problem || typeof mark !== 'number' ? null : gradeOf(mark, view)
}

/** Those whose cell says something else than what the server has. */
export function changedIn(view: MarksView, cells: Cells): Judged[] {
  return view.trainees
    .map((row) => judged(row, cells, view))
    .filter(
      ({ row, mark, problem }) =>
        problem !== null || (mark !== undefined && mark !== row.given?.mark),
    )
}

export function isCorrection({ row }: Judged): boolean {
  return row.given !== null
}

export function formOf(changed: readonly Judged[], because: string | null): MarksForm['marks'] {
  return changed.flatMap(({ row, mark }) =>
    mark === undefined
      ? []
      : {
          nominationId: row.nominationId,
          mark,
          because: row.given ? because : null,
          seen: row.given?.id ?? null,
        },
  )
}

/** A column copied from a workbook, laid down from this row on; only its first column counts. */
export function pasted(view: MarksView, from: number, text: string): Record<string, Cell> {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return Object.fromEntries(
    view.trainees.slice(from, from + lines.length).map(({ nominationId }, index) => {
      const [cell = ''] = (lines[index] ?? '').split('\t')
      return [nominationId, { text: cell.trim(), isAbsent: false }]
    }),
  )
}
