import { z } from 'zod'

const row = z.object({
  ordinal: z.int(),
  unitName: z.string(),
  /** The comment, then the words that the unit suggests. */
  said: z.array(z.string()),
  disposition: z.string(),
  explained: z.array(z.string()),
})

const place = z.object({
  /** 'Mục II.3. Lớp cho cán bộ mới', 'Ý kiến chung' */
  name: z.string(),
  consulted: z.string().nullable(),
  revised: z.string().nullable(),
  rows: z.array(row),
})

const totals = z.object({
  heading: z.string(),
  rows: z.array(z.object({ name: z.string(), count: z.int() })),
})

/** The consolidation table (C-4) on A4 landscape, every line as it stands, in Vietnamese. */
export const consolidationPaper = z.object({
  planId: z.uuid(),
  planYear: z.int(),
  country: z.string(),
  motto: z.string(),
  parentBody: z.string(),
  issuingBody: z.string(),
  placeAndDate: z.string(),
  docType: z.string(),
  abstract: z.string(),
  opening: z.string(),
  places: z.array(place),
  totals: z.array(totals),
  /** What it shows is the state of this moment: '14:32 ngày 15/12/2026'. */
  madeAt: z.string(),
})
export type ConsolidationPaper = z.output<typeof consolidationPaper>
