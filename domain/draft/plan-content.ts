import { z } from 'zod'
import { EMPLOYMENTS, POSITIONS } from '../federation/position.ts'
import { LEVELS, OWNERSHIPS, UNIT_KINDS } from '../federation/unit-kind.ts'
import { SIGNING_CAPACITIES } from '../papers/signing.ts'
import { DELIVERY_FORMS } from './class-line.ts'
import { PLAN_TYPES } from './plan.ts'
import { MEASURES, TARGET_KINDS } from './target.ts'

/** Which officials a target speaks of; what is left out is not asked for. */
export const population = z.strictObject({
  employment: z.enum(EMPLOYMENTS).exactOptional(),
  levels: z.array(z.enum(LEVELS)).max(LEVELS.length).exactOptional(),
  unitKinds: z.array(z.enum(UNIT_KINDS)).max(UNIT_KINDS.length).exactOptional(),
  positions: z.array(z.enum(POSITIONS)).max(POSITIONS.length).exactOptional(),
  ownership: z.array(z.enum(OWNERSHIPS)).max(OWNERSHIPS.length).exactOptional(),
  minWorkers: z.int().min(1).max(1_000_000).exactOptional(),
  newInTerm: z.boolean().exactOptional(),
})

export { PLAN_TYPES }

export const printedClause = z.object({
  /** 'II.3': comments and changes hang on it. */
  code: z.string(),
  section: z.string(),
  heading: z.string(),
  text: z.string(),
  lastYearText: z.string().nullable(),
})

export const printedAllocation = z.object({
  unitId: z.uuid(),
  unitCode: z.string(),
  unitName: z.string(),
  value: z.number(),
  lastYearValue: z.number().nullable(),
  lastYearDone: z.number().nullable(),
})

export const printedTarget = z.object({
  code: z.string(),
  /** The clause under which it is printed. */
  clauseCode: z.string().nullable(),
  text: z.string(),
  kind: z.enum(TARGET_KINDS),
  value: z.number().nullable(),
  minValue: z.number().nullable(),
  maxValue: z.number().nullable(),
  formula: z.string().nullable(),
  measuredIn: z.string(),
  measure: z.enum(MEASURES),
  period: z.enum(['YEAR', 'TERM']),
  population,
  denominator: z.number().nullable(),
  denominatorOn: z.iso.date().nullable(),
  lastYearText: z.string().nullable(),
  lastYearValue: z.number().nullable(),
  lastYearDone: z.number().nullable(),
  isAllocated: z.boolean(),
  /** By unit code. */
  allocations: z.array(printedAllocation),
})
export type PrintedTarget = z.output<typeof printedTarget>

export const printedLine = z.object({
  code: z.string(),
  topic: z.string(),
  audience: z.string(),
  deliveryForm: z.enum(DELIVERY_FORMS),
  days: z.number(),
  seats: z.number(),
  month: z.number(),
  venue: z.string().nullable(),
  leadUnit: z.string(),
  coordinatingUnit: z.string().nullable(),
  budgetDong: z.number(),
  lastYearSeats: z.number().nullable(),
  lastYearDone: z.number().nullable(),
  lastYearBudgetDong: z.number().nullable(),
  /** 'L07-2026': the class of the year before that was not run; absent where there is none. */
  carriedFrom: z.string().exactOptional(),
})
export type PrintedLine = z.output<typeof printedLine>

export const printedLegalBasis = z.object({
  docType: z.string(),
  number: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  issuer: z.string().nullable(),
  abstract: z.string(),
})

/** What a version of a plan says, whole: it is frozen, hashed, compared, voted on and printed. */
export const planContent = z.object({
  planType: z.enum(PLAN_TYPES),
  planYear: z.int(),
  title: z.string(),
  term: z.string().nullable(),
  head: z.object({
    superiorName: z.string(),
    federationName: z.string(),
    place: z.string(),
    symbol: z.string(),
  }),
  legalBases: z.array(printedLegalBasis),
  clauses: z.array(printedClause),
  targets: z.array(printedTarget),
  classLines: z.array(printedLine),
  totals: z.object({
    classes: z.int(),
    trainees: z.int(),
    budgetDong: z.number(),
    headlineClasses: z.int().nullable(),
    headlineTrainees: z.int().nullable(),
    lastYearClasses: z.int(),
    lastYearTrainees: z.int(),
    lastYearBudgetDong: z.number(),
  }),
  recipients: z.array(z.string()),
  signing: z.object({ capacity: z.enum(SIGNING_CAPACITIES), bodyName: z.string() }),
})
export type PlanContent = z.output<typeof planContent>
