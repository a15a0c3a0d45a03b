import type { PlanContent, PrintedTarget } from '../../domain/draft/plan-content.ts'

/** A target as a frozen draft has it, shared out among units: new members, as a whole number. */
export const membersTarget: Omit<PrintedTarget, 'allocations'> = {
  code: 'CT1',
  clauseCode: 'II.3',
  text: 'Kết nạp đoàn viên mới',
  kind: 'EXACT',
  value: 200,
  minValue: null,
  maxValue: null,
  formula: null,
  measuredIn: 'đoàn viên',
  measure: 'net',
  period: 'YEAR',
  population: {},
  denominator: null,
  denominatorOn: null,
  lastYearText: null,
  lastYearValue: null,
  lastYearDone: null,
  isAllocated: true,
}

type Unit = { id: string; code: string; name: string }

export const shareOf = ({ id: unitId, code: unitCode, name: unitName }: Unit) => ({
  unitId,
  unitCode,
  unitName,
  value: 100,
  lastYearValue: 90,
  lastYearDone: 88,
})

/** The sums of a plan without class lines. */
export const noTotals: PlanContent['totals'] = {
  classes: 0,
  trainees: 0,
  budgetDong: 0,
  headlineClasses: null,
  headlineTrainees: null,
  lastYearClasses: 0,
  lastYearTrainees: 0,
  lastYearBudgetDong: 0,
}
