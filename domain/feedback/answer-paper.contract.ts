import { z } from 'zod'

const opinion = z.object({
  /** 'II.3. Lớp cho cán bộ mới', 'Toàn dự thảo' */
  place: z.string(),
  kind: z.string(),
  paragraphs: z.array(z.string()),
  suggestion: z.string().nullable(),
})

const paperOfDraft = z.object({
  title: z.string(),
  stance: z.string(),
  opinions: z.array(opinion),
  requests: z.array(
    z.object({
      target: z.string(),
      figures: z.string(),
      lines: z.array(z.string()),
    }),
  ),
})

/** A unit's signed answer as a paper of Decree 30, every line as it stands, in Vietnamese. */
export const answerPaper = z.object({
  answerId: z.uuid(),
  planYear: z.int(),
  country: z.string(),
  motto: z.string(),
  parentBody: z.string(),
  issuingBody: z.string(),
  number: z.string(),
  placeAndDate: z.string(),
  docType: z.string(),
  abstract: z.string(),
  addressee: z.string(),
  opening: z.array(z.string()),
  drafts: z.array(paperOfDraft),
  /** To the department's own questions. */
  ownAnswers: z.array(z.object({ question: z.string(), paragraphs: z.array(z.string()) })),
  /** What the unit could organise itself; left out where it says nothing. */
  capacity: z.array(z.string()),
  /** '1. Biên bản họp.pdf (1,2 MB), mã 3f2a91c0be12' */
  files: z.array(z.string()),
  end: z.string(),
  signature: z.object({ authority: z.array(z.string()), name: z.string() }),
  recipients: z.array(z.string()),
  version: z.int(),
  /** '14:32 ngày 15/12/2026' */
  signedAt: z.string(),
  contentSha256: z.string(),
})
export type AnswerPaper = z.output<typeof answerPaper>
