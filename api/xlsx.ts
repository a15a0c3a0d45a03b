import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Response } from 'express'

export type Cell = string | number | null
export type SheetColumn<Row> = {
  head: string
  /** In characters of the sheet's font. */
  width?: number
  cell: (row: Row) => Cell
}

export type Sheet<Row> = {
  /** Without the ending: 'So cong van 2027'. */
  fileName: string
  sheet: string
  columns: readonly SheetColumn<Row>[]
  /** An array, or pages that are read while the sheet is written. */
  rows: Iterable<Row> | AsyncIterable<Row>
}

/** A sheet that is ready to be sent, whatever its rows were. */
export type WrittenSheet = { fileName: string; content: Buffer }

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Between two breaths of the event loop. */
const rowsInOneGo = 250

/**
 * Writes the whole workbook before anything is sent: a refusal half-way is still a refusal, and
 * the transaction does not stay open for as long as a slow line takes. Compressed, the largest
 * list of a federation (65,000 people) has a few megabytes.
 */
export async function writeSheet<Row>(sheet: Sheet<Row>): Promise<WrittenSheet> {
  // @NOTE half a second of imports, paid by the first list that is downloaded and by nobody else
  const { default: excel } = await import('exceljs')
  const stream = new PassThrough()
  const content = buffer(stream)
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const page = workbook.addWorksheet(sheetName(sheet.sheet), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  page.columns = sheet.columns.map(({ head, width }) => ({ header: head, width: width ?? 18 }))
  page.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: 1, column: Math.max(1, sheet.columns.length) },
  }
  const heads = page.getRow(1)
  heads.font = { bold: true }
  heads.commit()
  let written = 0
  for await (const row of sheet.rows) {
    page.addRow(sheet.columns.map(({ cell }) => plainCell(cell(row)))).commit()
    written += 1
    if (written % rowsInOneGo === 0) await new Promise(setImmediate)
  }
  page.commit()
  await workbook.commit()
  return { fileName: sheet.fileName, content: await content }
}

export function sendSheet(res: Response, { fileName, content }: WrittenSheet): void {
  res
    .attachment(`${fileName.replaceAll(/[\\/:*?"<>|]/g, '-')}.xlsx`)
    .type(xlsxType)
    .send(content)
}

/** Text stays text, also when it begins like a formula; XML knows no control characters. */
export function plainCell(value: Cell): Cell {
  if (typeof value !== 'string') return value
  return value.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
}

/** Excel takes 31 characters and refuses seven signs. */
function sheetName(text: string): string {
  return text.replaceAll(/[\\/*?:[\]]/g, '-').slice(0, 31)
}
