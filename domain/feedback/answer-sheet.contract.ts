import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { answerForm } from './answer-form.contract.ts'
import { feedbackDeeds as deeds } from './deeds.ts'

const cell = { page: z.string(), cell: z.string() }
/** As the sheet shows it; null where there is nothing. */
const shown = z.union([z.string(), z.number()]).nullable()

export const sheetFaultView = z.object({
  ...cell,
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type SheetFaultView = z.output<typeof sheetFaultView>

/** One field that would be another: where, what stands in the answer now, what the sheet says. */
export const sheetChangeView = z.object({
  ...cell,
  /** 'II.3' */
  place: z.string(),
  field: z.string(),
  before: shown,
  after: shown,
})
export type SheetChangeView = z.output<typeof sheetChangeView>

export const sheetConflictView = z.object({
  key: z.string(),
  page: z.string(),
  place: z.string(),
  fields: z.array(sheetChangeView),
})
export type SheetConflictView = z.output<typeof sheetConflictView>

/** What the sheet would do, before anything is written. */
export const sheetView = z.object({
  answerId: z.uuid(),
  /** Of the answer that it was compared with: what is taken in is taken into this one. */
  revision: z.int(),
  changes: z.array(sheetChangeView),
  /** Typed on the server since the sheet was made: a person chooses. */
  conflicts: z.array(sheetConflictView),
  faults: z.array(sheetFaultView),
  /** Good fields that are left out because their row has a fault. */
  heldBack: z.array(sheetChangeView),
  /** Fields that say what the answer says. */
  same: z.int(),
})
export type SheetView = z.output<typeof sheetView>

const params = z.object({ answerId: z.uuid() })

export const answerSheetRoutes = {
  sheet: route({
    method: 'get',
    path: '/answers/:answerId/sheet',
    summary: "The unit's own answer form as a workbook, with what is written so far",
    params,
    reply: z.string().describe('An XLSX workbook'),
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    records: null,
  }),
  checkSheet: route({
    method: 'post',
    path: '/answers/:answerId/sheet-check',
    summary: 'What a filled-in workbook would change, cell by cell; nothing is written',
    params,
    body: z.strictObject({ uploadId: z.uuid() }),
    reply: sheetView,
    deed: deeds.sheetChecked,
    quiet: true,
  }),
  takeSheet: route({
    method: 'put',
    path: '/answers/:answerId/sheet',
    summary:
      'Takes the good rows of a workbook into the answer; the same one twice changes nothing',
    params,
    body: z.strictObject({
      uploadId: z.uuid(),
      /** The conflicts in which the sheet is to stand; in the others the answer stays as it is. */
      fromSheet: z.array(z.string().max(200)).max(2_000),
    }),
    reply: z.object({
      answerId: z.uuid(),
      revision: z.int(),
      /** Fields that are other ones now. */
      changed: z.int(),
      form: answerForm,
    }),
    deed: deeds.sheetTaken,
    revision: true,
    quiet: true,
  }),
} as const
