import type {
  AllocationRow,
  TargetAllocations,
  WorkingPlan,
  WrittenLine,
} from '../domain/draft/views.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

/** The annex of classes as the office works on it in a sheet. */
export function linesSheet(plan: WorkingPlan, language: Language): Sheet<WrittenLine> {
  const head = (name: string) => say(language, `draft.sheet.${name}`, { year: plan.planYear - 1 })
  return {
    fileName: say(language, 'draft.sheet.linesFile', { year: plan.planYear }),
    sheet: head('lines'),
    columns: [
      { head: head('code'), width: 8, cell: (line) => line.code },
      { head: head('topic'), width: 40, cell: (line) => line.topic },
      { head: head('audience'), width: 40, cell: (line) => line.audience },
      {
        head: head('deliveryForm'),
        width: 16,
        cell: (line) => say(language, `draft.deliveryForm.${line.deliveryForm}`),
      },
      { head: head('days'), width: 8, cell: (line) => line.days },
      { head: head('seats'), width: 10, cell: (line) => line.seats },
      { head: head('lastYearSeats'), width: 12, cell: (line) => line.lastYearSeats },
      { head: head('month'), width: 10, cell: (line) => `${line.month}/${plan.planYear}` },
      { head: head('venue'), width: 30, cell: (line) => line.venue },
      { head: head('leadUnit'), width: 30, cell: (line) => line.leadUnit },
      { head: head('coordinatingUnit'), width: 30, cell: (line) => line.coordinatingUnit },
      { head: head('budgetDong'), width: 16, cell: (line) => line.budgetDong },
      { head: head('lastYearBudgetDong'), width: 16, cell: (line) => line.lastYearBudgetDong },
    ],
    rows: plan.classLines,
  }
}

/** One target's shares, unit by unit. */
export function sharesSheet(target: TargetAllocations, language: Language): Sheet<AllocationRow> {
  const head = (name: string) => say(language, `draft.sheet.${name}`)
  return {
    fileName: say(language, 'draft.sheet.sharesFile', { code: target.code }),
    sheet: target.code,
    columns: [
      { head: head('unitCode'), width: 10, cell: (row) => row.unitCode },
      { head: head('unitName'), width: 44, cell: (row) => row.unitName },
      { head: `${head('share')} (${target.measuredIn})`, width: 16, cell: (row) => row.value },
      { head: head('shareLastYear'), width: 16, cell: (row) => row.lastYearValue },
      { head: head('doneLastYear'), width: 16, cell: (row) => row.lastYearDone },
    ],
    rows: target.rows,
  }
}
