import { z } from 'zod'
import { planYear } from '../cycle/plan-year.ts'
import { pagingQuery, pagingView } from '../federation/paging.contract.ts'
import type { Role } from '../grammar/deed.ts'
import { route } from '../grammar/route.ts'
import { inspectionDeeds as deeds } from './deeds.ts'
import {
  checklistForm,
  consentForm,
  editForm,
  noticeForm,
  planForm,
  putOffForm,
  teamChangeForm,
  reasonForm,
} from './forms.contract.ts'
import { photoRoutes } from './photos.contract.ts'
import { remedyRoutes, resultRoutes } from './result.contract.ts'
import { INSPECTION_KINDS, INSPECTION_STATES } from './states.ts'
import {
  frequencyRowView,
  inspectionsView,
  inspectionView,
  inspectorView,
  printedInspectionView,
} from './views.contract.ts'
import { visitRoutes } from './visit.contract.ts'

export const inspectionsPerPage = 25

/** Those who work with inspections; the fence leaves a unit its own. */
const offices: readonly Role[] = [
  'inspectionHead',
  'inspector',
  'committeeLeader',
  'committeeMember',
  'departmentHead',
  'recordsClerk',
  'councilSecretary',
  'councilMember',
]
const readers: readonly Role[] = [...offices, 'unitHead', 'unitDrafter']
const reading = { method: 'get', by: readers, over: 'subtree', records: null } as const

export const ofInspection = z.object({ inspectionId: z.uuid() })
export const moved = z.object({ inspectionId: z.uuid(), state: z.enum(INSPECTION_STATES) })

export const inspectionsQuery = z.strictObject({
  q: z.string().trim().max(100).default(''),
  year: planYear.optional(),
  kind: z.enum(INSPECTION_KINDS).optional(),
  state: z.enum(INSPECTION_STATES).optional(),
  /** Those in whose team the reader is, or those with a remedy that is late. */
  only: z.enum(['mine', 'overdue']).optional(),
  ...pagingQuery,
})
export type InspectionsQuery = z.output<typeof inspectionsQuery>

export const frequencyQuery = z.strictObject({
  /** Units without a visit in so many years: once in a term unless it is asked otherwise. */
  years: z.coerce.number<number | string>().int().min(1).max(10).default(5),
  q: z.string().trim().max(100).default(''),
  ...pagingQuery,
})
export type FrequencyQuery = z.output<typeof frequencyQuery>

const planRoutes = {
  inspections: route({
    ...reading,
    path: '/inspections',
    summary: 'Inspections by any words of unit and subject: a unit sees its own only',
    query: inspectionsQuery,
    reply: inspectionsView,
  }),
  frequency: route({
    ...reading,
    by: offices,
    over: 'federation',
    path: '/inspection-frequency',
    summary: 'Units below the federation that were not inspected for so many years',
    query: frequencyQuery,
    reply: z.object({ since: z.iso.date(), units: z.array(frequencyRowView), ...pagingView }),
  }),
  inspectors: route({
    ...reading,
    by: offices,
    over: 'federation',
    path: '/inspectors',
    summary: 'Who may sit in a team',
    reply: z.object({ inspectors: z.array(inspectorView) }),
  }),
  inspection: route({
    ...reading,
    path: '/inspections/:inspectionId',
    summary: 'One inspection: plan, team, findings, replies, result, remedies',
    params: ofInspection,
    reply: inspectionView,
  }),
  printedMinutes: route({
    ...reading,
    path: '/inspections/:inspectionId/minutes',
    summary: 'The minutes as a paper of Decree 30',
    params: ofInspection,
    reply: printedInspectionView,
  }),
  printedResult: route({
    ...reading,
    path: '/inspections/:inspectionId/result',
    summary: 'The notice of the result as a paper of Decree 30',
    params: ofInspection,
    reply: printedInspectionView,
  }),
  photo: route({
    ...reading,
    path: '/inspections/:inspectionId/photos/:photoId',
    summary: 'A photo of a visit; a unit sees those of its own once the minutes are drawn up',
    params: z.object({ inspectionId: z.uuid(), photoId: z.uuid() }),
    reply: z.string().describe('The bytes of the picture'),
  }),
  plan: route({
    method: 'post',
    path: '/inspections',
    summary: 'Plans an inspection of a unit, with its team and the standard checklist',
    body: planForm,
    reply: moved,
    deed: deeds.planned,
  }),
  edit: route({
    method: 'put',
    path: '/inspections/:inspectionId/plan',
    summary: 'Changes subject, days or team before the notice',
    params: ofInspection,
    body: editForm,
    reply: moved,
    deed: deeds.edited,
    revision: true,
    moves: 'inspection',
  }),
  editChecklist: route({
    method: 'put',
    path: '/inspections/:inspectionId/checklist',
    summary: 'Changes the criteria before the notice',
    params: ofInspection,
    body: checklistForm,
    reply: moved,
    deed: deeds.checklistEdited,
    revision: true,
  }),
  announce: route({
    method: 'post',
    path: '/inspections/:inspectionId/notice',
    summary: 'Sends the notice to the unit, ten days before the visit or with its consent',
    params: ofInspection,
    body: noticeForm,
    reply: moved,
    deed: deeds.announced,
    moves: 'inspection',
  }),
  putOff: route({
    method: 'post',
    path: '/inspections/:inspectionId/postponement',
    summary:
      'Lays an announced visit on later days, with the reason; the unit and the team are told',
    params: ofInspection,
    body: putOffForm,
    reply: moved,
    deed: deeds.visitPutOff,
    moves: 'inspection',
  }),
  changeTeam: route({
    method: 'put',
    path: '/inspections/:inspectionId/team',
    summary: 'Another team goes on with an announced inspection, with the reason',
    params: ofInspection,
    body: teamChangeForm,
    reply: moved,
    deed: deeds.teamChanged,
    revision: true,
  }),
  cancel: route({
    method: 'post',
    path: '/inspections/:inspectionId/cancellation',
    summary: 'Calls the inspection off before its visit, with the reason',
    params: ofInspection,
    body: reasonForm,
    reply: moved,
    deed: deeds.cancelled,
    moves: 'inspection',
  }),
  consent: route({
    method: 'post',
    path: '/inspections/:inspectionId/consent',
    summary: 'The unit agrees to a visit sooner than ten days after the notice',
    params: ofInspection,
    body: consentForm,
    reply: moved,
    deed: deeds.consented,
    moves: 'inspection',
  }),
} as const

export const inspectionRoutes = {
  ...planRoutes,
  ...visitRoutes,
  ...photoRoutes,
  ...resultRoutes,
  ...remedyRoutes,
} as const
