import { z } from 'zod'

const allowedAction = z.object({
  deed: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
  stepUp: z.boolean(),
})

const printedSection = z.object({
  heading: z.string(),
  clauses: z.array(
    z.object({
      code: z.string(),
      heading: z.string(),
      paragraphs: z.array(z.string()),
      targets: z.array(z.string()),
    }),
  ),
})

const classAnnex = z.object({
  lines: z.array(
    z.object({
      code: z.string(),
      topic: z.string(),
      audience: z.string(),
      deliveryForm: z.string(),
      days: z.number(),
      seats: z.number(),
      month: z.number(),
      venue: z.string().nullable(),
      leadUnit: z.string(),
      budgetDong: z.number(),
      carriedFrom: z.string().exactOptional(),
    }),
  ),
  trainees: z.number(),
  budgetDong: z.number(),
})

const allocationAnnex = z.object({
  text: z.string(),
  measuredIn: z.string(),
  total: z.number(),
  rows: z.array(
    z.object({ unitName: z.string(), value: z.number(), lastYearDone: z.number().nullable() }),
  ),
})

/**
 * A plan as a paper of Decree 30: every line as it stands on the sheet, in Vietnamese whatever the
 * reader's language is. The page only sets it.
 */
export const printedPlanView = z.object({
  planId: z.uuid(),
  planYear: z.int(),
  state: z.string(),
  /** 'DỰ THẢO LẦN 2' while it is not issued. */
  mark: z.string().nullable(),
  country: z.string(),
  motto: z.string(),
  parentBody: z.string(),
  issuingBody: z.string(),
  /** 'Số: 08/KH-LĐLĐ', with room for the number while there is none. */
  number: z.string(),
  placeAndDate: z.string(),
  docType: z.string(),
  abstract: z.string(),
  legalBases: z.array(z.string()),
  sections: z.array(printedSection),
  classes: classAnnex.nullable(),
  allocations: z.array(allocationAnnex),
  signature: z.object({ authority: z.array(z.string()), name: z.string().nullable() }),
  recipients: z.array(z.string()),
  end: z.string(),
  contentSha256: z.string().nullable(),
  /** The reader's own unit among those to whom it was sent. */
  receipt: z
    .object({
      paperId: z.uuid(),
      unitId: z.uuid(),
      unitName: z.string(),
      receivedAt: z.iso.datetime().nullable(),
      allowedActions: z.array(allowedAction),
    })
    .nullable(),
})
export type PrintedPlanView = z.output<typeof printedPlanView>
