import { z } from 'zod'
import { keptFile } from '../files/files.contract.ts'
import { isPlainLine } from '../grammar/text.ts'
import { route } from '../grammar/route.ts'
import { answerForm } from './answer-form.contract.ts'
import { ASSISTED_STATES, mostScans } from './assisted-entry.ts'
import { feedbackDeeds as deeds } from './deeds.ts'

/** A page or more of the paper, as a file. */
export const assistedScan = keptFile.extend({ scanId: z.uuid() })
export type AssistedScan = z.output<typeof assistedScan>

/** What came back on paper and the department has entered for a unit ("nhập hộ"). */
export const assistedEntryView = z.object({
  entryId: z.uuid(),
  state: z.enum(ASSISTED_STATES),
  revision: z.int(),
  enteredByName: z.string(),
  savedAt: z.iso.datetime(),
  offeredAt: z.iso.datetime().nullable(),
  /** 'Phiếu giấy nhận qua bưu điện ngày 20/11/2026' */
  paper: z.string(),
  /** Scans of it, in the order of its pages. */
  scans: z.array(assistedScan),
  /** Why the unit does not confirm it, or the department took it back. */
  because: z.string().nullable(),
  form: answerForm,
})
export type AssistedEntryView = z.output<typeof assistedEntryView>

const params = z.object({ answerId: z.uuid() })
const entered = z.object({ answerId: z.uuid(), state: z.enum(ASSISTED_STATES), revision: z.int() })
const reason = z.string().trim().min(5, 'feedback.reason-missing').max(500)

export const assistedEntryRoutes = {
  saveAssisted: route({
    method: 'put',
    path: '/answers/:answerId/assisted-entry',
    summary: 'Keeps what the department enters from paper for a unit; it counts for nothing yet',
    params,
    body: z.strictObject({ form: answerForm }),
    reply: entered.extend({ savedAt: z.iso.datetime() }),
    deed: deeds.assistedSaved,
    revision: true,
    quiet: true,
  }),
  offerAssisted: route({
    method: 'post',
    path: '/answers/:answerId/assisted-entry/offer',
    summary: 'Lays what was entered from paper before the unit, to be confirmed or refused',
    params,
    body: z.strictObject({
      /** Which paper: how and when it came. */
      paper: z
        .string()
        .trim()
        .min(5, 'feedback.paper-missing')
        .max(300)
        .refine(isPlainLine, 'grammar.control-characters'),
      /** Scans of it in the order of its pages: uploads that are whole, and those already there. */
      scans: z.array(z.uuid()).max(mostScans, 'feedback.too-many-scans'),
    }),
    reply: entered,
    deed: deeds.assistedOffered,
    revision: true,
  }),
  takeBackAssisted: route({
    method: 'post',
    path: '/answers/:answerId/assisted-entry/withdrawal',
    summary: 'The department takes back what it has laid before the unit, to mend it',
    params,
    body: z.strictObject({ reason }),
    reply: entered,
    deed: deeds.assistedWithdrawn,
  }),
  confirmAssisted: route({
    method: 'post',
    path: '/answers/:answerId/assisted-entry/confirmation',
    summary: "The unit's president confirms what was entered for it: it is the signed answer",
    params,
    body: z.strictObject({}),
    reply: entered.extend({ number: z.string(), contentSha256: z.string() }),
    deed: deeds.assistedConfirmed,
    revision: true,
  }),
  refuseAssisted: route({
    method: 'post',
    path: '/answers/:answerId/assisted-entry/refusal',
    summary: "The unit's president does not confirm what was entered for it, with the reason",
    params,
    body: z.strictObject({ reason }),
    reply: entered,
    deed: deeds.assistedRefused,
  }),
  takeOverAssisted: route({
    method: 'post',
    path: '/answers/:answerId/assisted-entry/takeover',
    summary: 'The unit makes what was entered for it its own draft, to correct and sign it',
    params,
    body: z.strictObject({}),
    reply: entered,
    deed: deeds.assistedTakenOver,
  }),
  assistedScan: route({
    method: 'get',
    path: '/answers/:answerId/assisted-entry/scans/:scanId',
    summary: 'A scanned file of the paper that an answer was entered from',
    params: params.extend({ scanId: z.uuid() }),
    reply: z.string().describe('The bytes of the file'),
    by: 'signedIn',
    over: 'subtree',
    records: null,
  }),
} as const
