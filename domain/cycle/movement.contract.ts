import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { cycleDeeds as deeds } from './deeds.ts'
import { MOVEMENT_STATES } from './movement.ts'
import { planYear } from './plan-year.ts'

const count = z.int().min(0).max(1_000_000)
const month = z.int().min(1).max(12)
const counts = {
  newlyDeveloped: count,
  otherDecrease: count,
  transferIn: count,
  transferOut: count,
}
export const movementCounts = z.strictObject(counts)
export const monthForm = z.strictObject({ month, ...counts })

const oncePerMonth = (rows: readonly { month: number }[]) =>
  new Set(rows.map((row) => row.month)).size === rows.length

export const monthForms = z
  .array(monthForm)
  .min(1)
  .max(12)
  .refine(oncePerMonth, { error: 'cycle.month-twice' })

const sums = z.object({
  ...counts,
  net: z.int(),
  headcountChange: z.int(),
})
export const movementMonthView = z.object({
  month,
  ...counts,
  state: z.enum(MOVEMENT_STATES),
  imported: z.boolean(),
  sentAt: z.iso.datetime().nullable(),
  sentBy: z.string().nullable(),
  corrections: z.array(
    z.object({ because: z.string(), by: z.string(), at: z.iso.datetime(), before: movementCounts }),
  ),
})
export type MovementMonthView = z.output<typeof movementMonthView>

export const unitMovementView = z.object({
  planYear: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  /** Months that have ended, so that their figures can be reported. */
  monthsDue: z.int(),
  months: z.array(movementMonthView),
  /** Of what was sent; a draft counts nowhere. */
  sums,
  formula: z.string(),
  allowedActions: z.array(allowedActionView),
})
export type UnitMovementView = z.output<typeof unitMovementView>

export const movementRowView = z.object({
  unitId: z.uuid(),
  code: z.string(),
  name: z.string(),
  ...counts,
  net: z.int(),
  sent: z.int(),
  missing: z.array(month),
})
export type MovementRowView = z.output<typeof movementRowView>

export const movementBoardView = z.object({
  planYear: z.int(),
  monthsDue: z.int(),
  units: z.array(movementRowView),
  sums,
  behind: z.int(),
  formula: z.string(),
})
export type MovementBoardView = z.output<typeof movementBoardView>

const ofUnit = z.object({ planYear, unitId: z.uuid() })

export const movementRoutes = {
  movementBoard: route({
    method: 'get',
    path: '/cycles/:planYear/movement',
    summary: 'What units report of their members, and who has not reported',
    params: z.object({ planYear }),
    reply: movementBoardView,
    by: [
      'departmentDrafter',
      'departmentHead',
      'committeeLeader',
      'committeeMember',
      'administrator',
      'councilSecretary',
      'councilMember',
      'inspectionHead',
      'inspector',
    ],
    over: 'federation',
    records: null,
  }),
  unitMovement: route({
    method: 'get',
    path: '/cycles/:planYear/units/:unitId/movement',
    summary: 'The monthly forms of one unit, with its net growth term by term',
    params: ofUnit,
    reply: unitMovementView,
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
  writeMovement: route({
    method: 'put',
    path: '/cycles/:planYear/units/:unitId/movement',
    summary: 'Writes the counts of one month, or of several at once',
    params: ofUnit,
    body: z.strictObject({ months: monthForms }),
    reply: z.object({ months: z.int() }),
    deed: deeds.movementWritten,
  }),
  sendMovement: route({
    method: 'post',
    path: '/cycles/:planYear/units/:unitId/movement/submissions',
    summary: 'The head of the unit sends what was written of these months',
    params: ofUnit,
    body: z.strictObject({ months: z.array(month).min(1).max(12) }),
    reply: z.object({ months: z.int() }),
    deed: deeds.movementSent,
  }),
  correctMovement: route({
    method: 'post',
    path: '/cycles/:planYear/units/:unitId/movement/corrections',
    summary: 'Corrects what was sent of a month, with the reason',
    params: ofUnit,
    body: z.strictObject({
      ...monthForm.shape,
      reason: z.string().trim().min(5, 'cycle.reason-needed').max(500),
    }),
    reply: z.object({ month }),
    deed: deeds.movementCorrected,
  }),
} as const
