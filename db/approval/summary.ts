import type { SummaryView, UnacceptedComment } from '../../domain/approval/approval.contract.ts'
import { headlineOf } from '../../domain/draft/target.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { type PlaceChange, changedPlaces } from '../../domain/revision/changed-places.ts'
import { outcomeOf, progressOf } from '../../domain/revision/disposition.ts'
import type { Tx } from '../database.ts'
import { type CommentOfPlan, commentsOnPlan } from '../revision/comments.ts'
import { contentOfVersion } from '../revision/consolidation.ts'
import { roundOfPlan } from '../revision/plan.ts'
import { ledgerOf } from '../revision/standing.ts'
import type { ApprovalRow } from './approval-row.ts'

const wordsAMinute = 180
const mostNewPoints = 3

/** Half a page: what is new against last year and against what was consulted on. */
export async function summaryOf(tx: Tx, approval: ApprovalRow): Promise<SummaryView> {
  const content = await contentOfVersion(tx, approval.planId, approval.version)
  const round = await roundOfPlan(tx, approval.planId)
  const consulted = round ? await contentOfVersion(tx, approval.planId, round.version) : content
  const comments = await commentsOnPlan(tx, approval.planId)
  const changes = changedPlaces(consulted, content)
  return {
    departmentName: await departmentName(tx, approval.departmentId),
    totals: totalsOf(content),
    targets: targetsOf(content),
    newPoints: newPointsOf(changes),
    changedPlaces: changes.length,
    clauses: content.clauses.length,
    readingMinutes: minutesFor(content),
    comments: comments.length,
    commentingUnits: new Set(comments.map((comment) => comment.unitId)).size,
    byDisposition: progressOf(ledgerOf(comments)).byDisposition,
  }
}

/** What was not taken over, or only in part, with the reason its unit will read. */
export async function unacceptedComments(
  tx: Tx,
  approval: ApprovalRow,
): Promise<UnacceptedComment[]> {
  const comments = await commentsOnPlan(tx, approval.planId)
  const ledger = ledgerOf(comments)
  return comments.flatMap((comment) => unaccepted(comment, ledger))
}

function unaccepted(comment: CommentOfPlan, ledger: ReturnType<typeof ledgerOf>) {
  const outcome = outcomeOf(comment.id, ledger)
  if (!outcome || ['ACCEPTED', 'NOTED'].includes(outcome.disposition)) return []
  const { id, number, unitName, placeCode, text } = comment
  const explanation = outcome.explanation ?? outcome.forwardedAnswer
  return [{ id, number, unitName, placeCode, text, disposition: outcome.disposition, explanation }]
}

async function departmentName(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const row = await tx
    .selectFrom('department')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? null
}

function totalsOf({ planType, totals }: PlanContent): SummaryView['totals'] {
  if (planType !== 'TRAINING') return null
  const { classes, trainees, budgetDong } = totals
  return {
    classes: { lastYear: totals.lastYearClasses || null, thisYear: classes },
    trainees: { lastYear: totals.lastYearTrainees || null, thisYear: trainees },
    budgetDong: { lastYear: totals.lastYearBudgetDong || null, thisYear: budgetDong },
  }
}

function targetsOf({ targets }: PlanContent): SummaryView['targets'] {
  return targets.map((target) => ({
    code: target.code,
    text: target.text,
    measuredIn: target.measuredIn,
    lastYear: target.lastYearValue,
    thisYear: headlineOf(target),
  }))
}

/** The clauses with most new words come first: they are what a member will ask about. */
function newPointsOf(changes: readonly PlaceChange[]): SummaryView['newPoints'] {
  return changes
    .filter((change) => change.kind === 'CLAUSE' && change.after !== null)
    .toSorted((a, b) => newWords(b) - newWords(a))
    .slice(0, mostNewPoints)
    .map(({ code, heading, before, after }) => ({
      code,
      heading,
      text: firstNewSentence(before ?? '', after ?? ''),
    }))
}

function newWords({ before, after }: PlaceChange): number {
  const old = new Set((before ?? '').split(/\s+/))
  return (after ?? '').split(/\s+/).filter((word) => !old.has(word)).length
}

function firstNewSentence(before: string, after: string): string {
  const sentences = after.split(/(?<=[.;!?])\s+|\n+/)
  return sentences.find((sentence) => !before.includes(sentence.trim())) ?? sentences[0] ?? ''
}

function minutesFor(content: PlanContent): number {
  const words = content.clauses.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  return Math.max(1, Math.ceil(words / wordsAMinute))
}
