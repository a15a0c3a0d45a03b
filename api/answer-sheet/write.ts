import type { Worksheet } from 'exceljs'
import type { AnswerSheet } from '../../db/feedback/answer-sheet.ts'
import type { SheetChoice, SheetField } from '../../domain/feedback/sheet-field.ts'
import { cellOf } from '../../domain/feedback/sheet-field.ts'
import { identityPage, identityRows, valuesOf } from '../../domain/feedback/sheet-identity.ts'
import { addressOf, firstRow, headRow, type SheetPage } from '../../domain/feedback/sheet-pages.ts'
import { isField, type SheetRow } from '../../domain/feedback/sheet-row.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { say } from '../../domain/text/say.ts'
import { type Cell, plainCell, type WrittenSheet } from '../xlsx.ts'

/**
 * The answer form as a workbook for Excel and LibreOffice, in Vietnamese as every paper of the
 * federation is: fields are open and know their bounds, everything else is protected.
 */
export async function writeAnswerSheet(sheet: AnswerSheet): Promise<WrittenSheet> {
  // @NOTE half a second of imports, paid by the first sheet that is asked for
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  guide(workbook.addWorksheet(words('guide.name')), sheet)
  const choices = listedChoices(sheet.pages)
  for (const page of sheet.pages) writePage(workbook.addWorksheet(page.name), page, sheet, choices)
  const lists = workbook.addWorksheet(words('lists'), { state: 'hidden' })
  ;[...choices.values()].forEach(({ words: listed }, at) => {
    lists.getColumn(at + 1).values = listed
  })
  const identity = workbook.addWorksheet(identityPage, { state: 'veryHidden' })
  for (const row of identityRows(sheet.identity, sheet)) identity.addRow(row.map(storable))
  for (const page of workbook.worksheets) await page.protect('', protection)
  const fileName = words('fileName', { number: sheet.number, planYear: sheet.planYear })
  return { fileName, content: Buffer.from(await workbook.xlsx.writeBuffer()) }
}

const protection = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
}

function words(key: string, params: Record<string, string | number> = {}): string {
  return say('vi', `feedback.sheet.${key}`, params)
}

function guide(page: Worksheet, { unitName, number, planYear, dueAt }: AnswerSheet): void {
  page.getColumn(1).width = 100
  const lines = ['unit', 'due', 'fill', 'words', 'numbers', 'new', 'kept', 'back'].map((line) =>
    words(`guide.${line}`, { unitName, number, due: writeDay(dayOfInstant(dueAt)) }),
  )
  page.addRows([
    [words('guide.title', { planYear: String(planYear) })],
    ...lines.map((line) => [line]),
  ])
  page.eachRow((row) => {
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' }
  })
  page.getRow(1).font = { bold: true, size: 14 }
}

type Lists = ReadonlyMap<string, { words: string[]; range: string }>

const keyOf = (choices: readonly SheetChoice[]) => choices.map(({ words: one }) => one).join('\n')

/** Each list of words once, on a page of its own: beside the cell there is room for 255 signs. */
function listedChoices(pages: readonly SheetPage[]): Lists {
  const keys = pages
    .flatMap(({ rows }) => rows)
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => (isField(cell) && cell.kind === 'choice' ? [keyOf(cell.choices)] : []))
  return new Map(
    [...new Set(keys)].map((key, at) => {
      const listed = key.split('\n')
      const column = columnName(at)
      const range = `'${words('lists')}'!$${column}$1:$${column}$${listed.length}`
      return [key, { words: listed, range }]
    }),
  )
}

function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last
}

function writePage(page: Worksheet, of: SheetPage, sheet: AnswerSheet, lists: Lists): void {
  page.views = [{ state: 'frozen', ySplit: headRow, xSplit: 1 }]
  page.pageSetup = { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 }
  of.heads.forEach(({ width, words: head }, column) => {
    page.getColumn(column + 1).width = width
    const cell = page.getCell(addressOf(headRow, column))
    cell.value = head
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF5' } }
    cell.border = thin
    cell.alignment = { wrapText: true, vertical: 'middle' }
  })
  page.getCell('A1').value = of.name
  page.getCell('A1').font = { bold: true, size: 14 }
  page.getCell('A2').value = of.lead
  of.rows.forEach((row, at) => writeRow(page, firstRow + at, row, { sheet, lists }))
}

const line = { style: 'thin', color: { argb: 'FFB8C2CC' } } as const
const thin = { top: line, left: line, bottom: line, right: line }

type Rest = { sheet: AnswerSheet; lists: Lists }

function writeRow(page: Worksheet, at: number, row: SheetRow, { sheet, lists }: Rest): void {
  const values = valuesOf(row, sheet.form)
  row.cells.forEach((given, column) => {
    const cell = page.getCell(addressOf(at, column))
    cell.border = thin
    cell.alignment = { wrapText: true, vertical: 'top' }
    if (!isField(given)) {
      cell.value = storable(given)
      return
    }
    cell.value = storable(cellOf(given, values[given.name] ?? null))
    cell.protection = { locked: false }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } }
    // as text, so that what begins with a sign of a formula stays what was typed
    cell.numFmt = given.kind === 'number' ? numberFormat(given) : '@'
    const rule = ruleOf(given, lists)
    if (rule) cell.dataValidation = rule
  })
}

const numberFormat = ({ isWhole }: { isWhole: boolean }) => (isWhole ? '#,##0' : '#,##0.##')

function ruleOf(field: SheetField, lists: Lists) {
  const warned = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: words('rule.title'),
  }
  switch (field.kind) {
    case 'choice':
      return {
        ...warned,
        type: 'list' as const,
        formulae: [lists.get(keyOf(field.choices))?.range ?? ''],
        error: words('rule.choice'),
      }
    case 'number': {
      const { least, most, isWhole } = field
      return {
        ...warned,
        type: isWhole ? ('whole' as const) : ('decimal' as const),
        operator: 'between' as const,
        formulae: [least, most],
        error: words('rule.number', { least, most }),
      }
    }
    case 'text':
      return {
        ...warned,
        type: 'textLength' as const,
        operator: 'lessThanOrEqual' as const,
        formulae: [field.most],
        error: words('rule.text', { most: field.most }),
      }
    case 'day':
      return null
  }
}

/** The library reads `_x000A_` as the sign of that number, as Excel does, and does not write it so. */
function storable(value: Cell): Cell {
  const plain = plainCell(value)
  return typeof plain === 'string' ? plain.replaceAll(/_(?=x[0-9A-F]{4}_)/g, '_x005F_') : plain
}
