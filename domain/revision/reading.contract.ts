import { z } from 'zod'
import type { Role } from '../grammar/deed.ts'
import { route } from '../grammar/route.ts'
import { revisionDeeds as deeds } from './deeds.ts'

/** Where a reader has last read a plan; the version is null for words that were not frozen. */
export const lastReading = z.object({ version: z.int().nullable(), readAt: z.string() })
export type LastReading = z.output<typeof lastReading>

export const readingView = z.object({
  planId: z.uuid(),
  title: z.string(),
  lastRead: lastReading.nullable(),
  /** What there is to read: a version, or null for the words that are being revised. */
  version: z.int().nullable(),
  /** Of its words, so that nobody marks as read what was written meanwhile. */
  sha256: z.string(),
  changed: z.int(),
  places: z.array(
    z.object({
      kind: z.enum(['CLAUSE', 'TARGET', 'LINE', 'HEAD', 'LEGAL_BASIS']),
      code: z.string(),
      heading: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type ReadingView = z.output<typeof readingView>

const ofPlan = z.object({ planId: z.uuid() })

export const readers = [
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'contentChecker',
  'formChecker',
  'recordsClerk',
  'administrator',
] as const satisfies readonly Role[]

export const readingRoutes = {
  reading: route({
    method: 'get',
    path: '/plans/:planId/reading',
    summary: 'What has changed in a plan since the caller last read it; a unit sees its own shares',
    params: ofPlan,
    reply: readingView,
    by: [...readers, 'unitDrafter', 'unitHead'],
    over: 'subtree',
    records: null,
  }),
  markRead: route({
    method: 'put',
    path: '/plans/:planId/reading',
    summary: 'The caller has read the plan as it was shown',
    params: ofPlan,
    body: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    reply: lastReading,
    deed: deeds.planRead,
    quiet: true,
  }),
} as const
