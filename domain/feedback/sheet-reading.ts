import type { AnswerForm } from './answer-form.contract.ts'
import { type CellFault, cellOf, isFault, type SheetValue, valueIn } from './sheet-field.ts'
import { fieldKey, type RawBook, type SheetStart, valuesOf } from './sheet-identity.ts'
import { addressOf, firstRow, type SheetPage } from './sheet-pages.ts'
import { fieldsOf, isField, type SheetRow, type SheetValues } from './sheet-row.ts'

export type SheetFault = CellFault & { page: string; cell: string }
/** A field that the sheet would change, as values. */
export type SheetChange = {
  name: string
  cell: string
  head: string
  before: SheetValue
  after: SheetValue
}

/** What one row of the sheet would do to the answer as it stands. */
export type RowReading = {
  page: string
  row: SheetRow
  changes: SheetChange[]
  faults: SheetFault[]
  /** Its changes meet something that was typed since the sheet was made. */
  isConflict: boolean
  /** Filled-in fields that say what the answer says. */
  same: number
}

/** Every row of the sheet against what was there when it was made, and what is there now. */
export function readRows(
  pages: readonly SheetPage[],
  book: RawBook,
  { base, form }: Pick<SheetStart, 'base'> & { form: AnswerForm },
): RowReading[] {
  return pages.flatMap((page) =>
    page.rows.map((row, at) => readRow({ page, row, at: firstRow + at }, { book, base, form })),
  )
}

type Where = { page: SheetPage; row: SheetRow; at: number }
type Sides = { book: RawBook; base: ReadonlyMap<string, SheetValue>; form: AnswerForm }

function readRow(where: Where, { book, base, form }: Sides): RowReading {
  const { page, row } = where
  const { mine, faults } = cellsOf(where, book)
  const begun = tidied(row, startingAt(row, base))
  const theirs = valuesOf(row, form)
  const differing = fieldsOf(row).filter(({ name }) => mine[name] !== begun[name])
  const changing = differing.filter(({ name }) => mine[name] !== theirs[name])
  const merged = { ...theirs, ...picked(mine, changing) }
  const meets = changing.some(({ name }) => theirs[name] !== begun[name])
  const fitsAlone = faults.length > 0 ? [] : (row.check?.(mine) ?? [])
  const isTorn = fitsAlone.length === 0 && (row.check?.(merged) ?? []).length > 0
  return {
    page: page.name,
    row,
    changes: changing.map(({ name }) => ({
      name,
      ...placed(where, name),
      before: theirs[name] ?? null,
      after: mine[name] ?? null,
    })),
    faults: [
      ...faults,
      ...fitsAlone.map(({ name, code }) => ({
        page: page.name,
        cell: placed(where, name).cell,
        code,
        params: {},
      })),
    ],
    isConflict: changing.length > 0 && (meets || isTorn),
    same: fieldsOf(row).filter(({ name }) => mine[name] !== null && mine[name] === theirs[name])
      .length,
  }
}

function cellsOf({ page, row, at }: Where, book: RawBook) {
  const cells = book.get(page.name)
  const faults: SheetFault[] = []
  const mine: Record<string, SheetValue> = {}
  row.cells.forEach((field, column) => {
    if (!isField(field)) return
    const cell = addressOf(at, column)
    const read = valueIn(field, cells?.get(cell))
    mine[field.name] = isFault(read) ? null : read.value
    if (isFault(read)) faults.push({ ...read.fault, page: page.name, cell })
  })
  return { mine: tidied(row, mine), faults }
}

function startingAt(row: SheetRow, base: ReadonlyMap<string, SheetValue>): SheetValues {
  return Object.fromEntries(
    fieldsOf(row).map(({ name }) => [name, base.get(fieldKey(row, name)) ?? null]),
  )
}

const tidied = (row: SheetRow, values: SheetValues) => (row.tidy ? row.tidy(values) : values)

const picked = (values: SheetValues, fields: readonly { name: string }[]): SheetValues =>
  Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]))

function placed({ page, row, at }: Where, name: string): { cell: string; head: string } {
  const column = row.cells.findIndex((cell) => isField(cell) && cell.name === name)
  return { cell: addressOf(at, column), head: page.heads[column]?.words ?? '' }
}

/** Whether the sheet says of the answer what the answer said at that very moment. */
export function isTrueTo(
  pages: readonly SheetPage[],
  { base, form }: Pick<SheetStart, 'base'> & { form: AnswerForm },
): boolean {
  return pages
    .flatMap(({ rows }) => rows)
    .every((row) => {
      const [begun, now] = [tidied(row, startingAt(row, base)), valuesOf(row, form)]
      return fieldsOf(row).every(({ name }) => begun[name] === now[name])
    })
}

/** In the words of the sheet. */
export function wordsOf(row: SheetRow, name: string, value: SheetValue): string | number | null {
  const field = fieldsOf(row).find((each) => each.name === name)
  return field ? cellOf(field, value) : value
}

/** The answer with what the good rows of the sheet say; of a conflict only what was chosen. */
export function withSheet(
  form: AnswerForm,
  readings: readonly RowReading[],
  chosen: ReadonlySet<string>,
): AnswerForm {
  return readings
    .filter((reading) => isTaken(reading, chosen))
    .reduce((now, { row, changes }) => {
      const changing = Object.fromEntries(changes.map(({ name, after }) => [name, after]))
      return row.write(now, { ...valuesOf(row, now), ...changing })
    }, form)
}

export function isTaken(
  { row, changes, faults, isConflict }: RowReading,
  chosen: ReadonlySet<string>,
): boolean {
  return changes.length > 0 && faults.length === 0 && (!isConflict || chosen.has(row.key))
}
