import { z } from 'zod'
import { isPlainLine, isPlainText } from '../grammar/text.ts'
import { SIGNING_CAPACITIES } from '../papers/signing.ts'
import { DELIVERY_FORMS } from './class-line.ts'
import { PLAN_TYPES } from './plan.ts'
import { population } from './plan-content.ts'
import { MEASURES, TARGET_KINDS } from './target.ts'

/**
 * A form of the draft is saved while it is being typed, so a text may still be empty here; what
 * must not be empty when the plan is sent on is judged by `obstaclesToSendingOn`.
 */
const line = (most: number) =>
  z.string().max(most).refine(isPlainLine, 'grammar.control-characters')
const words = (most: number) =>
  z.string().max(most).refine(isPlainText, 'grammar.control-characters')
const filled = (most: number) => line(most).min(1)
const amount = z.number().min(0).max(1_000_000_000)
const dong = z.int().min(0).max(1_000_000_000_000)
const count = z.int().min(1).max(1_000_000)

export const startForm = z.strictObject({
  planType: z.enum(PLAN_TYPES),
  /** The plan whose text is taken over; null begins with an empty sheet. */
  copyOf: z.uuid().nullable(),
})

export const headForm = z.strictObject({
  title: line(500),
  term: line(40).nullable(),
  headlineClasses: count.nullable(),
  headlineTrainees: count.nullable(),
  recipients: z.array(line(300)).max(60),
  signingCapacity: z.enum(SIGNING_CAPACITIES),
})
export type HeadForm = z.output<typeof headForm>

export const legalBasisForm = z.strictObject({
  docType: line(100),
  number: line(100).nullable(),
  issuedOn: z.iso.date().nullable(),
  issuer: line(300).nullable(),
  abstract: line(1_000),
})

export const clauseForm = z.strictObject({
  heading: line(300),
  text: words(20_000),
  finished: z.boolean(),
})
export type ClauseForm = z.output<typeof clauseForm>

export const newClause = z.strictObject({
  /** Left out, it is the next of its section: 'III.4'. */
  code: z
    .string()
    .regex(/^[IVX]{1,6}\.\d{1,2}$/, 'draft.clause-code-unreadable')
    .optional(),
  section: filled(200),
  heading: line(300),
  text: words(20_000),
  finished: z.boolean().default(false),
  lastYearText: words(20_000).nullable().default(null),
})

export const targetForm = z.strictObject({
  clauseCode: line(10).nullable(),
  text: words(2_000),
  kind: z.enum(TARGET_KINDS),
  value: amount.nullable(),
  minValue: amount.nullable(),
  maxValue: amount.nullable(),
  formula: line(500).nullable(),
  measuredIn: line(60),
  measure: z.enum(MEASURES),
  period: z.enum(['YEAR', 'TERM']),
  population,
  isAllocated: z.boolean(),
})
export type TargetForm = z.output<typeof targetForm>

export const newTarget = targetForm.extend({
  code: z
    .string()
    .regex(/^[A-Z]{1,3}\d{1,4}$/, 'draft.target-code-unreadable')
    .optional(),
  lastYearText: words(2_000).nullable().default(null),
  lastYearValue: amount.nullable().default(null),
  lastYearDone: amount.nullable().default(null),
})

export const lineForm = z.strictObject({
  topic: line(500),
  audience: line(1_000),
  deliveryForm: z.enum(DELIVERY_FORMS),
  days: z.number().min(0.5).max(365).multipleOf(0.5),
  seats: count,
  month: z.int().min(1).max(12),
  venue: line(300).nullable(),
  leadUnit: line(300),
  coordinatingUnit: line(300).nullable(),
  budgetDong: dong,
})
export type LineForm = z.output<typeof lineForm>

export const newLine = lineForm.extend({
  code: z
    .string()
    .regex(/^[A-Z]{1,3}\d{1,4}$/, 'draft.line-code-unreadable')
    .optional(),
  lastYearSeats: count.nullable().default(null),
  lastYearDone: z.int().min(0).max(1_000_000).nullable().default(null),
  lastYearBudgetDong: dong.nullable().default(null),
})

export const allocationForm = z.strictObject({ value: amount })

export const allocationsForm = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        unitId: z.uuid(),
        value: amount,
        lastYearValue: amount.nullable().optional(),
        lastYearDone: amount.nullable().optional(),
      }),
    )
    .min(1)
    .max(2_000),
})

export const returnForm = z.strictObject({ reason: words(2_000).trim().min(1) })

/** A day, at eight, or at once. */
export const opensOn = z.union([z.iso.date(), z.literal('now')])

export const publishForm = z.strictObject({
  /** Left out, what the department prepared. */
  opensOn: opensOn.optional(),
  /** The last day for answers; left out, what the department prepared, else the usual term. */
  dueOn: z.iso.date().optional(),
  graceDays: z.int().min(0).max(5).optional(),
})

export const rowsOf = <Row extends z.ZodType>(row: Row, most: number) =>
  z.strictObject({ rows: z.array(row).min(1).max(most) })
