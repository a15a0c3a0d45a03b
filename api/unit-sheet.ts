import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { UNIT_LIST_MAX_ROWS } from '../domain/federation/set-up.contract.ts'
import type { UnitSheet } from '../domain/federation/unit-list.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { SetApart } from './mount.ts'
import { mustBeModestZip } from './zip.ts'

const mostColumns = 30
const longestCell = 500

/** The first sheet of a workbook, row by row; nothing of it is kept but its sum. */
export const readUnitSheet: SetApart = async (input) => {
  // parsed by the route's own schema
  const { body } = input as { body: { fileName: string; content: string } }
  const content = Buffer.from(body.content, 'base64')
  mustBeModestZip(content)
  const unitList = await sheetOf(content)
  const contentSha256 = createHash('sha256').update(content).digest('hex')
  const laidDown = { ...input, body: { fileName: body.fileName, contentSha256 } }
  return { input: laidDown, apart: { unitList } }
}

async function sheetOf(content: Buffer): Promise<UnitSheet> {
  try {
    return await firstSheet(content)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('federation.list-unreadable', 'invalid')
  }
}

async function firstSheet(content: Buffer): Promise<UnitSheet> {
  // @NOTE half a second of imports, paid by the first list that is brought in
  const { default: excel } = await import('exceljs')
  const reader = new excel.stream.xlsx.WorkbookReader(Readable.from([content]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  })
  const sheet: { heads: string[]; rows: { row: number; cells: string[] }[] } = {
    heads: [],
    rows: [],
  }
  for await (const page of reader) {
    for await (const row of page) {
      const cells = cellsOf(row.values)
      if (sheet.heads.length === 0) sheet.heads = cells
      else if (cells.some((cell) => cell !== '')) sheet.rows.push({ row: row.number, cells })
      if (sheet.rows.length > UNIT_LIST_MAX_ROWS)
        throw new Refusal('federation.list-too-long', 'invalid', {
          params: { maximum: UNIT_LIST_MAX_ROWS },
        })
    }
    break
  }
  return sheet
}

/** The library counts columns from 1 and leaves holes. */
function cellsOf(values: unknown): string[] {
  const list: unknown[] = Array.isArray(values) ? values.slice(1, mostColumns + 1) : []
  return Array.from(list, (value) => textOf(value).slice(0, longestCell))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  const { richText, result, text } = Object(value) as Record<string, unknown>
  if (Array.isArray(richText)) return richText.map((run) => textOf(Object(run).text)).join('')
  return textOf(result ?? text)
}
