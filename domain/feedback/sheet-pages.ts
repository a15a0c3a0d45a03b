import { say } from '../text/say.ts'
import type { AnswerForm } from './answer-form.contract.ts'
import type { ConsultedPlan } from './feedback.contract.ts'
import { isNewLine } from './line-wish.ts'
import type { OwnQuestion } from './own-questions.ts'
import { placesOf } from './places.ts'
import { lineRow, newLineRow } from './sheet-line-rows.ts'
import { placeRow, stanceRow } from './sheet-opinion-rows.ts'
import { questionRow } from './sheet-question-rows.ts'
import type { SheetRow } from './sheet-row.ts'
import { hasShare, targetRow } from './sheet-target-rows.ts'
import { factRows } from './sheet-unit-rows.ts'

export type SheetPage = {
  /** As the tab says; at most 31 characters. */
  name: string
  lead: string
  heads: readonly { words: string; width: number }[]
  rows: readonly SheetRow[]
}

/** A row for a class that the annex lacks. */
export type NewLine = { planId: string; code: string }

export type Laid = {
  plans: readonly ConsultedPlan[]
  questions: readonly OwnQuestion[]
  newLines: readonly NewLine[]
}

/** In which row of a page the heads stand, and the first of its rows. */
export const headRow = 3
export const firstRow = headRow + 1

export function addressOf(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row}`
}

/** The whole answer as the pages of a workbook; a page without rows is left out. */
export function pagesOf({ plans, questions, newLines }: Laid): SheetPage[] {
  const targets = plans.flatMap(({ planId, targets: all }) =>
    all.filter(hasShare).map((target) => targetRow(planId, target)),
  )
  return [
    page('general', plans.map(stanceRow)),
    ...plans.map(placesPage),
    page('lines', [...plans.flatMap(classRows), ...newRows(newLines)]),
    page('targets', targets),
    page('unit', factRows()),
    page(
      'questions',
      questions.map((question, at) => questionRow(question, at + 1)),
    ),
  ].filter(({ rows }) => rows.length > 0)
}

type Kind = keyof typeof widths

/** In characters; the heads have their words in the dictionary, in this order. */
const widths = {
  general: [44, 30, 50, 50, 50],
  places: [10, 26, 60, 24, 50, 60],
  lines: [10, 36, 36, 10, 8, 24, 36, 36, 12, 10, 50],
  targets: [10, 44, 14, 12, 12, 12, 14, 24, 40, 40, 40],
  unit: [6, 46, 60],
  questions: [6, 50, 40, 60],
} as const

function page(kind: Kind, rows: readonly SheetRow[]): SheetPage {
  return {
    name: say('vi', `feedback.sheet.pages.${kind}.name`),
    lead: say('vi', `feedback.sheet.pages.${kind}.lead`),
    heads: widths[kind].map((width, at) => ({
      width,
      words: say('vi', `feedback.sheet.pages.${kind}.head${at + 1}`),
    })),
    rows,
  }
}

/** Each draft has a page of its own, because both count their clauses from I.1. */
function placesPage(plan: ConsultedPlan): SheetPage {
  const places = placesOf(plan).filter(({ placeKind }) => placeKind !== 'LINE')
  const name = say('vi', `feedback.planTypes.${plan.planType}`)
  return { ...page('places', places.map(placeRow)), name }
}

function classRows(plan: ConsultedPlan): SheetRow[] {
  return placesOf(plan)
    .filter(({ placeKind }) => placeKind === 'LINE')
    .map(lineRow)
}

function newRows(newLines: readonly NewLine[]): SheetRow[] {
  return newLines.map(({ planId, code }, at) => newLineRow(planId, code, at + 1))
}

const freeRows = 8

/** The classes the unit has asked for already, and some rows for more. */
export function newLinesFor(plans: readonly ConsultedPlan[], form: AnswerForm): NewLine[] {
  return plans
    .filter(({ classLines }) => classLines.length > 0)
    .flatMap(({ planId }) => {
      const written = Object.values(form.comments).flatMap(({ planId: of, placeCode }) =>
        of === planId && placeCode !== null && isNewLine(placeCode) ? [placeCode] : [],
      )
      const free = Array.from({ length: freeRows + written.length }, (_, at) => `+them${at + 1}`)
        .filter((code) => !written.includes(code))
        .slice(0, freeRows)
      return [...written, ...free].map((code) => ({ planId, code }))
    })
}
