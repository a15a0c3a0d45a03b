import { tetWeeks } from '../federation/holidays.ts'
import { type Day, monthOf, writeDay } from '../grammar/day.ts'
import { tetOf } from '../grammar/lunar.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

export const DELIVERY_FORMS = ['DIRECT', 'ONLINE', 'WORK_STUDY'] as const
export type DeliveryForm = (typeof DELIVERY_FORMS)[number]

/** One class of the annex. */
export type ClassLine = {
  code: string
  topic: string
  audience: string
  deliveryForm: DeliveryForm
  days: number
  seats: number
  /** 1 to 12, of the plan year. */
  month: number
  venue: string | null
  leadUnit: string
  coordinatingUnit: string | null
  budgetDong: bigint | number
}

/** What the plan promises in one sentence: "40 lớp với 3.920 học viên". */
export type Headline = { headlineClasses: number | null; headlineTrainees: number | null }

export type Totals = {
  classes: number
  trainees: number
  /** Trainees per class, to one decimal; null without classes. */
  average: number | null
  budgetDong: bigint
}

export function totalsOf(lines: readonly Pick<ClassLine, 'seats' | 'budgetDong'>[]): Totals {
  const classes = lines.length
  const trainees = lines.reduce((sum, line) => sum + line.seats, 0)
  return {
    classes,
    trainees,
    average: classes === 0 ? null : Math.round((trainees / classes) * 10) / 10,
    budgetDong: lines.reduce((sum, line) => sum + BigInt(line.budgetDong), 0n),
  }
}

/** Where the lines of the annex and the promise of the headline are not the same numbers. */
export function headlineMismatches(
  totals: Pick<Totals, 'classes' | 'trainees'>,
  { headlineClasses, headlineTrainees }: Headline,
): Obstacle[] {
  const obstacles: Obstacle[] = []
  if (headlineClasses !== null && headlineClasses !== totals.classes) {
    const params = { lines: totals.classes, headline: headlineClasses }
    obstacles.push({ code: 'draft.classes-differ', params, at: '/headlineClasses' })
  }
  if (headlineTrainees !== null && headlineTrainees !== totals.trainees) {
    const params = { lines: totals.trainees, headline: headlineTrainees }
    obstacles.push({ code: 'draft.totals-differ', params, at: '/headlineTrainees' })
  }
  return obstacles
}

/** `at` is the JSON pointer of the line, '/classLines/3'. */
export function obstaclesInLine(line: ClassLine, at: string): Obstacle[] {
  const params = { line: line.code }
  const missing = (['topic', 'audience', 'leadUnit'] as const)
    .filter((field) => line[field].trim() === '')
    .map((field) => ({ code: 'draft.line-incomplete', params, at: `${at}/${field}` }))
  const isTimeless = line.days <= 0 || line.month < 1 || line.month > 12
  return [
    ...missing,
    ...(line.seats > 0 ? [] : [{ code: 'draft.line-without-seats', params, at: `${at}/seats` }]),
    ...(isTimeless ? [{ code: 'draft.line-without-time', params, at: `${at}/month` }] : []),
  ]
}

export type TetLines = { lines: string[]; from: Day; to: Day }

/** The classes laid into the month of the Tết weeks; a line knows its month, not yet its days. */
export function linesInTet(
  lines: readonly Pick<ClassLine, 'code' | 'month'>[],
  planYear: number,
): TetLines | null {
  const month = monthOf(tetOf(planYear))
  const inTet = lines.filter((line) => line.month === month).map((line) => line.code)
  return inTet.length === 0 ? null : { lines: inTet, ...tetWeeks(planYear) }
}

/** What deserves a second look in the annex; nothing here keeps the plan from going on. */
export function warningsOnLines(
  lines: readonly ClassLine[],
  planYear: number,
  mostTrainees: number | null = null,
): Obstacle[] {
  const warnings: Obstacle[] = []
  const tet = linesInTet(lines, planYear)
  if (tet) {
    const params = { count: tet.lines.length, from: writeDay(tet.from), to: writeDay(tet.to) }
    warnings.push({ code: 'draft.lines-in-tet', params, at: '/classLines' })
  }
  const { average } = totalsOf(lines)
  if (mostTrainees !== null && average !== null && average > mostTrainees) {
    const params = { average, most: mostTrainees }
    warnings.push({ code: 'draft.classes-too-large', params, at: '/classLines' })
  }
  return warnings
}
