import { z } from 'zod'
import type { Role } from '../grammar/deed.ts'
import { route } from '../grammar/route.ts'
import { papersDeeds as deeds } from './deeds.ts'
import { printedPlanView } from './print.contract.ts'

/** A row of the register of outgoing papers: the ten columns of Annex IV. */
export const registerRow = z.object({
  paperId: z.uuid(),
  /** '08/KH-LĐLĐ' */
  number: z.string(),
  issuedOn: z.iso.date(),
  docType: z.string(),
  abstract: z.string(),
  signer: z.string(),
  recipients: z.array(z.string()),
  keptBy: z.string(),
  copies: z.int().nullable(),
  sentAt: z.iso.datetime().nullable(),
  received: z.object({ done: z.int(), total: z.int() }).nullable(),
  note: z.string().nullable(),
  state: z.enum(['NUMBERED', 'ISSUED', 'VOID']),
  planId: z.uuid().nullable(),
})
export type RegisterRow = z.output<typeof registerRow>

export const papersPerPage = 25

const allowedAction = z.object({
  deed: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
  stepUp: z.boolean(),
})

/** What lies on the records clerk's desk: signed plans, and numbers that are not issued yet. */
export const deskView = z.object({
  approvalId: z.uuid(),
  planId: z.uuid(),
  planYear: z.int(),
  title: z.string(),
  signer: z.string(),
  signedAt: z.iso.datetime(),
  /** 'Số: 08/KH-LĐLĐ': the one it would get now, or the one it has. */
  number: z.string(),
  paperId: z.uuid().nullable(),
  issuedOn: z.iso.date().nullable(),
  /** What stands against taking the number today. */
  obstacles: z.array(
    z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  /** To how many units it goes, and how many of them have sent comments that are answered. */
  unitsToSend: z.int(),
  unitsToAnswer: z.int(),
  allowedActions: z.array(allowedAction),
})
export type DeskView = z.output<typeof deskView>

export const receiptView = z.object({
  unitId: z.uuid(),
  unitCode: z.string(),
  unitName: z.string(),
  sentAt: z.iso.datetime(),
  receivedAt: z.iso.datetime().nullable(),
  receivedBy: z.string().nullable(),
})
export type ReceiptView = z.output<typeof receiptView>

const offices: readonly Role[] = [
  'administrator',
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'contentChecker',
  'formChecker',
  'recordsClerk',
]

const ofApproval = z.object({ approvalId: z.uuid() })
const ofPaper = z.object({ paperId: z.uuid() })

export const papersRoutes = {
  register: route({
    method: 'get',
    path: '/papers',
    summary: 'The register of outgoing papers',
    query: z.strictObject({
      q: z.string().trim().max(100).default(''),
      year: z.coerce.number<number | string>().int().min(2000).max(2100).optional(),
      docType: z.string().trim().max(10).optional(),
      state: z.enum(['NUMBERED', 'ISSUED', 'VOID']).optional(),
      page: z.coerce.number<number | string>().int().min(1).max(10_000).default(1),
    }),
    reply: z.object({
      total: z.int(),
      years: z.array(z.int()),
      docTypes: z.array(z.string()),
      papers: z.array(registerRow),
    }),
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  desk: route({
    method: 'get',
    path: '/papers/desk',
    summary: 'Signed plans that wait for a number, and numbers that wait for their issue',
    reply: z.object({
      today: z.iso.date(),
      waiting: z.array(deskView),
      /** The calendar year whose series is to be prepared now. */
      seriesToOpen: z.int().nullable(),
      allowedActions: z.array(allowedAction),
    }),
    by: ['recordsClerk'],
    over: 'federation',
    records: null,
  }),
  receipts: route({
    method: 'get',
    path: '/papers/:paperId/receipts',
    summary: 'Which units have received a paper',
    params: ofPaper,
    reply: z.object({ number: z.string(), abstract: z.string(), receipts: z.array(receiptView) }),
    by: offices,
    over: 'federation',
    records: null,
  }),
  printedPlan: route({
    method: 'get',
    path: '/plans/:planId/paper',
    summary: 'A plan as a paper of Decree 30, ready to be set on A4',
    params: z.object({ planId: z.uuid() }),
    reply: printedPlanView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  numberPaper: route({
    method: 'post',
    path: '/approvals/:approvalId/paper',
    summary: 'Takes the next number of the register for a signed plan',
    params: ofApproval,
    body: z.strictObject({ issuedOn: z.iso.date().optional() }),
    reply: z.object({ paperId: z.uuid(), number: z.string(), issuedOn: z.iso.date() }),
    deed: deeds.numbered,
    moves: 'approval',
  }),
  issuePaper: route({
    method: 'post',
    path: '/papers/:paperId/issuance',
    summary: 'Issues a numbered plan: sent to every unit, answers to all who commented',
    params: ofPaper,
    body: z.strictObject({}),
    reply: z.object({ paperId: z.uuid(), number: z.string(), sentTo: z.int() }),
    deed: deeds.issued,
    moves: 'approval',
    forAllUnits: true,
  }),
  voidPaper: route({
    method: 'post',
    path: '/papers/:paperId/voiding',
    summary: 'Voids a number that is not issued; the row and its reason stay in the register',
    params: ofPaper,
    body: z.strictObject({ reason: z.string().trim().min(5, 'papers.reason-needed').max(500) }),
    reply: z.object({ paperId: z.uuid(), number: z.string() }),
    deed: deeds.voided,
    moves: 'approval',
  }),
  acknowledgeReceipt: route({
    method: 'post',
    path: '/papers/:paperId/receipts/:unitId/acknowledgement',
    summary: 'A unit says that it has received the paper',
    params: z.object({ paperId: z.uuid(), unitId: z.uuid() }),
    body: z.strictObject({}),
    reply: z.object({ receivedAt: z.iso.datetime() }),
    deed: deeds.receiptAcknowledged,
  }),
  openSeries: route({
    method: 'post',
    path: '/paper-series',
    summary: 'Prepares the series of a calendar year: its numbers start again at 01',
    body: z.strictObject({ seriesYear: z.int().min(2000).max(2100) }),
    reply: z.object({ seriesYear: z.int(), first: z.string() }),
    deed: deeds.seriesOpened,
  }),
} as const
