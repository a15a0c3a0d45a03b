import { z } from 'zod'
import { DELIVERY_FORMS } from '../draft/class-line.ts'
import { population } from '../draft/plan-content.ts'
import { line } from '../federation/line.contract.ts'
import { isPlainText } from '../grammar/text.ts'
import { CERTIFICATE_TYPES, CLASS_MODES, SESSION_KINDS, TRAINING_KINDS } from './session.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'classes.time-unreadable')
const reason = z
  .string()
  .trim()
  .min(5, 'classes.reason-needed')
  .max(1_000)
  .refine(isPlainText, 'grammar.control-characters')

/** One session, as a timetable writes it: the day and the clocks of Viet Nam. */
export const sessionForm = z.strictObject({
  day: z.iso.date('grammar.not-a-day'),
  from: clock,
  to: clock,
  kind: z.enum(SESSION_KINDS),
  topic: line(300),
  lecturerId: z.uuid().nullable(),
  room: line(120).nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
})
export type SessionForm = z.output<typeof sessionForm>

const sessions = z.array(sessionForm).min(1, 'classes.no-session').max(60)

export const openingForm = z
  .strictObject({
    /** A line of the issued plan, or of an imported year; null: a class of the unit's own. */
    lineCode: z.string().min(1).max(20).nullable(),
    organiserUnitId: z.uuid(),
    title: line(300),
    topic: line(300),
    audience: line(500),
    trainingKind: z.enum(TRAINING_KINDS),
    mode: z.enum(CLASS_MODES),
    deliveryForm: z.enum(DELIVERY_FORMS),
    partnerId: z.uuid().nullable(),
    venue: line(300).nullable(),
    seats: z.int().min(1).max(2_000),
    eligibility: population,
    minAttendancePercent: z.int().min(0).max(100),
    testRequired: z.boolean(),
    passMark: z.number().min(0).max(100),
    maxMark: z.number().min(1).max(100),
    certificateType: z.enum(CERTIFICATE_TYPES),
    sessions,
  })
  .refine((form) => form.passMark <= form.maxMark, {
    error: 'classes.pass-over-most',
    path: ['passMark'],
  })
  .refine((form) => form.mode === 'DIRECT' || form.partnerId !== null, {
    error: 'classes.partner-needed',
    path: ['partnerId'],
  })
export type OpeningForm = z.output<typeof openingForm>

export const quotasForm = z.strictObject({
  quotas: z
    .array(z.strictObject({ unitId: z.uuid(), seats: z.int().min(0).max(2_000) }))
    .max(1_000),
})

export const reasonForm = z.strictObject({ reason })
export const rescheduleForm = z.strictObject({ reason, sessions })

export const nominationForm = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        officialId: z.uuid(),
        reason: line(500).nullable().default(null),
        needsLodging: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(100),
})

/** In the order of the unit: the first ones within its quota, the others wait for a free seat. */
export const approvalForm = z.strictObject({ order: z.array(z.uuid()).min(1).max(500) })

export const seatsForm = z.strictObject({ seats: z.int().min(1).max(2_000) })

export const releaseForm = z
  .strictObject({
    answer: z.enum(['ASKED', 'GRANTED', 'REFUSED', 'NO_ANSWER']),
    because: line(500).nullable().default(null),
    letterNo: line(80).nullable().default(null),
  })
  .refine((form) => form.answer !== 'REFUSED' || form.because !== null, {
    error: 'classes.refusal-needs-reason',
    path: ['because'],
  })

export const substituteForm = z.strictObject({ officialId: z.uuid(), reason })
