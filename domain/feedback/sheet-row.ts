import type { AnswerForm } from './answer-form.contract.ts'
import type { SheetChoice, SheetField, SheetValue } from './sheet-field.ts'

export type SheetValues = Readonly<Record<string, SheetValue>>

/** One row of a sheet: one thing that is said, read out of the form and written back whole. */
export type SheetRow = {
  /** 'place/…:CLAUSE:II.3' */
  key: string
  /** 'II.3' */
  label: string
  /** What is printed, and the fields between it. The first cell tells the row from all others. */
  cells: readonly (SheetValue | SheetField)[]
  read: (form: AnswerForm) => SheetValues
  write: (form: AnswerForm, values: SheetValues) => AnswerForm
  /** What is as good as left out is left out. */
  tidy?: (values: SheetValues) => SheetValues
  /** What each field takes by itself and the row does not take together. */
  check?: (values: SheetValues) => readonly { name: string; code: string }[]
}

export const isField = (cell: SheetValue | SheetField): cell is SheetField =>
  typeof cell === 'object' && cell !== null

export const fieldsOf = ({ cells }: SheetRow): SheetField[] => cells.filter(isField)

type Text = { maxLength: number | null }
type Figure = { minValue: number | null; maxValue: number | null; isInt: boolean }

/** The bounds are those of the form, asked of its schema. */
export const aText = (name: string, { maxLength }: Text): SheetField => ({
  name,
  kind: 'text',
  most: maxLength ?? 0,
  isLine: false,
})

export const aLine = (name: string, schema: Text): SheetField => ({
  name,
  kind: 'text',
  most: schema.maxLength ?? 0,
  isLine: true,
})

export const aNumber = (name: string, schema: { unwrap: () => Figure }): SheetField => {
  const { minValue, maxValue, isInt } = schema.unwrap()
  return { name, kind: 'number', least: minValue ?? 0, most: maxValue ?? 0, isWhole: isInt }
}

export const aChoice = (name: string, choices: readonly SheetChoice[]): SheetField => ({
  name,
  kind: 'choice',
  choices,
})

/** '' in the form, nothing in the sheet. */
export const filled = (text: string | null | undefined): string | null => text || null

export const textAt = (values: SheetValues, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

export const numberAt = (values: SheetValues, name: string): number | null => {
  const value = values[name]
  return typeof value === 'number' ? value : null
}

export const oneAt = <One extends string>(
  values: SheetValues,
  name: string,
  all: readonly One[],
): One | null => all.find((one) => one === values[name]) ?? null

export const isEmpty = (values: SheetValues): boolean =>
  Object.values(values).every((value) => value === null)

/** The record without one of its entries, or with another one there. */
export function withEntry<Entry>(
  entries: Readonly<Record<string, Entry>>,
  key: string,
  entry: NoInfer<Entry> | null,
): Record<string, Entry> {
  const { [key]: _, ...others } = entries
  return entry === null ? others : { ...others, [key]: entry }
}
