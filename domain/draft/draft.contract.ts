import { z } from 'zod'
import type { Role } from '../grammar/deed.ts'
import { route } from '../grammar/route.ts'
import { draftDeeds as deeds } from './deeds.ts'
import * as forms from './forms.contract.ts'
import * as views from './views.contract.ts'
import { carryRoutes } from './carry.contract.ts'
import { writingRoutes } from './writing.contract.ts'

const offices = [
  'administrator',
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'contentChecker',
  'formChecker',
  'recordsClerk',
] as const satisfies Role[]

const ofYear = z.object({ planYear: z.coerce.number().int().min(2000).max(2100) })
const ofPlan = z.object({ planId: z.uuid() })
const ofVersion = z.object({ planId: z.uuid(), version: z.coerce.number().int().min(1) })
const ofTarget = z.object({ targetId: z.uuid() })
const seenByOffices = { by: offices, over: 'federation', records: null } as const
export const draftRoutes = {
  plansOfCycle: route({
    method: 'get',
    path: '/cycles/:planYear/plans',
    summary: 'The plans of a year, and those of other years that may be copied',
    params: ofYear,
    reply: views.cyclePlans,
    ...seenByOffices,
  }),
  workingPlan: route({
    method: 'get',
    path: '/plans/:planId/draft',
    summary: 'The plan as it is being written, whole, with last year beside each line',
    params: ofPlan,
    reply: views.workingPlan,
    ...seenByOffices,
  }),
  allocations: route({
    method: 'get',
    path: '/targets/:targetId/allocations',
    summary: 'How a target is shared out among the units',
    params: ofTarget,
    reply: views.targetAllocations,
    ...seenByOffices,
  }),
  version: route({
    method: 'get',
    path: '/plans/:planId/versions/:version',
    summary:
      'A frozen version of a plan; a unit sees those it was consulted on or that were issued',
    params: ofVersion,
    reply: views.publishedVersion,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  consultationPreview: route({
    method: 'get',
    path: '/cycles/:planYear/consultation-preview',
    summary: 'What agreeing to consult would bring: the last day, the grace, the units',
    params: ofYear,
    query: z.object({
      opensOn: forms.opensOn.optional(),
      dueOn: z.iso.date().optional(),
      graceDays: z.coerce.number().int().min(0).max(5).optional(),
    }),
    reply: views.consultationPreview,
    ...seenByOffices,
  }),

  start: route({
    method: 'post',
    path: '/cycles/:planYear/plans',
    summary: "Start a plan, as a copy of another year's or empty",
    params: ofYear,
    body: forms.startForm,
    reply: views.started,
    deed: deeds.started,
  }),
  ...writingRoutes,
  ...carryRoutes,

  sendOn: route({
    method: 'post',
    path: '/plans/:planId/sending-on',
    summary: 'The drafter sends the plan on to the head of department',
    params: ofPlan,
    reply: views.movedPlan,
    deed: deeds.sentOn,
  }),
  returnToDrafter: route({
    method: 'post',
    path: '/plans/:planId/return',
    summary: 'The head of department returns the plan with a reason',
    params: ofPlan,
    body: forms.returnForm,
    reply: views.movedPlan,
    deed: deeds.returned,
  }),
  forward: route({
    method: 'post',
    path: '/plans/:planId/forwarding',
    summary: "The head of department forwards the plan to the committee's leader",
    params: ofPlan,
    reply: views.movedPlan,
    deed: deeds.forwarded,
  }),
  sendBack: route({
    method: 'post',
    path: '/plans/:planId/sending-back',
    summary: "The committee's leader sends the plan back with a reason",
    params: ofPlan,
    body: forms.returnForm,
    reply: views.movedPlan,
    deed: deeds.sentBack,
  }),
  publish: route({
    method: 'post',
    path: '/cycles/:planYear/consultation',
    summary:
      "The committee's leader agrees to consult: version 1 is published and a round opens, now or on a day",
    params: ofYear,
    body: forms.publishForm,
    reply: views.consultation,
    deed: deeds.published,
    moves: 'trainingCycle',
  }),
} as const
