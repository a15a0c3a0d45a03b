import { z } from 'zod'
import { CLASS_STATES } from '../classes/class-state.ts'
import { ratingFiguresView } from '../classes/rating.contract.ts'
import { movementCounts } from '../cycle/movement.contract.ts'
import { planYear } from '../cycle/plan-year.ts'
import { PLAN_TYPES } from '../draft/plan.ts'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { pagingQuery, pagingView } from '../federation/paging.contract.ts'
import { route } from '../grammar/route.ts'
import { INSPECTION_STATES } from '../inspection/states.ts'
import { MISSING } from './missing.ts'
import { SOURCES } from './results.ts'

const figure = z.number().nullable()

/**
 * The quality beside a count: who was tested and who passed, among the very people and classes that
 * are counted, or, where a plan does not say which classes serve a target, in the whole year.
 */
const quality = z.object({
  tested: z.int(),
  passed: z.int(),
  percent: figure,
  of: z.enum(['COUNTED', 'YEAR']),
})

/** What their trainees think of the classes, beside the same count; null where it has no classes. */
const ratings = z.object({
  /** Null: not enough opinions. */
  figures: ratingFiguresView.nullable(),
  of: z.enum(['COUNTED', 'YEAR']),
})

export const targetResultView = z.object({
  planType: z.string().nullable(),
  code: z.string(),
  text: z.string(),
  measuredIn: z.string(),
  isPercent: z.boolean(),
  planned: figure,
  done: figure,
  percent: figure,
  isReached: z.boolean().nullable(),
  denominator: z.int().nullable(),
  lastYear: figure,
  quality: quality.nullable(),
  ratings: ratings.nullable(),
  /** The terms of a net growth, which nobody typed. */
  terms: movementCounts.nullable(),
  /** Of a share of hours: how many classes reach it, each for itself. */
  questions: z.object({ classes: z.int(), reached: z.int() }).nullable(),
  /** The fact for want of which nothing is known; null where something is. */
  missing: z.enum(MISSING).nullable(),
  /** By what it is counted; null where nothing answers it, or where the year was brought in. */
  source: z.enum(SOURCES).nullable(),
  units: z.array(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      planned: figure,
      done: figure,
      quality: quality.nullable(),
      ratings: ratings.nullable(),
    }),
  ),
})
export type TargetResultView = z.output<typeof targetResultView>

export const classRowView = z.object({
  /** Null for a class of a year that was brought in. */
  classId: z.uuid().nullable(),
  code: z.string(),
  title: z.string(),
  unitName: z.string().nullable(),
  planned: figure,
  attended: figure,
  tested: figure,
  passed: figure,
  /** Null: not enough opinions. */
  ratings: ratingFiguresView.nullable(),
})
export type ClassRowView = z.output<typeof classRowView>

export const obstacleView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const resultsView = z.object({
  planYear: z.int(),
  isClosed: z.boolean(),
  phase: z.string(),
  targets: z.array(targetResultView),
  classes: z.array(classRowView),
  /** What is still open, named before the year is closed. */
  unfinished: z.array(obstacleView),
  allowedActions: z.array(allowedActionView),
})
export type ResultsView = z.output<typeof resultsView>

/** What the early end of a station would leave behind: named beforehand, and nothing of it lost. */
export const stationEndView = z.object({
  phase: z.string(),
  /** Opened and not begun: they keep their own days. */
  classes: z.array(
    z.object({
      classId: z.uuid(),
      code: z.string(),
      title: z.string(),
      state: z.enum(CLASS_STATES),
      startsOn: z.iso.date().nullable(),
      organiserName: z.string(),
      /** Of a line of this year's plan: offered to the next draft until it begins. */
      isOfLine: z.boolean(),
    }),
  ),
  /** Lines of the issued plan without a class. */
  lines: z.array(z.object({ code: z.string(), topic: z.string(), seats: z.int() })),
  inspections: z.array(
    z.object({
      inspectionId: z.uuid(),
      unitName: z.string(),
      subject: z.string(),
      state: z.enum(INSPECTION_STATES),
      visitFrom: z.iso.date(),
    }),
  ),
})
export type StationEndView = z.output<typeof stationEndView>

/** One of those who are counted: a person, a class or a union, by name. */
export const figureRowView = z.object({
  id: z.uuid(),
  /** Where its own page is. */
  linkId: z.uuid(),
  name: z.string(),
  unitName: z.string(),
  classId: z.uuid().nullable(),
  className: z.string().nullable(),
  mark: figure,
  hasPassed: z.boolean().nullable(),
  certificate: z.string().nullable(),
  /** Of a class with enough opinions; what one person said is nobody's to read. */
  ratings: ratingFiguresView.nullable(),
  /** How much of its time a class gave to questions. */
  questionPercent: figure,
})
export type FigureRowView = z.output<typeof figureRowView>

export const figureRowsView = z.object({
  text: z.string(),
  source: z.enum(SOURCES).nullable(),
  /** The unit whose rows these are; null for all of them. */
  unitName: z.string().nullable(),
  rows: z.array(figureRowView),
  ...pagingView,
})
export type FigureRowsView = z.output<typeof figureRowsView>

export const figureRowsQuery = z.strictObject({ unitId: z.uuid().optional(), ...pagingQuery })
export type FigureRowsQuery = z.output<typeof figureRowsQuery>
export const figureRowsPerPage = 50

const ofTheOffices = {
  method: 'get',
  by: [
    'administrator',
    'departmentDrafter',
    'departmentHead',
    'committeeLeader',
    'committeeMember',
    'councilSecretary',
    'councilMember',
    'inspectionHead',
    'inspector',
  ],
  over: 'federation',
  records: null,
} as const

export const resultsRoutes = {
  stationEnd: route({
    method: 'get',
    path: '/cycles/:planYear/station-end',
    summary: 'What ending the present station early would leave behind, by name',
    params: z.object({ planYear }),
    reply: stationEndView,
    by: ['committeeLeader'],
    over: 'federation',
    records: null,
  }),
  results: route({
    ...ofTheOffices,
    path: '/cycles/:planYear/results',
    summary: 'The year-end board: every target planned against done, per unit and in all',
    params: z.object({ planYear }),
    reply: resultsView,
  }),
  figureRows: route({
    ...ofTheOffices,
    path: '/cycles/:planYear/results/:planType/:code',
    summary: 'Who or what a number of the board counts, by name; of all units or of one',
    params: z.object({ planYear, planType: z.enum(PLAN_TYPES), code: z.string().max(20) }),
    query: figureRowsQuery,
    reply: figureRowsView,
  }),
} as const
