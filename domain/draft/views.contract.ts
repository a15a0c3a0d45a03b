import { z } from 'zod'
import { SIGNING_CAPACITIES } from '../papers/signing.ts'
import { PLAN_TYPES } from './plan.ts'
import {
  planContent,
  printedAllocation,
  printedClause,
  printedLegalBasis,
  printedLine,
  printedTarget,
} from './plan-content.ts'

const revised = { id: z.uuid(), revision: z.int() }

export const allowedAction = z.object({
  deed: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
  stepUp: z.boolean(),
})

/** Something to mend before the plan goes on, or to look at once more. */
export const remark = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  at: z.string().optional(),
})
export type Remark = z.output<typeof remark>

export const planSummary = z.object({
  id: z.uuid(),
  planYear: z.int(),
  planType: z.enum(PLAN_TYPES),
  title: z.string(),
  state: z.string(),
  publishedVersion: z.int(),
  classes: z.int(),
  trainees: z.int(),
  targets: z.int(),
})
export type PlanSummary = z.output<typeof planSummary>

export const cyclePlans = z.object({
  cycleId: z.uuid(),
  planYear: z.int(),
  phase: z.string(),
  plans: z.array(planSummary),
  /** Plans of other years whose text may be taken over, the latest first. */
  sources: z.array(planSummary),
  allowedActions: z.array(allowedAction),
})
export type CyclePlans = z.output<typeof cyclePlans>

export const writtenClause = printedClause.extend({
  ...revised,
  finished: z.boolean(),
})
export type WrittenClause = z.output<typeof writtenClause>
export const writtenLegalBasis = printedLegalBasis.extend(revised)
export type WrittenLegalBasis = z.output<typeof writtenLegalBasis>
export const writtenTarget = printedTarget.omit({ allocations: true }).extend({
  ...revised,
  allocatedUnits: z.int(),
  allocatedSum: z.number(),
})
export type WrittenTarget = z.output<typeof writtenTarget>
export const writtenLine = printedLine.extend(revised)
export type WrittenLine = z.output<typeof writtenLine>

export const writtenHead = z.object({
  title: z.string(),
  term: z.string().nullable(),
  headlineClasses: z.int().nullable(),
  headlineTrainees: z.int().nullable(),
  recipients: z.array(z.string()),
  signingCapacity: z.enum(SIGNING_CAPACITIES),
  revision: z.int(),
})

export const workingPlan = z.object({
  id: z.uuid(),
  planYear: z.int(),
  planType: z.enum(PLAN_TYPES),
  state: z.string(),
  publishedVersion: z.int(),
  returnedBecause: z.string().nullable(),
  copiedFromYear: z.int().nullable(),
  /** When the draft is due, by the calendar of the year. */
  dueAt: z.iso.datetime().nullable(),
  paper: planContent.shape.head,
  bodyName: z.string(),
  head: writtenHead,
  legalBases: z.array(writtenLegalBasis),
  clauses: z.array(writtenClause),
  targets: z.array(writtenTarget),
  classLines: z.array(writtenLine),
  totals: planContent.shape.totals,
  tetWeeks: z.object({ from: z.iso.date(), to: z.iso.date() }),
  obstacles: z.array(remark),
  warnings: z.array(remark),
  /** For whom the plan waits now, by name. */
  waitsFor: z.array(z.object({ role: z.string(), name: z.string() })),
  allowedActions: z.array(allowedAction),
})
export type WorkingPlan = z.output<typeof workingPlan>

export const allocationRow = printedAllocation.extend({ revision: z.int() })
export type AllocationRow = z.output<typeof allocationRow>

export const targetAllocations = z.object({
  targetId: z.uuid(),
  planId: z.uuid(),
  code: z.string(),
  text: z.string(),
  measuredIn: z.string(),
  revision: z.int(),
  /** What the allocations must add up to; null where the target names no number. */
  headline: z.number().nullable(),
  sum: z.number(),
  rows: z.array(allocationRow),
  /** Units that could be given a share and have none yet. */
  others: z.array(z.object({ unitId: z.uuid(), unitCode: z.string(), unitName: z.string() })),
  allowedActions: z.array(allowedAction),
})
export type TargetAllocations = z.output<typeof targetAllocations>

export const publishedVersion = z.object({
  planId: z.uuid(),
  version: z.int(),
  contentSha256: z.string(),
  publishedAt: z.iso.datetime(),
  content: planContent,
})

/** What agreeing to consult would bring, before anybody agrees. */
export const consultationPreview = z.object({
  /** Null: at once, when the leader agrees. */
  opensAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime(),
  graceUntil: z.iso.datetime(),
  workingDays: z.int(),
  /** What stands in the fields of the term: the leader's word, else as it was prepared. */
  opensOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  graceDays: z.int(),
  unitCount: z.int(),
  /** Of the first five hundred. */
  unitNames: z.array(z.string()),
  kinds: z.array(z.string()),
  /** Of the department's own. */
  questionCount: z.int(),
  contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
  plans: z.array(z.object({ planId: z.uuid(), title: z.string(), state: z.string() })),
  obstacles: z.array(remark),
})

export const saved = z.object({ revision: z.int(), savedAt: z.iso.datetime() })
export const added = z.object({ ids: z.array(z.uuid()) })
export const removed = z.object({ id: z.uuid() })
export const movedPlan = z.object({ id: z.uuid(), state: z.string(), revision: z.int() })
export const started = z.object({ id: z.uuid(), state: z.string() })
export const frozenDenominator = saved.extend({
  denominator: z.int(),
  denominatorOn: z.iso.date(),
})
export const consultation = z.object({
  roundId: z.uuid(),
  /** When it opens, where that is a later day; null: it has. */
  opensAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime(),
  graceUntil: z.iso.datetime(),
  plans: z.array(z.object({ planId: z.uuid(), version: z.int() })),
})
