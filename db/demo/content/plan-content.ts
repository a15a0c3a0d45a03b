/** What a demo plan is made of. Codes are stable: opinions, changes and tests name places by them. */

export type LegalBasisContent = {
  docType: string
  number: string | null
  issuedOn: string | null
  issuer: string | null
  abstract: string
}

export type ClauseContent = {
  /** 'II.3' */
  code: string
  section: string
  heading: string
  text: string
  lastYearText: string | null
}

export type PopulationContent = Partial<{
  employment: 'FULL_TIME' | 'PART_TIME'
  levels: string[]
  unitKinds: string[]
  positions: string[]
  ownership: string[]
  minWorkers: number
  newInTerm: boolean
}>

type Figures =
  | { kind: 'PERCENT'; value: number }
  | { kind: 'MIN'; minValue: number }
  | { kind: 'RANGE'; minValue: number; maxValue: number }
  | { kind: 'EXACT'; value: number }
  | { kind: 'FORMULA'; value: number; formula: string }

export type TargetContent = Figures & {
  code: string
  /** The clause under which it is printed. */
  clause: string
  text: string
  measuredIn: string
  measure: 'attended' | 'completed' | 'certified' | 'net' | 'count'
  period: 'YEAR' | 'TERM'
  population: PopulationContent
  lastYearText: string | null
  lastYearValue: number | null
  lastYearDone: number | null
}

export type AllocationContent = {
  unitCode: string
  value: number
  lastYearValue: number
  lastYearDone: number
}

export type ClassLineContent = {
  code: string
  topic: string
  audience: string
  deliveryForm: 'DIRECT' | 'ONLINE' | 'WORK_STUDY'
  days: number
  seats: number
  month: number
  venue: string
  leadUnit: string
  coordinatingUnit: string | null
  budgetDong: number
  lastYearSeats: number | null
  lastYearDone: number | null
  lastYearBudgetDong: number | null
}

export type PlanContent = {
  planType: 'TRAINING' | 'MEMBERSHIP_DEVELOPMENT'
  title: string
  term: string
  headlineClasses: number | null
  headlineTrainees: number | null
  recipients: readonly string[]
  legalBases: readonly LegalBasisContent[]
  clauses: readonly ClauseContent[]
  targets: readonly TargetContent[]
  /** By target code; each sum is the headline of its target. */
  allocations: Readonly<Record<string, readonly AllocationContent[]>>
  classLines: readonly ClassLineContent[]
}

export const sections = {
  I: 'I. MỤC ĐÍCH, YÊU CẦU',
  II: 'II. CHỈ TIÊU',
  III: 'III. NỘI DUNG, ĐỐI TƯỢNG, HÌNH THỨC',
  IV: 'IV. THỜI GIAN, ĐỊA ĐIỂM',
  V: 'V. KINH PHÍ',
  VI: 'VI. TỔ CHỨC THỰC HIỆN',
} as const

/** The five years of office in which a plan year lies, as papers write it: '2025–2030'. */
export function termOf(planYear: number): string {
  const from = 2025 + 5 * Math.max(0, Math.floor((planYear - 2025) / 5))
  return `${from}–${from + 5}`
}
