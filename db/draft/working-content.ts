import { type PlanContent, planContent } from '../../domain/draft/plan-content.ts'
import type { Tx } from '../database.ts'
import { type PlanRows, planRows } from './plan-rows.ts'

/** The plan as it would be printed now. */
export async function workingContent(tx: Tx, planId: string): Promise<PlanContent> {
  return contentOf(await planRows(tx, planId))
}

/** The printed content keeps what a reader sees; the parse leaves ids and revisions behind. */
export function contentOf({ plan, ...rows }: PlanRows): PlanContent {
  return planContent.parse({
    ...plan,
    head: plan,
    legalBases: rows.legalBases,
    clauses: rows.clauses,
    targets: rows.targets.map((target) => ({
      ...target,
      allocations: rows.allocations.filter(({ targetId }) => targetId === target.id),
    })),
    classLines: rows.classLines,
    totals: totalsOf(plan, rows.classLines),
    signing: { capacity: plan.signingCapacity, bodyName: plan.bodyName },
  })
}

function totalsOf(
  { headlineClasses, headlineTrainees }: PlanRows['plan'],
  lines: PlanRows['classLines'],
): PlanContent['totals'] {
  const sum = (of: (line: PlanRows['classLines'][number]) => number | null) =>
    lines.reduce((total, line) => total + (of(line) ?? 0), 0)
  return {
    classes: lines.length,
    trainees: sum((line) => line.seats),
    budgetDong: sum((line) => line.budgetDong),
    headlineClasses,
    headlineTrainees,
    lastYearClasses: lines.filter((line) => line.lastYearSeats !== null).length,
    lastYearTrainees: sum((line) => line.lastYearSeats),
    lastYearBudgetDong: sum((line) => line.lastYearBudgetDong),
  }
}
