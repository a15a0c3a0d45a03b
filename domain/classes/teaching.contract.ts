import { z } from 'zod'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { line } from '../federation/line.contract.ts'
import { route } from '../grammar/route.ts'
import { ATTENDANCE_MARKS } from './attendance.ts'
import { CLASS_STATES } from './class-state.ts'
import { ratingsView } from './rating.contract.ts'
import { SESSION_KINDS } from './session.ts'
import { teachingDeeds as deeds } from './teaching-deeds.ts'

export const qualityView = z.object({
  trainees: z.int(),
  attendancePercent: z.int(),
  sat: z.int(),
  passed: z.int(),
  passPercent: z.int(),
  averageMark: z.number().nullable(),
})
export type QualityView = z.output<typeof qualityView>

/** What the tabs of a class share: its name, its rule, and the quality beside the number of heads. */
export const taughtClassView = z.object({
  classId: z.uuid(),
  title: z.string(),
  state: z.enum(CLASS_STATES),
  minAttendancePercent: z.int(),
  testRequired: z.boolean(),
  passMark: z.number(),
  maxMark: z.number(),
  quality: qualityView,
  /** Null for whom the opinions do not concern, and while the class is not over. */
  ratings: ratingsView.nullable(),
  /** What the database's clock showed: a telephone's is never asked. */
  readAt: z.string(),
  allowedActions: z.array(allowedActionView),
})

export const taughtSessionView = z.object({
  sessionId: z.uuid(),
  number: z.int(),
  startsAt: z.string(),
  endsAt: z.string(),
  kind: z.enum(SESSION_KINDS),
  topic: z.string(),
  room: z.string().nullable(),
  lecturerName: z.string().nullable(),
  hasBegun: z.boolean(),
})
export type TaughtSessionView = z.output<typeof taughtSessionView>

const mark = z.enum(ATTENDANCE_MARKS)

/** The mark that counts; its id is what a later one must have seen. */
export const takenMarkView = z.object({
  id: z.string(),
  mark,
  because: z.string().nullable(),
  takenBy: z.string(),
  takenAt: z.string(),
})
export type TakenMarkView = z.output<typeof takenMarkView>

export const traineeView = z.object({
  nominationId: z.uuid(),
  fullName: z.string(),
  unitName: z.string(),
  attended: z.int(),
  sessions: z.int(),
  percent: z.int(),
})

export const attendanceView = taughtClassView.extend({
  sessions: z.array(taughtSessionView.extend({ mayTake: z.boolean() })),
  trainees: z.array(
    traineeView.extend({ position: z.string(), marks: z.record(z.string(), takenMarkView) }),
  ),
})
export type AttendanceView = z.output<typeof attendanceView>

export const seenMark = z
  .string()
  .regex(/^\d{1,18}$/)
  .nullable()
  .default(null)

export const attendanceForm = z.strictObject({
  /** Who tapped it: what lies in a browser is sent in no other person's name. */
  notedBy: z.uuid(),
  marks: z
    .array(
      z.strictObject({
        nominationId: z.uuid(),
        mark,
        because: line(300).nullable().default(null),
        seen: seenMark,
        /** By the device's clock: information only. */
        notedAt: z.iso.datetime({ offset: true }).nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
})
export type AttendanceForm = z.output<typeof attendanceForm>

export const attendanceTaken = z.object({
  taken: z.int(),
  /** Somebody else has marked the same person otherwise meanwhile: nothing was changed there. */
  conflicts: z.array(z.object({ nominationId: z.uuid(), mark, theirs: takenMarkView })),
})

const readers = [
  'classOrganiser',
  'lecturer',
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'administrator',
  'unitDrafter',
  'unitHead',
] as const
/** The tabs of a class are for its organiser, its lecturers, and the units whose people sit in it. */
export const tabReading = { method: 'get', by: readers, over: 'subtree', records: null } as const
export const ofClass = z.object({ classId: z.uuid() })
const moved = z.object({ classId: z.uuid(), state: z.enum(CLASS_STATES) })
const nothing = z.strictObject({})

export const teachingRoutes = {
  attendance: route({
    ...tabReading,
    path: '/classes/:classId/attendance',
    summary: 'Who was there in each session of a class; all of it, so that it works without a line',
    params: ofClass,
    reply: attendanceView,
  }),
  takeAttendance: route({
    method: 'post',
    path: '/classes/:classId/sessions/:sessionId/attendance',
    summary: 'Marks of a session, taken now or earlier in a hall without a line',
    params: ofClass.extend({ sessionId: z.uuid() }),
    body: attendanceForm,
    reply: attendanceTaken,
    deed: deeds.attendanceTaken,
  }),
  closeMarking: route({
    method: 'post',
    path: '/classes/:classId/marking-end',
    summary: 'Attendance and marks are complete: certificates may be issued',
    params: ofClass,
    body: nothing,
    reply: moved,
    deed: deeds.markingClosed,
    moves: 'trainingClass',
  }),
  settleClass: route({
    method: 'post',
    path: '/classes/:classId/settlement',
    summary: 'Everybody who may have a certificate has one',
    params: ofClass,
    body: nothing,
    reply: moved,
    deed: deeds.classSettled,
    moves: 'trainingClass',
  }),
  closeClass: route({
    method: 'post',
    path: '/classes/:classId/closure',
    summary: 'The class is closed; its results stand',
    params: ofClass,
    body: nothing,
    reply: moved,
    deed: deeds.classClosed,
    moves: 'trainingClass',
  }),
} as const
