import { z } from 'zod'
import { allowedActionView } from '../cycle/cycle.contract.ts'
import { planYear } from '../cycle/plan-year.ts'
import { UNIT_KINDS } from '../federation/unit-kind.ts'
import { ASSISTED_STATES } from './assisted-entry.ts'
import { isPlainText } from '../grammar/text.ts'
import { route } from '../grammar/route.ts'
import { boardCell, boardCounts } from './board-counts.contract.ts'
import { ROUND_KINDS } from './preparation.ts'
import { ROUND_STATES } from './round.ts'
import { feedbackDeeds as deeds } from './deeds.ts'

/** How the department counts the units: what stands between "asked" and "answered". */
export const BOARD_STATUSES = [
  'notOpened',
  'read',
  'writing',
  'sent',
  'excused',
  // at the conference, and wrote nothing: its opinions count, and it was not silent
  'spoke',
  'silent',
] as const
export type BoardStatus = (typeof BOARD_STATUSES)[number]

export const BOARD_FILTERS = [
  'open',
  'notOpened',
  'read',
  'writing',
  'sent',
  'late',
  'overdue',
  'asking',
  'excused',
  'spoke',
  'silent',
  'all',
] as const
type BoardFilter = (typeof BOARD_FILTERS)[number]

/** The first consultation of a year, or the second; left out, the latest. */
export const roundNumber = z.coerce.number().int().min(1).max(9).optional()

export const boardQuery = z.strictObject({
  round: roundNumber,
  /** Left out: who is waited for, and once the round is closed all. */
  status: z.enum(BOARD_FILTERS).optional(),
  /** Found without marks. */
  unit: z.string().trim().max(100).optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  /** The unit directly above. */
  above: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
})

/** What the board is narrowed to where nobody chose: nobody is waited for any more after the close. */
export function usualFilter(state: string): BoardFilter {
  return state === 'CLOSED' ? 'all' : 'open'
}

export const boardRow = z.object({
  answerId: z.uuid(),
  number: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  status: z.enum(BOARD_STATUSES),
  state: z.string(),
  /** When the unit last did something about it. */
  movedAt: z.iso.datetime().nullable(),
  isLate: z.boolean(),
  isOverdue: z.boolean(),
  extendedTo: z.iso.datetime().nullable(),
  excusedBecause: z.string().nullable(),
  /** The deadline that the unit asks for, while it waits for an answer. */
  askedUntil: z.iso.date().nullable(),
  askedBecause: z.string().nullable(),
  /** How far what the department entered from paper is; null where nothing was. */
  assisted: z.enum(ASSISTED_STATES).nullable(),
  commentCount: z.int(),
  lastRemindedAt: z.iso.datetime().nullable(),
  /** Null when it may be reminded now. */
  remindableFrom: z.iso.datetime().nullable(),
})
export type BoardRow = z.output<typeof boardRow>

export const boardView = z.object({
  roundId: z.uuid(),
  cycleId: z.uuid(),
  planYear: z.int(),
  number: z.int(),
  /** How many rounds the year has had. */
  rounds: z.int(),
  state: z.enum(ROUND_STATES),
  /** Of a round that is planned: how many units it will ask. */
  willAsk: z.int().nullable(),
  opensAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  graceDays: z.int(),
  closesAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  closedBecause: z.string().nullable(),
  workingDaysLeft: z.int(),
  revision: z.int(),
  kinds: z.array(z.enum(ROUND_KINDS)),
  counts: boardCounts,
  /** The same counts by kind of unit and by superior. */
  cells: z.array(boardCell),
  stances: z.array(
    z.object({ planId: z.uuid(), title: z.string(), stance: z.string(), units: z.int() }),
  ),
  /** How many units the filter finds in all. */
  found: z.int(),
  rows: z.array(boardRow),
  allowedActions: z.array(allowedActionView),
})
export type BoardView = z.output<typeof boardView>

export const reminderPreview = z.object({
  to: z.array(z.object({ answerId: z.uuid(), unitName: z.string(), text: z.string() })),
  refused: z.array(
    z.object({
      answerId: z.uuid(),
      unitName: z.string(),
      code: z.string(),
      againAt: z.iso.datetime().nullable(),
    }),
  ),
})
export type ReminderPreview = z.output<typeof reminderPreview>

export const closurePreview = z.object({
  answered: z.int(),
  /** Everyone who has not sent yet, with what the early close takes away. */
  cutOff: z.array(
    z.object({
      unitName: z.string(),
      status: z.enum(BOARD_STATUSES),
      commentCount: z.int(),
      extendedTo: z.iso.datetime().nullable(),
    }),
  ),
  closesAt: z.iso.datetime(),
})
export type ClosurePreview = z.output<typeof closurePreview>

const department = {
  by: ['departmentDrafter', 'departmentHead', 'committeeLeader', 'administrator'],
  over: 'federation',
  records: null,
} as const

const roundParams = z.object({ roundId: z.uuid() })
const reason = z.string().trim().min(5, 'feedback.reason-missing').max(500)
const letterText = z
  .string()
  .trim()
  .min(20)
  .max(2_000)
  .refine(isPlainText, 'grammar.control-characters')

/** The department's half: who has answered, reminders, extensions, the early close. */
export const boardRoutes = {
  board: route({
    method: 'get',
    path: '/cycles/:planYear/answers',
    summary: 'Every invited unit and how far its answer is',
    params: z.object({ planYear }),
    query: boardQuery,
    reply: boardView,
    ...department,
  }),
  reminderPreview: route({
    method: 'get',
    path: '/rounds/:roundId/reminder',
    summary: 'What a reminder would say to each chosen unit, and who may not be reminded yet',
    params: roundParams,
    query: z.strictObject({
      answers: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(z.uuid()).min(1).max(200)),
    }),
    reply: reminderPreview,
    ...department,
  }),
  remind: route({
    method: 'post',
    path: '/rounds/:roundId/reminders',
    summary: 'Reminds the chosen units that are still open, at most once in 24 hours each',
    params: roundParams,
    body: z.strictObject({
      answerIds: z.array(z.uuid()).min(1).max(200),
      /** Words of one's own, the same for all; null: the sentence made for each unit. */
      text: letterText.nullable(),
    }),
    reply: z.object({ reminded: z.int(), refused: reminderPreview.shape.refused }),
    deed: deeds.roundReminded,
  }),
  extend: route({
    method: 'post',
    path: '/rounds/:roundId/extensions',
    summary: 'Grants one unit a later deadline',
    params: roundParams,
    body: z.strictObject({ answerId: z.uuid(), dueOn: z.iso.date(), reason }),
    reply: z.object({ answerId: z.uuid(), dueAt: z.iso.datetime(), closesAt: z.iso.datetime() }),
    deed: deeds.roundExtended,
  }),
  excuse: route({
    method: 'post',
    path: '/answers/:answerId/excuse',
    summary: 'Excuses a unit from answering while the round is open',
    params: z.object({ answerId: z.uuid() }),
    body: z.strictObject({ reason }),
    reply: z.object({ answerId: z.uuid(), state: z.string() }),
    deed: deeds.answerExcused,
  }),
  takeBackExcuse: route({
    method: 'post',
    path: '/answers/:answerId/excuse/withdrawal',
    summary: 'Takes an excuse back before the close: the unit is asked again',
    params: z.object({ answerId: z.uuid() }),
    body: z.strictObject({ reason }),
    reply: z.object({ answerId: z.uuid(), state: z.string() }),
    deed: deeds.excuseTakenBack,
  }),
  closurePreview: route({
    method: 'get',
    path: '/rounds/:roundId/closure',
    summary: 'Whom an early close would cut off, extensions and grace included',
    params: roundParams,
    reply: closurePreview,
    ...department,
  }),
  close: route({
    method: 'post',
    path: '/rounds/:roundId/closure',
    summary: 'Closes the round before its deadline, with a reason',
    params: roundParams,
    body: z.strictObject({ reason }),
    reply: z.object({ roundId: z.uuid(), answered: z.int(), silent: z.int() }),
    deed: deeds.roundClosed,
    moves: 'consultation',
    forAllUnits: true,
  }),
} as const
