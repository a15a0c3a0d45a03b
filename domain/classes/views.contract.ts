import { z } from 'zod'
import { population } from '../draft/plan-content.ts'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { POSITIONS } from '../federation/position.ts'
import { ratingsView } from './rating.contract.ts'
import { CLASS_STATES, NOMINATION_STATES, RELEASE_STATES } from './class-state.ts'

const obstacle = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  at: z.string().optional(),
})

/** How many, never who: these figures are for everybody. */
export const classCounts = z.object({
  /** Seats that units were given, and how many units. */
  quotas: z.int(),
  units: z.int(),
  nominating: z.int(),
  approved: z.int(),
  nominated: z.int(),
  confirmed: z.int(),
  waitlisted: z.int(),
  asked: z.int(),
  granted: z.int(),
  refused: z.int(),
  unanswered: z.int(),
})
export type ClassCounts = z.output<typeof classCounts>

export const classRowView = z.object({
  classId: z.uuid(),
  code: z.string(),
  title: z.string(),
  topic: z.string(),
  audience: z.string(),
  organiserName: z.string(),
  venue: z.string().nullable(),
  state: z.enum(CLASS_STATES),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  seats: z.int(),
  counts: classCounts,
})
export type ClassRowView = z.output<typeof classRowView>

export const sessionView = z.object({
  sessionId: z.uuid(),
  number: z.int(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  kind: z.string(),
  topic: z.string(),
  lecturerId: z.uuid().nullable(),
  lecturerName: z.string().nullable(),
  lecturerTitle: z.string().nullable(),
  lecturerUnit: z.string().nullable(),
  room: z.string().nullable(),
  url: z.string().nullable(),
})
export type SessionView = z.output<typeof sessionView>

/** What one of the reader's units has of a class. */
export const ownPartView = z.object({
  quotaId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  seats: z.int(),
  givenBack: z.int(),
  nominated: z.int(),
  /** Proposed and not yet approved by the president. */
  proposed: z.int(),
  approvedAt: z.iso.datetime().nullable(),
  allowedActions: z.array(allowedActionView),
})
export type OwnPartView = z.output<typeof ownPartView>

export const classView = classRowView.extend({
  planYear: z.int(),
  lineCode: z.string().nullable(),
  planNumber: z.string().nullable(),
  trainingKind: z.string(),
  mode: z.string(),
  deliveryForm: z.string(),
  partnerName: z.string().nullable(),
  eligibility: population,
  needsRelease: z.boolean(),
  stateBecause: z.string().nullable(),
  nominationsOpenAt: z.string(),
  nominationsDueAt: z.string(),
  nominationsClosedAt: z.string().nullable(),
  releaseDueAt: z.string().nullable(),
  releasesClosedAt: z.string().nullable(),
  listDueAt: z.string(),
  listFixedAt: z.string().nullable(),
  minAttendancePercent: z.int(),
  testRequired: z.boolean(),
  passMark: z.number(),
  maxMark: z.number(),
  certificateType: z.string(),
  calendarSequence: z.int(),
  openedBy: z.string().nullable(),
  contactPhone: z.string().nullable(),
  revision: z.int(),
  /** Seats no unit has, for whoever needs more. */
  freeSeats: z.int(),
  sessions: z.array(sessionView),
  /** Whose work the class waits for now, as the inboxes say it. */
  waitsFor: z.array(
    z.object({
      kind: z.string(),
      role: z.string(),
      count: z.int(),
      names: z.array(z.string()),
      dueAt: z.string().nullable(),
    }),
  ),
  mine: z.array(ownPartView),
  /** Null for whom the opinions of the trainees do not concern, and while the class is not over. */
  ratings: ratingsView.nullable(),
  /** The reader's own seat, where there is one. */
  mySeat: z
    .object({
      nominationId: z.uuid(),
      state: z.enum(NOMINATION_STATES),
      allowedActions: z.array(allowedActionView),
    })
    .nullable(),
  allowedActions: z.array(allowedActionView),
})
export type ClassView = z.output<typeof classView>

export const nomineeView = z.object({
  nominationId: z.uuid(),
  officialId: z.uuid(),
  fullName: z.string(),
  birthYear: z.int().nullable(),
  position: z.enum(POSITIONS),
  workplaceId: z.uuid(),
  workplace: z.string(),
  priority: z.int(),
  reason: z.string().nullable(),
  needsLodging: z.boolean(),
  state: z.enum(NOMINATION_STATES),
  stateBecause: z.string().nullable(),
  /** The place on the waiting list of the whole class, from 1. */
  waitingNumber: z.int().nullable(),
  release: z.enum(RELEASE_STATES),
  releaseAskedAt: z.string().nullable(),
  releaseAnsweredAt: z.string().nullable(),
  releaseBecause: z.string().nullable(),
  releaseLetterNo: z.string().nullable(),
  substituteFor: z.string().nullable(),
  allowedActions: z.array(allowedActionView),
})
export type NomineeView = z.output<typeof nomineeView>

export const unitListView = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  seats: z.int(),
  givenBack: z.int(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  nominees: z.array(nomineeView),
})
export type UnitListView = z.output<typeof unitListView>

/** How one workplace has answered, counted over all classes of the year (S0.07). */
export const employerView = z.object({
  workplaceId: z.uuid(),
  workplace: z.string(),
  asked: z.int(),
  granted: z.int(),
  refused: z.int(),
  unanswered: z.int(),
})
export type EmployerView = z.output<typeof employerView>

export const nominationsView = z.object({
  units: z.array(unitListView),
  employers: z.array(employerView),
})

export const candidateView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  birthYear: z.int().nullable(),
  position: z.enum(POSITIONS),
  workplace: z.string(),
  /** Why this person cannot be sent; empty for whoever can. */
  obstacles: z.array(obstacle),
})
export type CandidateView = z.output<typeof candidateView>

export const quotaView = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  /** How many of its people the class is meant for. */
  eligible: z.int(),
  proposed: z.int(),
  seats: z.int(),
  givenBack: z.int(),
  nominated: z.int(),
})
export type QuotaView = z.output<typeof quotaView>

/** Who gets a letter when the class is moved or called off. */
export const concernedView = z.object({ trainees: z.int(), lecturers: z.int(), units: z.int() })
export type ConcernedView = z.output<typeof concernedView>

export const lineView = z.object({
  code: z.string(),
  topic: z.string(),
  audience: z.string(),
  deliveryForm: z.string(),
  days: z.number(),
  seats: z.int(),
  month: z.int().nullable(),
  venue: z.string().nullable(),
  leadUnit: z.string().nullable(),
  /** The class that was opened from it already. */
  classId: z.uuid().nullable(),
  classCode: z.string().nullable(),
})

export const clashesView = z.object({
  obstacles: z.array(obstacle),
  /** The next day on which the same session could be held, where something stands against it. */
  nextFreeDay: z.iso.date().nullable(),
})

export const lecturerView = z.object({
  lecturerId: z.uuid(),
  fullName: z.string(),
  title: z.string(),
  unitName: z.string(),
  topics: z.array(z.string()),
})
