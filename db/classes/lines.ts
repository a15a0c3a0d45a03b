import { planContent } from '../../domain/draft/plan-content.ts'
import type { z } from 'zod'
import type { lineView } from '../../domain/classes/views.contract.ts'
import type { CycleRow } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { numberOf } from '../papers/paper-row.ts'

export type PlannedLine = Omit<z.output<typeof lineView>, 'classId' | 'classCode'>
export type PlannedLines = {
  planId: string | null
  planNumber: string | null
  lines: PlannedLine[]
}

/** What may be opened in a year: the annex as it was issued, or the classes an imported year had. */
export async function plannedLinesOf(tx: Tx, cycle: CycleRow): Promise<PlannedLines> {
  return cycle.imported ? linesOfThePast(tx, cycle) : linesOfThePlan(tx, cycle)
}

/** The paper, never the draft: what was signed and sent is what is carried out. */
async function linesOfThePlan(tx: Tx, cycle: CycleRow): Promise<PlannedLines> {
  const papers = await tx
    .selectFrom('paper')
    .select(['planId', 'number', 'symbol', 'content'])
    .where('cycleId', '=', cycle.id)
    .where('state', '=', 'ISSUED')
    .where('planId', 'is not', null)
    .execute()
  for (const { planId, content, ...paper } of papers) {
    const plan = planContent.parse(Object(content).plan)
    if (plan.planType !== 'TRAINING') continue
    const lines = plan.classLines.map((line) => ({
      code: line.code,
      topic: line.topic,
      audience: line.audience,
      deliveryForm: line.deliveryForm,
      days: line.days,
      seats: line.seats,
      month: line.month,
      venue: line.venue,
      leadUnit: line.leadUnit,
    }))
    return { planId, planNumber: numberOf(paper), lines }
  }
  return { planId: null, planNumber: null, lines: [] }
}

/** A class that was held before this system, for whoever did not come to it. */
async function linesOfThePast(tx: Tx, cycle: CycleRow): Promise<PlannedLines> {
  const rows = await tx
    .selectFrom('yearResult')
    .select(['code', 'title', 'planned', 'done'])
    .where('cycleId', '=', cycle.id)
    .where('kind', '=', 'CLASS')
    .orderBy('code')
    .execute()
  const lines = rows.map(({ code, title, planned, done }) => ({
    code,
    topic: title,
    audience: title,
    deliveryForm: 'DIRECT',
    days: 1,
    seats: Math.max(1, (planned ?? 0) - (done ?? 0)),
    month: null,
    venue: null,
    leadUnit: null,
  }))
  return { planId: null, planNumber: null, lines }
}

/** Which class was opened from which line of the year; a cancelled one frees its line. */
export async function openedLines(tx: Tx, cycleId: string) {
  const rows = await tx
    .selectFrom('trainingClass')
    .select(['id', 'code', 'lineCode'])
    .where('cycleId', '=', cycleId)
    .where('lineCode', 'is not', null)
    .where('state', '<>', 'CANCELLED')
    .execute()
  return new Map(rows.map(({ id, code, lineCode }) => [lineCode ?? '', { id, code }]))
}
