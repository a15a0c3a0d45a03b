import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { cycleDeeds as deeds } from './deeds.ts'

const textParams = z.record(z.string(), z.union([z.string(), z.number()]))

/** When it must be done, said in working days; `overdueDays` counts those that have gone by. */
export const dueView = z.object({
  at: z.iso.datetime(),
  on: z.iso.date(),
  workingDaysLeft: z.int(),
  overdueDays: z.int(),
  isOver: z.boolean(),
})
export type DueView = z.output<typeof dueView>

export const taskView = z.object({
  taskId: z.uuid(),
  /** `feedback.sign`: title and why stand at `<word>.tasks.<kind>` in the dictionaries. */
  kind: z.string(),
  params: textParams,
  link: z.string(),
  planYear: z.int().nullable(),
  due: dueView.nullable(),
  group: z.enum(['today', 'week', 'later', 'undated']),
  openedAt: z.iso.datetime(),
  /** Why it is mine: the role, where, and whom I stand in for. */
  mineBecause: z.object({
    role: z.string(),
    unitName: z.string(),
    byName: z.boolean(),
    substituteFor: z.string().nullable(),
  }),
})
export type TaskView = z.output<typeof taskView>

/** What others have to do before it goes on; the same work of many units is one line. */
export const waitingView = z.object({
  kind: z.string(),
  params: textParams,
  /** Null where the reader may know of the work and not open it. */
  link: z.string().nullable(),
  planYear: z.int().nullable(),
  count: z.int(),
  /** The first few, by name: a unit, a department, or a person where the work is theirs alone. */
  names: z.array(z.string()),
  role: z.string(),
  due: dueView.nullable(),
  since: z.iso.datetime(),
})
export type WaitingView = z.output<typeof waitingView>

export const doneTaskView = z.object({
  taskId: z.uuid(),
  kind: z.string(),
  params: textParams,
  link: z.string(),
  doneAt: z.iso.datetime(),
})

export const inboxView = z.object({
  today: z.iso.date(),
  tasks: z.array(taskView),
  waiting: z.array(waitingView),
  doneThisMonth: z.int(),
  lastDone: z.array(doneTaskView),
})
export type InboxView = z.output<typeof inboxView>

export const letterView = z.object({
  letterId: z.uuid(),
  textKey: z.string(),
  params: textParams,
  link: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})
export type LetterView = z.output<typeof letterView>

export const mailedLetterView = letterView.extend({
  to: z.object({ name: z.string(), email: z.string().nullable(), unitName: z.string() }),
  sentAt: z.iso.datetime().nullable(),
  tries: z.int(),
  lastError: z.string().nullable(),
})
export type MailedLetterView = z.output<typeof mailedLetterView>

export const pageQuery = {
  page: z.coerce.number<number | string>().int().min(1).max(10_000).default(1),
}
export const lettersPerPage = 50

export const inboxRoutes = {
  inbox: route({
    method: 'get',
    path: '/inbox',
    summary: 'What waits for me, until when and why; and whom others wait for',
    reply: inboxView,
    by: 'signedIn',
    over: 'self',
    records: null,
  }),
  bell: route({
    method: 'get',
    path: '/letters',
    summary: 'My letters, the newest first',
    reply: z.object({ unread: z.int(), letters: z.array(letterView) }),
    by: 'signedIn',
    over: 'self',
    records: null,
  }),
  readLetters: route({
    method: 'post',
    path: '/letters/readings',
    summary: 'Marks letters of mine as read; all of them when none is named',
    body: z.strictObject({ letterIds: z.array(z.uuid()).max(200).nullable() }),
    reply: z.object({ unread: z.int() }),
    deed: deeds.lettersRead,
    quiet: true,
  }),
  mailbox: route({
    method: 'get',
    path: '/mailbox',
    summary: 'Every letter that was or would have been sent, with what became of it',
    query: z.strictObject({ ...pageQuery, q: z.string().trim().max(100).default('') }),
    reply: z.object({
      total: z.int(),
      waiting: z.int(),
      failed: z.int(),
      letters: z.array(mailedLetterView),
    }),
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
} as const
