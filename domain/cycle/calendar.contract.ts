import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { cycleDeeds as deeds } from './deeds.ts'
import { DEADLINES } from './moved-due.ts'
import { type Moment, MOMENTS } from './moments.ts'
import { PHASES } from './phases.ts'
import { planYear } from './plan-year.ts'

export const moment = z.enum(MOMENTS as readonly [Moment, ...Moment[]])

export const momentView = z.object({
  moment,
  phase: z.enum(PHASES),
  on: z.iso.date(),
  at: z.iso.datetime(),
  /** People were told: it may move later, never earlier. */
  announced: z.boolean(),
  isPast: z.boolean(),
})
export type MomentView = z.output<typeof momentView>

export const movedView = z.object({
  planYear: z.int(),
  moment,
  phase: z.enum(PHASES),
  from: z.iso.date(),
  to: z.iso.date(),
  announced: z.boolean(),
})
export type MovedView = z.output<typeof movedView>

export const holidayView = z.object({
  day: z.iso.date(),
  kind: z.enum(['OFF', 'MAKE_UP']),
  name: z.string(),
  /** Computed from the lunar calendar, not yet decreed. */
  provisional: z.boolean(),
})
export type HolidayView = z.output<typeof holidayView>

export const obstacleView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  at: z.string().optional(),
})

/** A deadline of its own that moves as well: of whom, from when to when. */
export const deadlineView = z.object({
  planYear: z.int(),
  kind: z.enum(DEADLINES),
  name: z.string(),
  from: z.iso.date(),
  /** The same day for a conference: it is set anew by a person. */
  to: z.iso.date(),
})
export type DeadlineView = z.output<typeof deadlineView>

/** What a change would do, before it is done: every date that moves, or why it cannot be done. */
export const previewView = z.object({
  moves: z.array(movedView),
  deadlines: z.array(deadlineView),
  obstacles: z.array(obstacleView),
  lettersTo: z.int(),
})
export type PreviewView = z.output<typeof previewView>

export const momentMoveForm = z.strictObject({
  day: z.iso.date(),
  reason: z.string().trim().min(5, 'cycle.reason-needed').max(500),
})

export const holidayForm = z.strictObject({
  /** WORKING takes the row out: the day is what its weekday says. */
  kind: z.enum(['OFF', 'MAKE_UP', 'WORKING']),
  name: z.string().trim().max(120),
})

const momentParams = z.object({ planYear, moment })
const dayParams = z.object({ day: z.iso.date() })

export const calendarRoutes = {
  calendar: route({
    method: 'get',
    path: '/cycles/:planYear/moments',
    summary: 'The dates of a year, in their order',
    params: z.object({ planYear }),
    reply: z.object({ today: z.iso.date(), mayMove: z.boolean(), moments: z.array(momentView) }),
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  momentPreview: route({
    method: 'get',
    path: '/cycles/:planYear/moments/:moment/preview',
    summary: 'What moves when a date is moved',
    params: momentParams,
    query: z.strictObject({ day: z.iso.date() }),
    reply: previewView,
    by: ['departmentHead', 'committeeLeader'],
    over: 'federation',
    records: null,
  }),
  moveMoment: route({
    method: 'put',
    path: '/cycles/:planYear/moments/:moment',
    summary: 'Moves a date of the year and what builds on it; announced dates only later',
    params: momentParams,
    body: momentMoveForm,
    reply: z.object({ moves: z.array(movedView) }),
    deed: deeds.momentMoved,
  }),
  holidays: route({
    method: 'get',
    path: '/holidays',
    summary: 'Days off and make-up Saturdays of a calendar year',
    query: z.strictObject({ year: planYear }),
    reply: z.object({
      mayChange: z.boolean(),
      /** Some are computed, and the reader may say that they are as decreed. */
      mayConfirm: z.boolean(),
      holidays: z.array(holidayView),
    }),
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  holidayPreview: route({
    method: 'get',
    path: '/holidays/:day/preview',
    summary: 'What moves in every open year when a day off is entered or taken out',
    params: dayParams,
    query: z.strictObject({ kind: holidayForm.shape.kind }),
    reply: previewView,
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  changeHoliday: route({
    method: 'put',
    path: '/holidays/:day',
    summary: 'Enters, renames or takes out a day off or a make-up Saturday',
    params: dayParams,
    body: holidayForm,
    reply: z.object({ moves: z.array(movedView) }),
    deed: deeds.holidayChanged,
  }),
  confirmHolidays: route({
    method: 'post',
    path: '/holidays/confirmations',
    summary: 'Confirms that the computed days off of a calendar year are as decreed',
    body: z.strictObject({ year: z.int().min(2000).max(2100) }),
    reply: z.object({ year: z.int(), confirmed: z.int() }),
    deed: deeds.holidaysConfirmed,
  }),
} as const
