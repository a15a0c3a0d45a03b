import { sql } from 'kysely'
import type { SummaryView } from '../../domain/approval/approval.contract.ts'
import { headlineOf } from '../../domain/draft/target.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { type PlaceChange, changedPlaces } from '../../domain/revision/changed-places.ts'
import { DISPOSITION_KINDS } from '../../domain/revision/disposition.ts'
import type { Tx } from '../database.ts'
import { contentOfVersion } from '../revision/consolidation.ts'
import { countedTables, opinionsOnPlan } from '../revision/opinion-filter.ts'
import { roundOfPlan } from '../revision/plan.ts'
import { found } from '../subject.ts'
import type { ApprovalRow } from './approval-row.ts'

const wordsAMinute = 180
const mostNewPoints = 3

/** Half a page: what is new against last year and against what was consulted on. */
export async function summaryOf(tx: Tx, approval: ApprovalRow): Promise<SummaryView> {
  const content = await contentOfVersion(tx, approval.planId, approval.version)
  const round = await roundOfPlan(tx, approval.planId)
  const consulted = round ? await contentOfVersion(tx, approval.planId, round.version) : content
  const changes = changedPlaces(consulted, content)
  return {
    departmentName: await departmentName(tx, approval.departmentId),
    totals: totalsOf(content),
    targets: targetsOf(content),
    newPoints: newPointsOf(changes),
    changedPlaces: changes.length,
    clauses: content.clauses.length,
    readingMinutes: minutesFor(content),
    ...(await saidOf(tx, approval.planId)),
  }
}

type Said = Pick<SummaryView, 'comments' | 'commentingUnits' | 'byDisposition'>

/** What was said and what became of it, counted where it lies. */
async function saidOf(tx: Tx, planId: string): Promise<Said> {
  const { rows } = await sql<Said>`
    with said as (select c.unit_id, d.disposition from ${countedTables} where ${opinionsOnPlan(planId)})
    select count(*)::integer as comments, count(distinct unit_id)::integer as commenting_units,
      (select coalesce(jsonb_object_agg(disposition, count), '{}') from (select disposition, count(*)
        from said where disposition is not null group by disposition) ended) as by_disposition
    from said`.execute(tx)
  const { byDisposition, ...counts } = found(rows[0])
  return {
    ...counts,
    byDisposition: Object.fromEntries(
      DISPOSITION_KINDS.map((kind) => [kind, byDisposition[kind] ?? 0]),
    ),
  }
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
