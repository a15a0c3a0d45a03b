import type { Obstacle } from '../grammar/obstacle.ts'
import { percentOf } from './attendance.ts'

export const TEST_KINDS = ['PAPER', 'ESSAY', 'QUIZ'] as const

export const GRADES = ['EXCELLENT', 'GOOD', 'AVERAGE'] as const
export type Grade = (typeof GRADES)[number]

/** What a class asks of its test. */
export type TestRule = { testRequired: boolean; passMark: number; maxMark: number }

/** Reads a mark as it is typed or pasted: '8,5', '8.5', ' 7 '. An empty cell is no mark yet. */
export function readMark(
  raw: string,
  { maxMark }: Pick<TestRule, 'maxMark'>,
): { mark: number | null } | { problem: Obstacle } {
  const text = raw.trim()
  if (text === '') return { mark: null }
  if (!/^\d{1,3}([.,]\d+)?$/.test(text))
    return { problem: { code: 'classes.mark-not-a-number', params: { raw: text.slice(0, 40) } } }
  const mark = Number(text.replace(',', '.'))
  const [problem] = obstaclesToMark(mark, { maxMark }, '')
  return problem ? { problem } : { mark }
}

export function obstaclesToMark(
  mark: number,
  { maxMark }: Pick<TestRule, 'maxMark'>,
  at: string,
): Obstacle[] {
  if (mark > maxMark || mark < 0)
    return [{ code: 'classes.mark-out-of-range', params: { mark: writeMark(mark), maxMark }, at }]
  if (!isIn(mark, 100)) return [{ code: 'classes.mark-too-fine', at }]
  return []
}

/** The table keeps two decimals; a third one would be lost in silence. */
function isIn(mark: number, parts: number): boolean {
  return Math.abs(mark * parts - Math.round(mark * parts)) < 1e-6
}

/** '8,5', '7,0': one decimal at least, as marks are written. */
export function writeMark(mark: number): string {
  const text = isIn(mark, 10) ? mark.toFixed(1) : mark.toFixed(2)
  return text.replace('.', ',')
}

/** The grade behind a mark, by its share of the highest; below the pass mark there is none. */
export function gradeOf(mark: number, { passMark, maxMark }: TestRule): Grade | null {
  if (mark < passMark) return null
  if (mark >= maxMark * 0.8) return 'EXCELLENT'
  return mark >= maxMark * 0.65 ? 'GOOD' : 'AVERAGE'
}

/** One trainee as the quality of a class is measured. */
export type Result = {
  attended: number
  sessions: number
  /** Undefined: not marked yet; null: did not sit the test. */
  mark: number | null | undefined
}

export type Quality = {
  trainees: number
  attendancePercent: number
  sat: number
  passed: number
  passPercent: number
  averageMark: number | null
}

/** What stands beside the number of heads, wherever that number stands (S0.05). */
export function qualityOf(results: readonly Result[], { passMark }: TestRule): Quality {
  const marks = results.flatMap(({ mark }) => mark ?? [])
  const passed = marks.filter((mark) => mark >= passMark).length
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  return {
    trainees: results.length,
    attendancePercent: percentOf(
      sum(results.map(({ attended }) => attended)),
      sum(results.map(({ sessions }) => sessions)),
    ),
    sat: marks.length,
    passed,
    passPercent: percentOf(passed, results.length),
    averageMark: marks.length === 0 ? null : Math.round((sum(marks) * 100) / marks.length) / 100,
  }
}
