import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { cycleDeeds as deeds } from './deeds.ts'
import { pageQuery } from './inbox.contract.ts'
import { planYear } from './plan-year.ts'

/** A row of the register; its sentence is said by `sayDeed` in the reader's language. */
export const historyView = z.object({
  entryId: z.string(),
  at: z.iso.datetime(),
  deed: z.string(),
  actorName: z.string(),
  role: z.string().nullable(),
  actingFor: z.string().nullable(),
  unitName: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type HistoryView = z.output<typeof historyView>

const historyPage = z.object({ hasMore: z.boolean(), entries: z.array(historyView) })

export const attentionView = z.object({
  attentionId: z.uuid(),
  process: z.string(),
  step: z.string(),
  error: z.string(),
  raisedAt: z.iso.datetime(),
  resolution: z.enum(['RETRY', 'SKIP']).nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: z.string().nullable(),
})
export type AttentionView = z.output<typeof attentionView>

export const hitView = z.object({
  kind: z.enum(['unit', 'official', 'plan', 'paper', 'cycle']),
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  link: z.string(),
})
export type HitView = z.output<typeof hitView>

const attentionParams = z.object({ attentionId: z.uuid() })
const reason = z.string().trim().min(5, 'cycle.reason-needed').max(500)

export const historyRoutes = {
  history: route({
    method: 'get',
    path: '/history/:objectType/:objectId',
    summary: 'What was done to one thing, by whom and when',
    params: z.object({ objectType: z.string().regex(/^[a-zA-Z]{1,40}$/), objectId: z.uuid() }),
    query: z.strictObject(pageQuery),
    reply: historyPage,
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  cycleHistory: route({
    method: 'get',
    path: '/cycles/:planYear/history',
    summary: 'What was done in a year, the newest first',
    params: z.object({ planYear }),
    query: z.strictObject(pageQuery),
    reply: historyPage,
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  search: route({
    method: 'get',
    path: '/search',
    summary: 'Units, people, plans and papers by any of their words, marks or none',
    query: z.strictObject({ q: z.string().trim().min(1).max(80) }),
    reply: z.object({ hits: z.array(hitView) }),
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  attentions: route({
    method: 'get',
    path: '/attention',
    summary: 'Steps of processes that finally failed and wait for an operator',
    reply: z.object({ waiting: z.int(), attentions: z.array(attentionView) }),
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  retryAttention: route({
    method: 'post',
    path: '/attention/:attentionId/retry',
    summary: 'Lets the process try the failed step again',
    params: attentionParams,
    body: z.strictObject({}),
    reply: z.object({ attentionId: z.uuid() }),
    deed: deeds.attentionRetried,
  }),
  skipAttention: route({
    method: 'post',
    path: '/attention/:attentionId/skip',
    summary: 'Lets the process go on without the failed step, with a reason',
    params: attentionParams,
    body: z.strictObject({ reason }),
    reply: z.object({ attentionId: z.uuid() }),
    deed: deeds.attentionSkipped,
  }),
} as const
