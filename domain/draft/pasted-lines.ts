import { fold } from '../grammar/text.ts'
import { DELIVERY_FORMS, type DeliveryForm } from './class-line.ts'
import { lineForm, type LineForm } from './forms.contract.ts'

export const LINE_COLUMNS = [
  'topic',
  'audience',
  'deliveryForm',
  'days',
  'seats',
  'month',
  'venue',
  'leadUnit',
  'coordinatingUnit',
  'budgetDong',
] as const
export type LineColumn = (typeof LINE_COLUMNS)[number]

/** How officials head these columns; the first that begins a head names it. */
const heads: Readonly<Record<LineColumn, readonly string[]>> = {
  topic: ['lop', 'ten lop', 'chuyen de', 'noi dung', 'topic', 'class'],
  audience: ['doi tuong', 'thanh phan', 'audience'],
  deliveryForm: ['hinh thuc', 'form'],
  days: ['so ngay', 'ngay', 'days'],
  seats: ['so luong', 'so hoc vien', 'hoc vien', 'so nguoi', 'seats'],
  month: ['thang', 'thoi gian', 'month'],
  venue: ['dia diem', 'venue'],
  leadUnit: ['chu tri', 'don vi chu tri', 'lead'],
  coordinatingUnit: ['phoi hop', 'don vi phoi hop', 'with'],
  budgetDong: ['kinh phi', 'du toan', 'budget'],
}

const forms: Readonly<Record<string, DeliveryForm>> = {
  'truc tiep': 'DIRECT',
  'tap trung': 'DIRECT',
  'truc tuyen': 'ONLINE',
  'vua lam vua hoc': 'WORK_STUDY',
  'vua lam, vua hoc': 'WORK_STUDY',
}

export type PastedLine = {
  /** Its row in what was pasted, from 1. */
  row: number
  line: LineForm | null
  topic: string
  /** The columns that could not be read, each with what stands there. */
  faults: { column: LineColumn; raw: string }[]
}

export type Pasted = {
  /** Which column each cell was taken for; null: for none. */
  columns: (LineColumn | null)[]
  lines: PastedLine[]
}

/**
 * A block copied out of a sheet: cells by tabs, rows by lines. With a row of heads the columns are
 * found by it; without one they stand in the order of the annex.
 */
export function readPastedLines(text: string): Pasted {
  const rows = text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ row: index + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...others] = rows
  if (!first) return { columns: [], lines: [] }
  const named = first.cells.map(columnOf)
  const hasHead = named.filter((column) => column !== null).length >= 2
  const columns = hasHead ? named : first.cells.map((_, index) => LINE_COLUMNS[index] ?? null)
  const inMillions = hasHead && first.cells.some((head) => /trieu/.test(fold(head)))
  const body = hasHead ? others : rows
  return { columns, lines: body.map(({ row, cells }) => lineOf(row, cells, columns, inMillions)) }
}

function columnOf(head: string): LineColumn | null {
  const plain = fold(head).replace(/^(tt|stt)$/, '')
  if (plain === '') return null
  const fits = LINE_COLUMNS.flatMap((column) =>
    heads[column].filter((word) => plain.startsWith(word)).map((word) => ({ column, word })),
  )
  // 'đơn vị phối hợp' before 'đơn vị': the longest head that fits
  return fits.toSorted((a, b) => b.word.length - a.word.length)[0]?.column ?? null
}

function lineOf(
  row: number,
  cells: readonly string[],
  columns: Pasted['columns'],
  inMillions: boolean,
): PastedLine {
  const raw = (column: LineColumn) => cells[columns.indexOf(column)] ?? ''
  const wanted = {
    topic: raw('topic'),
    audience: raw('audience'),
    deliveryForm: raw('deliveryForm') === '' ? 'DIRECT' : formOf(raw('deliveryForm')),
    days: numberOf(raw('days')),
    seats: numberOf(raw('seats')),
    month: monthOf(raw('month')),
    venue: raw('venue') || null,
    leadUnit: raw('leadUnit'),
    coordinatingUnit: raw('coordinatingUnit') || null,
    budgetDong: moneyOf(raw('budgetDong'), inMillions),
  }
  const read = lineForm.safeParse(wanted)
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => path[0]))
  if (wanted.topic === '') wrong.add('topic')
  const faults = LINE_COLUMNS.filter((column) => wrong.has(column)).map((column) => ({
    column,
    raw: raw(column),
  }))
  const line = read.success && faults.length === 0 ? read.data : null
  return { row, line, topic: wanted.topic, faults }
}

function formOf(raw: string): DeliveryForm | undefined {
  const known = forms[fold(raw)]
  return known ?? DELIVERY_FORMS.find((form) => form === raw)
}

/** '1.200' and '2,5' as Vietnamese sheets write them. */
function numberOf(raw: string): number | undefined {
  const plain = raw.replaceAll(/\s/g, '')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'))
  return /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined
}

/** '4', '04/2027', 'Tháng 4'. */
function monthOf(raw: string): number | undefined {
  const found = /^(?:tháng\s*)?(\d{1,2})(?:\s*\/\s*\d{4})?$/i.exec(raw.trim())?.[1]
  return found === undefined ? undefined : Number(found)
}

function moneyOf(raw: string, inMillions: boolean): number | undefined {
  if (raw === '') return 0
  const number = numberOf(raw.replace(/\s*(đồng|đ|vnđ)$/i, ''))
  return number === undefined ? undefined : Math.round(inMillions ? number * 1_000_000 : number)
}
