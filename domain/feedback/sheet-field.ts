import { addDays, day, isDay, parseDay, writeDay } from '../grammar/day.ts'
import type { RefusalParams } from '../grammar/refusal.ts'
import { fold, isPlainText, nfc, readNumber } from '../grammar/text.ts'

/** What a field of the sheet holds; nothing is null, also where the form says ''. */
export type SheetValue = string | number | null
export type SheetChoice = { value: string | number; words: string }

/** A cell of the sheet that may be filled in, with the bounds of the form behind it. */
export type SheetField = {
  /** Within its row: 'text'. */
  name: string
} & (
  | { kind: 'text'; most: number; isLine: boolean }
  | { kind: 'number'; least: number; most: number; isWhole: boolean }
  | { kind: 'choice'; choices: readonly SheetChoice[] }
  | { kind: 'day' }
)

/** What a program has left in a cell; a cell with nothing in it is not there. */
export type RawCell = string | number | boolean | { day: string } | { unreadable: string }

/** Why a cell is not taken; its words are in the dictionaries. */
export type CellFault = { code: string; params: RefusalParams }
export type CellRead = { value: SheetValue } | { fault: CellFault }

export const isFault = (read: CellRead): read is { fault: CellFault } => 'fault' in read

/** A cell as its field takes it, or why not. */
export function valueIn(field: SheetField, raw: RawCell | undefined): CellRead {
  if (raw === undefined || (typeof raw === 'string' && raw.trim() === '')) return { value: null }
  if (typeof raw === 'object' && 'unreadable' in raw)
    return faultOf('feedback.sheet-cell-unreadable', raw)
  switch (field.kind) {
    case 'text':
      return textIn(field, raw)
    case 'number':
      return numberIn(field, raw)
    case 'choice':
      return choiceIn(field, raw)
    case 'day':
      return dayIn(raw)
  }
}

type Of<Kind extends SheetField['kind']> = Extract<SheetField, { kind: Kind }>

function textIn({ most, isLine }: Of<'text'>, raw: RawCell): CellRead {
  const whole = String(asInSheet(wordsIn(raw)))
  const text = isLine ? whole.replaceAll(/\s*[\n\t]\s*/g, ' ') : whole
  if (!isPlainText(text)) return faultOf('feedback.sheet-signs', raw)
  if (text.length > most)
    return { fault: { code: 'feedback.sheet-too-long', params: { most, length: text.length } } }
  return { value: text }
}

/** Also where the program kept it as a text: 65.749 and 1,5, as the screen reads them. */
function numberIn({ least, most, isWhole }: Of<'number'>, raw: RawCell): CellRead {
  const number = typeof raw === 'string' ? readNumber(raw) : raw
  if (typeof number !== 'number' || !Number.isFinite(number))
    return faultOf('feedback.sheet-not-a-number', raw)
  if (isWhole && !Number.isInteger(number)) return faultOf('feedback.sheet-not-whole', raw)
  if (number < least || number > most)
    return { fault: { code: 'feedback.sheet-out-of-range', params: { number, least, most } } }
  return { value: number }
}

function choiceIn({ choices }: Of<'choice'>, raw: RawCell): CellRead {
  const given = nfc(wordsIn(raw)).trim()
  const chosen =
    choices.find(({ words }) => words === given) ??
    choices.find(({ words }) => fold(words) === fold(given))
  return chosen ? { value: chosen.value } : faultOf('feedback.sheet-not-a-choice', raw)
}

/** Where programs begin to count days. */
const dayZero = day('1899-12-30')
const countedDays = { least: 30_000, most: 70_000 }

function dayIn(raw: RawCell): CellRead {
  const isCounted = typeof raw === 'number' && raw >= countedDays.least && raw <= countedDays.most
  if (isCounted) return { value: addDays(dayZero, Math.floor(raw)) }
  const text = typeof raw === 'object' && 'day' in raw ? raw.day : wordsIn(raw).trim()
  if (isDay(text)) return { value: text }
  const read = parseDay(text)
  return 'day' in read ? { value: read.day } : faultOf('feedback.sheet-not-a-day', raw)
}

const mostQuoted = 60

function faultOf(code: string, raw: RawCell): { fault: CellFault } {
  const words = wordsIn(raw).replaceAll(/\s+/g, ' ').trim()
  const text = words.length > mostQuoted ? `${words.slice(0, mostQuoted)}…` : words
  return { fault: { code, params: { text } } }
}

function wordsIn(raw: RawCell): string {
  if (typeof raw !== 'object') return String(raw)
  return 'unreadable' in raw ? raw.unreadable : isDay(raw.day) ? writeDay(day(raw.day)) : raw.day
}

/** A text as a workbook can hold it, so that what was written and what comes back are the same. */
export function asInSheet(value: SheetValue): SheetValue {
  return typeof value === 'string'
    ? nfc(value)
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/[\uFFFE\uFFFF]/g, '')
    : value
}

/** What is written into the cell for a value. */
export function cellOf(field: SheetField, value: SheetValue): string | number | null {
  if (value === null) return null
  if (field.kind === 'choice')
    return field.choices.find((choice) => choice.value === value)?.words ?? null
  return field.kind === 'day' && typeof value === 'string' ? writeDay(day(value)) : value
}
