import type { AnswerForm } from './answer-form.contract.ts'
import { isNewLine } from './line-wish.ts'
import { asInSheet, type RawCell, type SheetValue } from './sheet-field.ts'
import { addressOf, type NewLine, type SheetPage } from './sheet-pages.ts'
import { fieldsOf, type SheetRow, type SheetValues } from './sheet-row.ts'

/** What a workbook holds: by the name of a page, by address. */
export type RawBook = ReadonlyMap<string, ReadonlyMap<string, RawCell>>

/** Which answer, about what, and as which of its drafts the sheet was made. */
export type SheetIdentity = {
  roundId: string
  answerId: string
  /** 'planId:version' of each draft. */
  drafts: string
  questionsVersion: number
  revision: number
}

export type SheetStart = {
  identity: SheetIdentity
  newLines: NewLine[]
  /** By field: what the unit had written when the sheet was made. */
  base: ReadonlyMap<string, SheetValue>
}

export const identityPage = 'phieu'
const mark = 'phieu-gop-y/1'
/** More than a form may have; what goes beyond it is nobody's sheet. */
const mostRows = 20_000
const mostNewLines = 200

export const fieldKey = ({ key }: SheetRow, name: string): string => `${key}/${name}`

/** What a row says of an answer, as a workbook can hold it. */
export function valuesOf(row: SheetRow, form: AnswerForm): SheetValues {
  const values = Object.entries(row.read(form)).map(([name, value]) => [name, asInSheet(value)])
  const read: SheetValues = Object.fromEntries(values)
  return row.tidy ? row.tidy(read) : read
}

export function draftsOf(plans: readonly { planId: string; version: number }[]): string {
  return plans.map(({ planId, version }) => `${planId}:${version}`).join(' ')
}

/** The hidden page: two columns, a name and its value. */
export function identityRows(
  identity: SheetIdentity,
  { pages, newLines, form }: { pages: SheetPage[]; newLines: NewLine[]; form: AnswerForm },
): [string, SheetValue][] {
  const base = pages
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const values = valuesOf(row, form)
      return fieldsOf(row).map(({ name }): [string, SheetValue] => [
        fieldKey(row, name),
        values[name] ?? null,
      ])
    })
  return [
    ['mark', mark],
    ...Object.entries(identity),
    ...newLines.map(({ planId, code }): [string, SheetValue] => ['newLine', `${planId} ${code}`]),
    ...base.filter(([, value]) => value !== null),
  ]
}

/** What the hidden page of a workbook says; null where it is not one of ours. */
export function startOf(book: RawBook): SheetStart | null {
  const cells = book.get(identityPage)
  if (cells?.get('B1') !== mark) return null
  const named = new Map<string, SheetValue>()
  const newLines: NewLine[] = []
  for (let row = 2; row < mostRows && cells.has(addressOf(row, 0)); row += 1) {
    const [name, value] = [cells.get(addressOf(row, 0)), cells.get(addressOf(row, 1))]
    if (typeof name !== 'string' || (typeof value !== 'string' && typeof value !== 'number'))
      return null
    if (name !== 'newLine') named.set(name, asInSheet(value))
    else newLines.push(...lineIn(String(value)))
  }
  const identity = identityIn(named)
  return identity && newLines.length <= mostNewLines ? { identity, newLines, base: named } : null
}

function lineIn(text: string): NewLine[] {
  const [planId = '', code = ''] = text.split(' ')
  return isNewLine(code) ? [{ planId, code }] : []
}

function identityIn(named: ReadonlyMap<string, SheetValue>): SheetIdentity | null {
  const [roundId, answerId, drafts] = ['roundId', 'answerId', 'drafts'].map((name) =>
    named.get(name),
  )
  const [questionsVersion, revision] = ['questionsVersion', 'revision'].map((name) =>
    named.get(name),
  )
  const isWhole =
    typeof roundId === 'string' && typeof answerId === 'string' && typeof drafts === 'string'
  if (!isWhole || typeof questionsVersion !== 'number' || typeof revision !== 'number') return null
  return { roundId, answerId, drafts, questionsVersion, revision }
}

/** Why a sheet does not belong to the answer as it stands now; null where it does. */
export function strangerThan(sheet: SheetIdentity, now: SheetIdentity): string | null {
  if (sheet.roundId !== now.roundId) return 'feedback.sheet-of-another-round'
  if (sheet.answerId !== now.answerId) return 'feedback.sheet-of-another-unit'
  if (sheet.drafts !== now.drafts) return 'feedback.sheet-of-another-draft'
  if (sheet.questionsVersion !== now.questionsVersion) return 'feedback.sheet-of-other-questions'
  return sheet.revision > now.revision ? 'feedback.sheet-not-ours' : null
}
