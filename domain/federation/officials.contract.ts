import { z } from 'zod'
import { allowedActionView } from './allowed-action.contract.ts'
import { route } from '../grammar/route.ts'
import { federationDeeds as deeds } from './deeds.ts'
import { line } from './line.contract.ts'
import { pagingQuery, pagingView } from './paging.contract.ts'
import { EMPLOYMENTS, POSITIONS } from './position.ts'
import { obstaclesInTerm } from './term.ts'
import { LEVELS } from './unit-kind.ts'

export const SORTS = ['name', 'unit'] as const
export const officialsPerPage = 50

export const officialsQuery = z.strictObject({
  q: z.string().trim().max(100).default(''),
  unitId: z.uuid().optional(),
  position: z.enum(POSITIONS).optional(),
  employment: z.enum(EMPLOYMENTS).optional(),
  level: z.enum(LEVELS).optional(),
  sex: z.enum(['F', 'M']).optional(),
  newInTerm: z.enum(['yes', 'no']).optional(),
  sort: z.enum(SORTS).default('name'),
  ...pagingQuery,
})
export type OfficialsQuery = z.output<typeof officialsQuery>

export const officialRowView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  sex: z.enum(['F', 'M']),
  birthYear: z.int().nullable(),
  employment: z.enum(EMPLOYMENTS),
  level: z.enum(LEVELS),
  position: z.enum(POSITIONS),
  positionSince: z.iso.date().nullable(),
  newInTerm: z.boolean(),
  unitId: z.uuid(),
  unitName: z.string(),
  /** The unit above, which tells two unions of the same name apart. */
  aboveName: z.string().nullable(),
  departmentName: z.string().nullable(),
})
export type OfficialRowView = z.output<typeof officialRowView>

export const postView = z.object({
  postId: z.uuid(),
  position: z.enum(POSITIONS),
  unitId: z.uuid(),
  unitName: z.string(),
  departmentName: z.string().nullable(),
  term: z.object({ from: z.int(), to: z.int() }).nullable(),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
  isMain: z.boolean(),
})

export const officialView = officialRowView.extend({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  posts: z.array(postView),
  bodies: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      role: z.string(),
      since: z.iso.date(),
      until: z.iso.date().nullable(),
    }),
  ),
  revision: z.int(),
  /** Known to administrators only. */
  accountId: z.uuid().nullable(),
  allowedActions: z.array(allowedActionView),
})
export type OfficialView = z.output<typeof officialView>

const term = z
  .strictObject({ from: z.int(), to: z.int() })
  .refine((given) => obstaclesInTerm(given).length === 0, 'federation.term-not-five-years')

export const officialForm = z.strictObject({
  unitId: z.uuid(),
  departmentId: z.uuid().nullable(),
  fullName: line(120),
  sex: z.enum(['F', 'M']),
  birthYear: z.int().min(1930).max(2015).nullable(),
  employment: z.enum(EMPLOYMENTS),
  position: z.enum(POSITIONS),
  since: z.iso.date(),
  term: term.nullable(),
  newInTerm: z.boolean(),
  email: z.email().max(200).nullable(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d .-]{8,20}$/, 'federation.phone-unreadable')
    .nullable(),
})

export type OfficialForm = z.output<typeof officialForm>

export const correctionForm = officialForm.pick({
  fullName: true,
  sex: true,
  birthYear: true,
  employment: true,
  newInTerm: true,
  email: true,
  phone: true,
})

export const postForm = officialForm
  .pick({ unitId: true, departmentId: true, position: true, since: true, term: true })
  /** The main post is the one that the lists show: unit, position, since when. */
  .extend({ isMain: z.boolean() })
export type PostForm = z.output<typeof postForm>

export const postEndForm = z.strictObject({ lastDay: z.iso.date(), reason: line(300) })

const officialParams = z.object({ officialId: z.uuid() })
const postReply = z.object({ officialId: z.uuid(), postId: z.uuid(), revision: z.int() })

export const officialsRoutes = {
  officials: route({
    method: 'get',
    path: '/officials',
    summary: 'Officials within reach: searched without marks, filtered, sorted, by keyset pages',
    query: officialsQuery,
    reply: z.object({ officials: z.array(officialRowView), mayAdd: z.boolean(), ...pagingView }),
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  official: route({
    method: 'get',
    path: '/officials/:officialId',
    summary: 'One official with posts and terms',
    params: officialParams,
    reply: officialView,
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  addOfficial: route({
    method: 'post',
    path: '/officials',
    summary: 'Enters an official with the post held',
    body: officialForm,
    reply: z.object({ officialId: z.uuid() }),
    deed: deeds.officialAdded,
  }),
  correctOfficial: route({
    method: 'put',
    path: '/officials/:officialId',
    summary: 'Corrects what is written of an official, but for the posts',
    params: officialParams,
    body: correctionForm,
    reply: z.object({ officialId: z.uuid(), revision: z.int() }),
    deed: deeds.officialCorrected,
    revision: true,
  }),
  addPost: route({
    method: 'post',
    path: '/officials/:officialId/posts',
    summary: 'Enters a further post of an official, perhaps the main one from now on',
    params: officialParams,
    body: postForm,
    reply: postReply,
    deed: deeds.postAdded,
    revision: true,
  }),
  endPost: route({
    method: 'post',
    path: '/posts/:postId/end',
    summary: 'Writes down the last day of a post',
    params: z.object({ postId: z.uuid() }),
    body: postEndForm,
    reply: postReply,
    deed: deeds.postEnded,
    revision: true,
  }),
} as const
