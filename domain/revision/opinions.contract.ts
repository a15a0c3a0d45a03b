import { z } from 'zod'
import { COMMENT_KINDS } from '../feedback/answer-form.ts'
import { pagingQuery, pagingView } from '../federation/paging.contract.ts'
import { route } from '../grammar/route.ts'
import { DISPOSITION_KINDS } from './disposition.ts'
import { readPlaceKey } from './place-key.ts'
import { readers } from './reading.contract.ts'
import { commentRow, filesSent } from './views.contract.ts'

export const opinionsPerPage = 50
export const OPINION_STATUSES = ['open', ...DISPOSITION_KINDS] as const

/** What of a plan's opinions is looked at, or decided at once; what is left out narrows nothing. */
export const opinionFilter = z.strictObject({
  /** '1 CLAUSE II.1': a place, as one round read it. */
  place: z
    .string()
    .max(60)
    .refine((key) => readPlaceKey(key) !== null, 'revision.place-missing')
    .optional(),
  status: z.enum(OPINION_STATUSES).optional(),
  kind: z.enum(COMMENT_KINDS).optional(),
  /** In what was said, by whom, under which number; found without marks. */
  q: z.string().trim().max(100).default(''),
})
export type OpinionFilter = z.output<typeof opinionFilter>

export const opinionsQuery = z.strictObject({
  ...opinionFilter.shape,
  ...pagingQuery,
  /** The page on which this opinion stands, or the first one that is still open. */
  at: z.union([z.literal('open'), z.uuid()]).optional(),
  size: z.coerce.number().int().min(1).max(200).default(opinionsPerPage),
})
export type OpinionsQuery = z.output<typeof opinionsQuery>

const named = z.object({ id: z.uuid(), number: z.string() })

export const opinionRow = commentRow.extend({
  /** An earlier comment on the same place that says nearly the same; a person decides. */
  resembles: named.nullable(),
  /** The comment whose disposition also answers this one. */
  head: named.nullable(),
  /** How many are answered with this one. */
  merged: z.int(),
})
export type OpinionRow = z.output<typeof opinionRow>

export const opinionsView = z.object({
  opinions: z.array(opinionRow),
  /** What came with the opinions of this page. */
  files: filesSent,
  ...pagingView,
  /** All that the filter finds. */
  total: z.int(),
  /** Of these, those that can be decided at once. */
  undecided: z.int(),
  /** Where the page begins and ends in the order of the plan, to go on from there. */
  begin: z.string().nullable(),
  end: z.string().nullable(),
})
export type OpinionsView = z.output<typeof opinionsView>

const brief = z.object({
  id: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  text: z.string(),
})

export const groupView = z.object({ total: z.int(), members: z.array(brief) })

export const groupableView = z.object({
  total: z.int(),
  comments: z.array(brief.extend({ isAlike: z.boolean() })),
})

const reading = { method: 'get', by: readers, over: 'federation', records: null } as const
const ofComment = z.object({ commentId: z.uuid() })

export const opinionRoutes = {
  opinions: route({
    ...reading,
    path: '/plans/:planId/comments',
    summary: 'The comments on a plan in its order: searched, filtered, by keyset pages',
    params: z.object({ planId: z.uuid() }),
    query: opinionsQuery,
    reply: opinionsView,
  }),
  group: route({
    ...reading,
    path: '/comments/:commentId/group',
    summary: 'The comments that are answered with this one, of very many the first',
    params: ofComment,
    reply: groupView,
  }),
  groupable: route({
    ...reading,
    path: '/comments/:commentId/groupable',
    summary: 'Undecided comments on the same place that this one may answer, those alike first',
    params: ofComment,
    query: z.strictObject({ q: z.string().trim().max(100).default('') }),
    reply: groupableView,
  }),
} as const
