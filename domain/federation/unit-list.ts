import { compareDays, day, parseDay } from '../grammar/day.ts'
import { fold, isPlainLine, nfc } from '../grammar/text.ts'
import { federation as vi } from '../text/vi/federation.ts'
import { OWNERSHIPS, type Ownership, UNIT_KINDS, type UnitKind } from './unit-kind.ts'

/** A sheet as it was read: the words of its heads and the words of its cells, row by row. */
export type UnitSheet = {
  heads: readonly string[]
  rows: readonly { row: number; cells: readonly string[] }[]
}

export type SheetFault = {
  row: number
  column: string | null
  code: string
  params: Record<string, string | number>
}

export type ListedUnit = {
  row: number
  code: string
  name: string
  kind: UnitKind
  /** Empty for a unit directly below the federation. */
  aboveCode: string
  sector: string | null
  ownership: Ownership | null
  workers: number | null
  members: number | null
  validFrom: string | null
  contactName: string | null
  contactPhone: string | null
}

type Column = keyof Omit<ListedUnit, 'row'>

/** How each column is headed in the template, and in the lists that offices have of old. */
const heads: Readonly<Record<Column, readonly [string, ...string[]]>> = {
  code: ['Mã đơn vị', 'ma', 'ma so'],
  name: ['Tên đơn vị', 'ten', 'don vi', 'ten cong doan'],
  kind: ['Loại hình công đoàn', 'loai hinh', 'loai don vi', 'loai'],
  aboveCode: ['Mã đơn vị cấp trên', 'ma cap tren', 'cap tren'],
  sector: ['Ngành nghề', 'nganh'],
  ownership: ['Khu vực', 'so huu', 'loai hinh doanh nghiep', 'thanh phan kinh te'],
  workers: ['Số lao động', 'lao dong', 'so cnvclđ', 'so cnvcld'],
  members: ['Số đoàn viên', 'doan vien'],
  validFrom: ['Ngày thành lập', 'thanh lap', 'ngay thanh lap'],
  contactName: ['Người liên hệ', 'lien he'],
  contactPhone: ['Điện thoại', 'so dien thoai', 'dt'],
}
const columns = Object.keys(heads) as Column[] // a literal table has no other keys

export const unitListHeads: readonly string[] = columns.map((column) => heads[column][0])
const needed: readonly Column[] = ['code', 'name', 'kind']

/** Which column stands where; the heads that are missing when the sheet cannot be read. */
export function placesOf(sheet: UnitSheet): Map<Column, number> | { missing: string[] } {
  const found = sheet.heads.map(fold)
  const places = new Map<Column, number>()
  for (const column of columns) {
    const at = heads[column].map(fold).map((head) => found.indexOf(head))
    const place = at.find((index) => index >= 0)
    if (place !== undefined) places.set(column, place)
  }
  const missing = needed.filter((column) => !places.has(column))
  return missing.length > 0 ? { missing: missing.map((column) => heads[column][0]) } : places
}

type Reading = { unit: ListedUnit; faults: [] } | { unit: null; faults: SheetFault[] }

/** One row judged by itself: every cell that cannot be read is named with its column. */
export function readRow(
  { row, cells }: UnitSheet['rows'][number],
  places: ReadonlyMap<Column, number>,
): Reading {
  const faults: SheetFault[] = []
  const text = (column: Column) => nfc(cells[places.get(column) ?? -1] ?? '').trim()
  const fault = (column: Column, code: string) => {
    faults.push({ row, column: heads[column][0], code, params: { raw: text(column).slice(0, 80) } })
    return null
  }
  const short = (column: Column, maximum: number) => {
    const read = text(column)
    return read.length <= maximum && isPlainLine(read)
      ? read || null
      : fault(column, 'federation.list-text-too-long')
  }
  const code = text('code').toUpperCase()
  if (!/^[A-ZĐ0-9][A-ZĐ0-9.-]{0,29}$/.test(code)) fault('code', 'federation.list-code-unreadable')
  const name = short('name', 200) ?? ''
  if (text('name') === '') fault('name', 'federation.list-name-missing')
  const kind = kindOf(text('kind')) ?? fault('kind', 'federation.list-kind-unknown')
  const unit = {
    row,
    code,
    name,
    aboveCode: text('aboveCode').toUpperCase(),
    sector: short('sector', 120),
    ownership: ownershipOf(text('ownership'), () =>
      fault('ownership', 'federation.list-ownership-unknown'),
    ),
    workers: countOf(text('workers'), () => fault('workers', 'federation.list-not-a-number')),
    members: countOf(text('members'), () => fault('members', 'federation.list-not-a-number')),
    validFrom: dayOf(text('validFrom'), () => fault('validFrom', 'federation.list-not-a-day')),
    contactName: short('contactName', 120),
    contactPhone: short('contactPhone', 20),
  }
  return kind === null || faults.length > 0
    ? { unit: null, faults }
    : { unit: { ...unit, kind }, faults: [] }
}

const byWord = <T extends string>(codes: readonly T[], words: Readonly<Record<T, string>>) =>
  new Map<string, T>(
    codes.flatMap((code) => [
      [fold(words[code]), code],
      [code.toLowerCase(), code],
    ]),
  )
const kinds = byWord(UNIT_KINDS, vi.kinds)
const ownerships = byWord(OWNERSHIPS, vi.ownerships)

function kindOf(text: string): UnitKind | null {
  return kinds.get(fold(text)) ?? null
}

function ownershipOf(text: string, fault: () => null): Ownership | null {
  return text === '' ? null : (ownerships.get(fold(text)) ?? fault())
}

/** '1.234' and '1 234' are one thousand two hundred and thirty-four. */
function countOf(text: string, fault: () => null): number | null {
  if (text === '') return null
  const digits = text.replace(/[.\s]/g, '')
  return /^\d{1,7}$/.test(digits) ? Number(digits) : fault()
}

function dayOf(text: string, fault: () => null): string | null {
  if (text === '') return null
  const read = parseDay(text)
  if (!('day' in read) || compareDays(read.day, day('1929-07-28')) < 0) return fault()
  return read.day
}
