import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { calendarRoutes, holidayView, momentView } from './calendar.contract.ts'
import { cycleDeeds as deeds } from './deeds.ts'
import { historyView } from './history.contract.ts'
import { historyRoutes } from './history.contract.ts'
import { inboxRoutes, waitingView } from './inbox.contract.ts'
import { PHASES } from './phases.ts'
import { movementRoutes } from './movement.contract.ts'
import { pastRoutes } from './past.contract.ts'
import { planYear } from './plan-year.ts'

export const allowedActionView = z.object({
  deed: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
  stepUp: z.boolean(),
})

const phase = z.enum(PHASES)
const endingReason = z.string().trim().min(5, 'cycle.reason-needed').max(500)

/** A station of the ribbon. `count` is a fact of the phase; its word stands in the dictionary. */
export const stationView = z.object({
  phase,
  step: z.int(),
  state: z.enum(['done', 'now', 'later']),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  skipped: z.boolean(),
  count: z
    .object({
      of: z.enum(['units', 'plans', 'comments', 'members', 'classes', 'inspections', 'awards']),
      done: z.number().nullable(),
      total: z.number(),
    })
    .nullable(),
})
export type StationView = z.output<typeof stationView>

export const ribbonView = z.object({
  planYear: z.int(),
  phase,
  isClosed: z.boolean(),
  /** Working days until the present station ends; null when its end has no date. */
  workingDaysLeft: z.int().nullable(),
  stations: z.array(stationView),
})
export type RibbonView = z.output<typeof ribbonView>

export const cycleListView = z.object({
  current: z.int().nullable(),
  /** The year a leader may open now, before the calendar does. */
  mayOpen: z.int().nullable(),
  cycles: z.array(
    z.object({ planYear: z.int(), phase, isClosed: z.boolean(), imported: z.boolean() }),
  ),
})
export type CycleListView = z.output<typeof cycleListView>

export const cyclePaperView = z.object({
  planId: z.uuid().nullable(),
  paperId: z.uuid().nullable(),
  title: z.string(),
  planType: z.string().nullable(),
  number: z.string().nullable(),
  on: z.iso.date(),
  /** The state of the plan, or of the paper where it belongs to no plan. */
  state: z.string(),
  version: z.int().nullable(),
  clauses: z.int().nullable(),
  classes: z.int().nullable(),
})
export type CyclePaperView = z.output<typeof cyclePaperView>

export const cycleView = z.object({
  cycleId: z.uuid(),
  planYear: z.int(),
  state: z.string(),
  needsSurvey: z.enum(['OPEN', 'HELD', 'SKIPPED']),
  openedAt: z.iso.datetime(),
  imported: z.boolean(),
  today: z.iso.date(),
  ribbon: ribbonView,
  waiting: z.array(waitingView),
  moments: z.array(momentView),
  holidays: z.array(holidayView),
  recent: z.array(historyView),
  papers: z.array(cyclePaperView),
  allowedActions: z.array(allowedActionView),
})
export type CycleView = z.output<typeof cycleView>

export const cycleRoutes = {
  ...inboxRoutes,
  cycles: route({
    method: 'get',
    path: '/cycles',
    summary: 'Every year, the newest first',
    reply: cycleListView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  openCycle: route({
    method: 'post',
    path: '/cycles',
    summary: 'Opens the next year before the calendar does',
    body: z.strictObject({ planYear: z.int().min(2000).max(2100) }),
    reply: z.object({ planYear: z.int() }),
    deed: deeds.opened,
  }),
  cycle: route({
    method: 'get',
    path: '/cycles/:planYear',
    summary: 'A year: its stations, whom it waits for, its dates, deeds and papers',
    params: z.object({ planYear }),
    reply: cycleView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  ribbon: route({
    method: 'get',
    path: '/cycles/:planYear/ribbon',
    summary: 'The eight stations of a year',
    params: z.object({ planYear }),
    reply: ribbonView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  skipNeeds: route({
    method: 'post',
    path: '/cycles/:planYear/needs-waiver',
    summary: 'Goes on to the draft without a needs survey',
    params: z.object({ planYear }),
    body: z.strictObject({ reason: z.string().trim().min(5, 'cycle.reason-needed').max(500) }),
    reply: z.object({ planYear: z.int() }),
    deed: deeds.needsSkipped,
    moves: 'trainingCycle',
  }),
  endStation: route({
    method: 'post',
    path: '/cycles/:planYear/station-end',
    summary: 'Ends the classes or the inspections before their day of the calendar',
    params: z.object({ planYear }),
    body: z.strictObject({ phase, reason: endingReason }),
    reply: z.object({ planYear: z.int(), phase }),
    deed: deeds.stationEnded,
    moves: 'trainingCycle',
  }),
  closeCycle: route({
    method: 'post',
    path: '/cycles/:planYear/closure',
    summary: 'Closes the year and its plans; with a reason where something is unfinished',
    params: z.object({ planYear }),
    body: z.strictObject({ reason: endingReason.nullable() }),
    reply: z.object({ planYear: z.int() }),
    deed: deeds.closed,
    moves: 'trainingCycle',
  }),
  ...calendarRoutes,
  ...movementRoutes,
  ...pastRoutes,
  ...historyRoutes,
} as const
