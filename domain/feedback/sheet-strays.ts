import { asInSheet, type CellFault, type RawCell } from './sheet-field.ts'
import type { RawBook } from './sheet-identity.ts'
import { addressOf, firstRow, headRow, type SheetPage } from './sheet-pages.ts'
import type { SheetFault } from './sheet-reading.ts'
import { isField, type SheetRow } from './sheet-row.ts'

/** The first printed cell that is not as it was laid; null where all are. */
export function strayCell(pages: readonly SheetPage[], book: RawBook): SheetFault | null {
  for (const page of pages) {
    const cells = book.get(page.name)
    if (!cells) return { ...changed('', page.name), page: page.name, cell: 'A1' }
    const printed = [
      ...page.heads.map(({ words }, column) => [addressOf(headRow, column), words] as const),
      ...page.rows.flatMap((row, at) => namesOf(row, firstRow + at)),
    ]
    const stray = printed.find(([cell, words]) => printedIn(cells.get(cell)) !== words)
    if (stray) {
      const [cell, words] = stray
      return { ...changed(words, printedIn(cells.get(cell))), page: page.name, cell }
    }
  }
  return null
}

function printedIn(raw: RawCell | undefined): string {
  return typeof raw === 'string' || typeof raw === 'number' ? String(asInSheet(raw)) : ''
}

const mostQuoted = 60
const changed = (words: string, found: string): CellFault => ({
  code: 'feedback.sheet-changed',
  params: { words: words.slice(0, mostQuoted), found: found.slice(0, mostQuoted) },
})

/** What tells a row from all others: the printed ones among its first two cells. */
function namesOf({ cells }: SheetRow, row: number): (readonly [string, string])[] {
  return cells
    .slice(0, 2)
    .flatMap((cell, column) =>
      isField(cell) || cell === null
        ? []
        : [[addressOf(row, column), String(asInSheet(cell))] as const],
    )
}

/** What is written beside, above or below the fields, where nobody would ever read it. */
export function straysBeside(pages: readonly SheetPage[], book: RawBook): SheetFault[] {
  return pages.flatMap((page) => {
    const known = new Set(
      Array.from({ length: firstRow + page.rows.length }, (_, row) =>
        page.heads.map((__, column) => addressOf(row, column)),
      ).flat(),
    )
    return [...(book.get(page.name) ?? [])].flatMap(([cell, raw]) =>
      known.has(cell) || (typeof raw === 'string' && raw.trim() === '')
        ? []
        : [{ code: 'feedback.sheet-beside', params: {}, page: page.name, cell }],
    )
  })
}
