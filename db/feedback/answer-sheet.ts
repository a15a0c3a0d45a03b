import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import {
  draftsOf,
  type RawBook,
  type SheetIdentity,
  startOf,
  strangerThan,
} from '../../domain/feedback/sheet-identity.ts'
import { newLinesFor, pagesOf, type SheetPage } from '../../domain/feedback/sheet-pages.ts'
import {
  isTrueTo,
  readRows,
  type RowReading,
  type SheetFault,
} from '../../domain/feedback/sheet-reading.ts'
import { strayCell, straysBeside } from '../../domain/feedback/sheet-strays.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { savedForm } from './answer-form.ts'
import { consultedPlans } from './consulted-plans.ts'
import { answers, type Obligation, obligationOf, withState } from './obligation.ts'
import { questionsOn } from './questions.ts'

export type AnswerSheet = {
  pages: SheetPage[]
  identity: SheetIdentity
  newLines: ReturnType<typeof newLinesFor>
  form: AnswerForm
  unitName: string
  number: string
  planYear: number
  dueAt: string
}

/** The unit's own answer as pages of a workbook: for its unit, and for nobody else. */
export async function sheetOfAnswer(
  { tx, caller }: Entered,
  answerId: string,
): Promise<AnswerSheet> {
  const row = await answers(tx).where('answer.id', '=', answerId).executeTakeFirst()
  const isOwn = caller.grants.some(
    ({ role, unitId }) => routes.sheet.by.some((one) => one === role) && unitId === row?.unitId,
  )
  const obligation = await obligationOf(tx, withState(found(isOwn ? row : undefined)))
  const { form, revision } = savedForm(obligation.saved)
  const laid = await laidBefore(tx, obligation)
  const newLines = newLinesFor(laid.plans, form)
  const { answer, round, dueAt } = obligation
  return {
    pages: pagesOf({ ...laid, newLines }),
    identity: identityOf(obligation, laid, revision),
    newLines,
    form,
    unitName: answer.unitName,
    number: answer.number,
    planYear: round.planYear,
    dueAt,
  }
}

async function laidBefore(tx: Tx, held: Obligation) {
  const { round } = held
  return {
    plans: await consultedPlans(tx, held),
    questions: await questionsOn(tx, round, round.formVersion),
  }
}

function identityOf(
  { answer, round }: Obligation,
  { plans }: Awaited<ReturnType<typeof laidBefore>>,
  revision: number,
): SheetIdentity {
  const drafts = draftsOf(plans)
  const questionsVersion = round.formVersion
  return { roundId: round.id, answerId: answer.id, drafts, questionsVersion, revision }
}

export type SheetReading = { rows: RowReading[]; beside: SheetFault[] }

/**
 * A workbook against the answer as it stands. Whose answer it is has been judged by then and is not
 * the workbook's to say: its identity only tells a sheet of another answer, round or draft from one
 * of this, and a sheet that claims the present revision must say what stands there.
 */
export async function readSheet(
  tx: Tx,
  held: Obligation,
  book: RawBook,
): Promise<SheetReading & { form: AnswerForm; revision: number }> {
  const start = startOf(book)
  if (!start) throw new Refusal('feedback.sheet-not-ours', 'invalid')
  const { form, revision } = savedForm(held.saved)
  const laid = await laidBefore(tx, held)
  const stranger = strangerThan(start.identity, identityOf(held, laid, revision))
  if (stranger) throw new Refusal(stranger, 'invalid')
  const asked = start.newLines.filter(({ planId }) =>
    laid.plans.some((plan) => plan.planId === planId),
  )
  const pages = pagesOf({ ...laid, newLines: asked })
  const stray = strayCell(pages, book)
  if (stray) {
    const { page, cell, params, code } = stray
    throw new Refusal(code, 'invalid', { params: { ...params, page, cell } })
  }
  const sides = { base: start.base, form }
  if (start.identity.revision === revision && !isTrueTo(pages, sides))
    throw new Refusal('feedback.sheet-not-ours', 'invalid')
  return {
    rows: readRows(pages, book, sides),
    beside: straysBeside(pages, book),
    form,
    revision,
  }
}
