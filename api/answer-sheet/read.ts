import type { CellValue } from 'exceljs'
import type { RawCell } from '../../domain/feedback/sheet-field.ts'
import type { RawBook } from '../../domain/feedback/sheet-identity.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { partText, soundEntries } from '../files/unpacked.ts'
import { notTaken } from '../files/not-taken.ts'

/** A filled-in form has a twentieth of it. */
const mostInflated = 16 * 1024 * 1024
const mostCells = 60_000
const mostPages = 40

/** Parts by which a workbook takes its figures from elsewhere. */
const fromElsewhere = /^xl\/(externalLinks|connections|queryTables|model|customData)\b/i
/** What the library would lay out cell by cell, however far it reaches, and nobody asks of it. */
const ignoreNodes = [
  'dataValidations',
  'mergeCells',
  'cols',
  'hyperlinks',
  'conditionalFormatting',
  'autoFilter',
  'tableParts',
  'drawing',
  'picture',
  'extLst',
  'rowBreaks',
]

/** Every filled cell of a workbook, after its parts were judged as those of any file are. */
export async function readBook(bytes: Buffer): Promise<RawBook> {
  await mustBeModest(bytes)
  // @NOTE half a second of imports, paid by the first sheet that comes back
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  // the library's types know a Buffer of their own
  await workbook.xlsx.load(bytes as never, { ignoreNodes }).catch(() => {
    throw new Refusal('feedback.sheet-unreadable', 'invalid')
  })
  if (workbook.worksheets.length > mostPages)
    throw new Refusal('feedback.sheet-not-ours', 'invalid')
  const book = new Map<string, Map<string, RawCell>>()
  let count = 0
  for (const page of workbook.worksheets) {
    const cells = new Map<string, RawCell>()
    book.set(page.name, cells)
    page.eachRow((row) =>
      row.eachCell((cell) => {
        const raw = rawCell(cell.value, { page: page.name, cell: cell.address })
        if (raw !== null) cells.set(cell.address, raw)
        count += 1
        if (count > mostCells) throw new Refusal('feedback.sheet-not-ours', 'invalid')
      }),
    )
  }
  return book
}

async function mustBeModest(bytes: Buffer): Promise<void> {
  const entries = await soundEntries(bytes)
  const inflated = entries.reduce((sum, entry) => sum + entry.inflated, 0)
  if (inflated > mostInflated) throw notTaken('files.unpacks-too-large')
  if (entries.some(({ name }) => fromElsewhere.test(name)))
    throw new Refusal('feedback.sheet-linked', 'invalid')
  const main = entries.find(({ name }) => name === 'xl/workbook.xml')
  const text = main ? await partText(bytes, main) : ''
  // a name for a range would be laid out cell by cell as well
  const names = text.match(/<(?:\w+:)?definedName\b[^>]*>/g) ?? []
  if (names.some((name) => !/name="_xlnm\.Print_(Area|Titles)"/.test(name)))
    throw new Refusal('feedback.sheet-names', 'invalid')
}

function rawCell(value: CellValue, at: { page: string; cell: string }): RawCell | null {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return value
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) }
  if ('formula' in value || 'sharedFormula' in value)
    throw new Refusal('feedback.sheet-formula', 'invalid', { params: at })
  if ('error' in value) return { unreadable: String(value.error) }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  // an address that Excel has made a link of
  if ('text' in value) return textOfLink(value.text)
  return { unreadable: '?' }
}

function textOfLink(text: unknown): string {
  const { richText } = Object(text) as { richText?: { text: string }[] }
  return richText ? richText.map((run) => run.text).join('') : String(text)
}
