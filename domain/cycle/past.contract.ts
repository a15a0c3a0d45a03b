import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { AWARD_FORMS } from './award-forms.ts'
import { cycleDeeds as deeds } from './deeds.ts'
import { monthForms } from './movement.contract.ts'

const text = z.string().trim().min(1).max(500)
const amount = z.number().min(0).max(1e12)

/** Opinions come in whole or not at all, and within their bounds. */
function isRatingWhole({ ratings, satisfaction, satisfied }: Record<string, number>): boolean {
  const given = [ratings, satisfaction, satisfied].filter((each) => each !== undefined)
  if (given.length === 0) return true
  if (ratings === undefined || satisfaction === undefined || satisfied === undefined) return false
  const areWhole = Number.isInteger(ratings) && Number.isInteger(satisfied)
  return (
    areWhole && ratings <= 1e6 && satisfied <= ratings && satisfaction >= 1 && satisfaction <= 5
  )
}

/** What became of a target, or of a class, in a year that was run before this system. */
export const pastResultForm = z.strictObject({
  kind: z.enum(['TARGET', 'CLASS']),
  code: z.string().regex(/^[A-Z]{1,3}\d{1,4}$/, 'cycle.code-unreadable'),
  title: text,
  planned: amount.nullable(),
  done: amount.nullable(),
  /** 'học viên', '%': what stands behind the figures of a target. */
  measuredIn: z.string().trim().max(40).default(''),
  /** A net growth is never typed: it follows from the units' forms that come in with it. */
  from: z.enum(['TYPED', 'MOVEMENT']).default('TYPED'),
  /**
   * Quality beside quantity: attended, tested, certified, money; where trainees were asked, the number
   * of their opinions (`ratings`), the mean from 1 to 5 (`satisfaction`), how many were `satisfied`.
   */
  figures: z.record(z.string().max(40), amount).default({}).refine(isRatingWhole, {
    error: 'cycle.ratings-not-whole',
  }),
})

export type PastResultForm = z.output<typeof pastResultForm>

/** A year's paper forms of a unit: the members it won and lost, and what it aimed at. */
const pastUnitForm = z.strictObject({
  unitCode: z.string().min(1).max(40),
  months: monthForms,
  registered: z
    .strictObject({ form: z.enum(AWARD_FORMS), pledge: text })
    .nullable()
    .default(null),
})

export const pastYearForm = z.strictObject({
  planYear: z.int().min(2000).max(2100),
  results: z.array(pastResultForm).min(1).max(1_000),
  units: z.array(pastUnitForm).max(500).default([]),
})

export const pastRoutes = {
  importPast: route({
    method: 'post',
    path: '/past-cycles',
    summary: 'Brings in a year that was run before this system, with its results',
    body: pastYearForm,
    reply: z.object({ planYear: z.int(), results: z.int() }),
    deed: deeds.imported,
  }),
} as const
