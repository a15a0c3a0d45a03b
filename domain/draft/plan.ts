import type { LegalBasis } from '../papers/legal-basis.ts'
import type { Allocation } from './allocation.ts'
import type { ClassLine, Headline } from './class-line.ts'
import type { Target } from './target.ts'

export const PLAN_TYPES = ['TRAINING', 'MEMBERSHIP_DEVELOPMENT'] as const
export type PlanType = (typeof PLAN_TYPES)[number]

/** The parts of a training plan, as its paper prints them. */
export const SECTIONS = {
  I: 'I. MỤC ĐÍCH, YÊU CẦU',
  II: 'II. CHỈ TIÊU',
  III: 'III. NỘI DUNG, ĐỐI TƯỢNG, HÌNH THỨC',
  IV: 'IV. THỜI GIAN, ĐỊA ĐIỂM',
  V: 'V. KINH PHÍ',
  VI: 'VI. TỔ CHỨC THỰC HIỆN',
} as const

export type Clause = {
  /** 'II.3': opinions, changes and differences between versions hang on it. */
  code: string
  section: string
  heading: string
  text: string
  finished?: boolean | undefined
}

/** What of a plan the rules look at; a version's whole content is one. */
export type Draft = {
  planType: PlanType
  planYear: number
  title: string
  /** '2025–2030' */
  term: string | null
  totals: Headline
  legalBases: readonly LegalBasis[]
  clauses: readonly Clause[]
  targets: readonly (Target & { allocations: readonly Allocation[] })[]
  classLines: readonly ClassLine[]
  recipients: readonly string[]
}

/** What a plan is called until its drafter names it. */
export function suggestedTitle(planType: PlanType, planYear: number): string {
  const about = {
    TRAINING: 'Kế hoạch đào tạo, bồi dưỡng cán bộ công đoàn',
    MEMBERSHIP_DEVELOPMENT: 'Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở',
  } satisfies Record<PlanType, string>
  return `${about[planType]} năm ${planYear}`
}

/** Clauses in the order of their codes: II.2 before II.10, II before III. */
export function compareClauseCodes(a: string, b: string): number {
  const [sectionA = '', numberA = '0'] = a.split('.')
  const [sectionB = '', numberB = '0'] = b.split('.')
  return fromRoman(sectionA) - fromRoman(sectionB) || Number(numberA) - Number(numberB)
}

export function fromRoman(text: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  const digits = Array.from(text, (letter) => values[letter] ?? 0)
  return digits.reduce((sum, value, i) => sum + (value < (digits[i + 1] ?? 0) ? -value : value), 0)
}
