import { z } from 'zod'
import { planYear } from '../cycle/plan-year.ts'
import { pagingQuery, pagingView } from '../federation/paging.contract.ts'
import { route } from '../grammar/route.ts'
import { CLASS_STATES, NOMINATION_STATES, RELEASE_STATES } from './class-state.ts'
import { classDeeds as deeds } from './deeds.ts'
import * as forms from './forms.contract.ts'
import * as views from './views.contract.ts'

export const classesPerPage = 50

export const classesQuery = z.strictObject({
  planYear,
  q: z.string().trim().max(100).default(''),
  state: z.enum(CLASS_STATES).optional(),
  month: z.coerce.number<number | string>().int().min(1).max(12).optional(),
  /** Only classes that the reader's units organise or send people to. */
  mine: z.enum(['yes']).optional(),
  ...pagingQuery,
})
export type ClassesQuery = z.output<typeof classesQuery>

const organisers = ['classOrganiser'] as const
const signedIn = { method: 'get', by: 'signedIn', over: 'nothing', records: null } as const
const ofOrganiser = { method: 'get', by: organisers, over: 'subtree', records: null } as const
const ofYear = z.object({ planYear })
const ofClass = z.object({ classId: z.uuid() })
const ofUnit = z.object({ classId: z.uuid(), unitId: z.uuid() })
const ofNomination = z.object({ classId: z.uuid(), nominationId: z.uuid() })
const stateOfClass = z.object({ classId: z.uuid(), state: z.enum(CLASS_STATES) })
const stateOfNomination = z.object({
  nominationId: z.uuid(),
  state: z.enum(NOMINATION_STATES),
  release: z.enum(RELEASE_STATES),
})
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const readings = {
  classes: route({
    ...signedIn,
    path: '/classes',
    summary: 'The classes of a year, of all levels: filtered, by keyset pages',
    query: classesQuery,
    reply: z.object({ classes: z.array(views.classRowView), mayOpen: z.boolean(), ...pagingView }),
  }),
  classLines: route({
    ...ofOrganiser,
    path: '/cycles/:planYear/class-lines',
    summary: 'The lines a class can be opened from, each with the class that already was',
    params: ofYear,
    reply: z.object({
      /** 'Kế hoạch 08/KH-LĐLĐ'; null before the plan is issued. */
      planNumber: z.string().nullable(),
      lines: z.array(views.lineView),
      organisers: z.array(z.object({ unitId: z.uuid(), unitName: z.string() })),
    }),
  }),
  lecturers: route({
    ...ofOrganiser,
    path: '/lecturers',
    summary: 'Lecturers who are approved',
    reply: z.object({ lecturers: z.array(views.lecturerView) }),
  }),
  partners: route({
    ...ofOrganiser,
    path: '/partners',
    summary: 'With whom classes are held, and to whom people are sent',
    reply: z.object({ partners: z.array(z.object({ partnerId: z.uuid(), name: z.string() })) }),
  }),
  clashes: route({
    ...ofOrganiser,
    path: '/session-clashes',
    summary: 'What stands against a session on its day, and the next free day',
    query: z.strictObject({
      day: z.iso.date('grammar.not-a-day'),
      from: clock,
      to: clock,
      lecturerId: z.uuid().optional(),
      venue: z.string().max(300).optional(),
      room: z.string().max(120).optional(),
      /** The class whose session it is, where it stands already. */
      classId: z.uuid().optional(),
    }),
    reply: views.clashesView,
  }),
  trainingClass: route({
    ...signedIn,
    path: '/classes/:classId',
    summary: 'One class: how it stands, whom it waits for, and what the reader may do',
    params: ofClass,
    reply: views.classView,
  }),
  nominations: route({
    ...signedIn,
    path: '/classes/:classId/nominations',
    summary: 'Who is sent, by unit; of other units only for the organiser',
    params: ofClass,
    reply: views.nominationsView,
  }),
  candidates: route({
    method: 'get',
    by: ['unitDrafter', 'unitHead'],
    over: 'subtree',
    records: null,
    path: '/classes/:classId/candidates',
    summary: 'People of the unit who could be sent, each with what stands against it',
    params: ofClass,
    query: z.strictObject({ q: z.string().trim().max(100).default('') }),
    reply: z.object({ candidates: z.array(views.candidateView) }),
  }),
  quotas: route({
    ...ofOrganiser,
    path: '/classes/:classId/quotas',
    summary: 'Seats of each unit beside what its number of people would give',
    params: ofClass,
    reply: z.object({ seats: z.int(), quotas: z.array(views.quotaView) }),
  }),
  concerned: route({
    ...ofOrganiser,
    path: '/classes/:classId/concerned',
    summary: 'Who gets a letter when the class is moved, put off or called off',
    params: ofClass,
    reply: views.concernedView,
  }),
}

const organising = {
  open: route({
    method: 'post',
    path: '/cycles/:planYear/classes',
    summary: 'Opens a class, from a line of the issued plan or of the unit itself',
    params: ofYear,
    body: forms.openingForm,
    reply: z.object({ classId: z.uuid(), code: z.string(), state: z.enum(CLASS_STATES) }),
    deed: deeds.opened,
  }),
  setQuotas: route({
    method: 'put',
    path: '/classes/:classId/quotas',
    summary: 'Shares the seats out among the units',
    params: ofClass,
    body: forms.quotasForm,
    reply: z.object({ seats: z.int(), shared: z.int() }),
    deed: deeds.quotasSet,
  }),
  openNominations: route({
    method: 'post',
    path: '/classes/:classId/nominations-opening',
    summary: 'Lets the units nominate before the day on which they would',
    params: ofClass,
    body: z.strictObject({}),
    reply: stateOfClass,
    deed: deeds.nominationsOpened,
    moves: 'trainingClass',
  }),
  fixList: route({
    method: 'post',
    path: '/classes/:classId/list',
    summary: 'Fixes the list before its day',
    params: ofClass,
    body: forms.reasonForm,
    reply: stateOfClass.extend({ confirmed: z.int(), waitlisted: z.int() }),
    deed: deeds.listFixed,
    moves: 'trainingClass',
  }),
  reschedule: route({
    method: 'put',
    path: '/classes/:classId/sessions',
    summary: 'Lays the sessions on other days; a postponed class goes on with them',
    params: ofClass,
    body: forms.rescheduleForm,
    reply: stateOfClass,
    deed: deeds.rescheduled,
    revision: true,
    moves: 'trainingClass',
  }),
  postpone: route({
    method: 'post',
    path: '/classes/:classId/postponement',
    summary: 'Puts the class off; everybody concerned gets a letter',
    params: ofClass,
    body: forms.reasonForm,
    reply: stateOfClass,
    deed: deeds.postponed,
    moves: 'trainingClass',
  }),
  cancel: route({
    method: 'post',
    path: '/classes/:classId/cancellation',
    summary: 'Cancels the class; its line of the plan is free again',
    params: ofClass,
    body: forms.reasonForm,
    reply: stateOfClass,
    deed: deeds.cancelled,
    moves: 'trainingClass',
  }),
}

const nominating = {
  nominate: route({
    method: 'post',
    path: '/classes/:classId/units/:unitId/nominations',
    summary: 'Proposes people of the unit, in the order of its list',
    params: ofUnit,
    body: forms.nominationForm,
    reply: z.object({ nominationIds: z.array(z.uuid()) }),
    deed: deeds.nominated,
  }),
  approveList: route({
    method: 'put',
    path: '/classes/:classId/units/:unitId/list',
    summary: 'The president approves the list and its order',
    params: ofUnit,
    body: forms.approvalForm,
    reply: z.object({ approved: z.int(), beyondQuota: z.int() }),
    deed: deeds.listApproved,
  }),
  giveSeatsBack: route({
    method: 'post',
    path: '/classes/:classId/units/:unitId/given-back-seats',
    summary: 'Gives seats back that the unit cannot fill',
    params: ofUnit,
    body: forms.seatsForm,
    reply: z.object({ seats: z.int(), freeSeats: z.int() }),
    deed: deeds.seatsGivenBack,
  }),
  takeSeats: route({
    method: 'post',
    path: '/classes/:classId/units/:unitId/taken-seats',
    summary: 'Takes seats that no other unit has',
    params: ofUnit,
    body: forms.seatsForm,
    reply: z.object({ seats: z.int(), freeSeats: z.int() }),
    deed: deeds.seatsTaken,
  }),
  recordRelease: route({
    method: 'put',
    path: '/classes/:classId/nominations/:nominationId/release',
    summary: 'Whether the employer was asked, and what the answer was',
    params: ofNomination,
    body: forms.releaseForm,
    reply: stateOfNomination,
    deed: deeds.releaseRecorded,
    moves: 'trainingClass',
  }),
  withdrawNominee: route({
    method: 'post',
    path: '/classes/:classId/nominations/:nominationId/withdrawal',
    summary: 'The unit takes a nominee back',
    params: ofNomination,
    body: forms.reasonForm,
    reply: stateOfNomination,
    deed: deeds.nomineeWithdrawn,
    moves: 'trainingClass',
  }),
  resignSeat: route({
    method: 'post',
    path: '/classes/:classId/nominations/:nominationId/resignation',
    summary: 'A trainee says that they cannot come',
    params: ofNomination,
    body: forms.reasonForm,
    reply: stateOfNomination,
    deed: deeds.seatResigned,
    moves: 'trainingClass',
  }),
  sendSubstitute: route({
    method: 'post',
    path: '/classes/:classId/nominations/:nominationId/substitute',
    summary: 'Somebody else of the unit goes instead',
    params: ofNomination,
    body: forms.substituteForm,
    reply: z.object({ nominationId: z.uuid() }),
    deed: deeds.substituteSent,
    moves: 'trainingClass',
  }),
}

export const classesRoutes = { ...readings, ...organising, ...nominating } as const
