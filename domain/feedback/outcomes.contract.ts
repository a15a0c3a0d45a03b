import { z } from 'zod'
import { spokenAt } from './conference.contract.ts'
import { draftLine, lineWish } from './answer-form.contract.ts'
import { COMMENT_KINDS, PLACE_KINDS, REQUEST_REASONS } from './answer-form.ts'

/** One comment of a unit with the federation's answer to it; null while there is none. */
export const commentOutcome = z.object({
  /** Said at a conference; null: written in the answer. */
  origin: spokenAt.nullable(),
  commentId: z.uuid(),
  planId: z.uuid(),
  placeKind: z.enum(PLACE_KINDS),
  placeCode: z.string().nullable(),
  /** What stands at that place in the draft the unit read. */
  placeName: z.string().nullable(),
  kind: z.enum(COMMENT_KINDS),
  text: z.string(),
  suggestedText: z.string().nullable(),
  /** What was asked of a class line in figures, and what the draft said of it. */
  line: lineWish.nullable(),
  lineInDraft: draftLine.nullable(),
  answer: z
    .object({
      disposition: z.string(),
      explanation: z.string().nullable(),
      decidedAt: z.iso.datetime(),
      forwardedToName: z.string().nullable(),
      forwardedAnswer: z.string().nullable(),
      /** The wording before and after, where the place was changed. */
      changes: z.array(
        z.object({
          placeCode: z.string(),
          before: z.string(),
          after: z.string(),
          version: z.int(),
        }),
      ),
    })
    .nullable(),
})
export type CommentOutcome = z.output<typeof commentOutcome>

export const requestOutcome = z.object({
  targetRequestId: z.uuid(),
  planId: z.uuid(),
  targetCode: z.string(),
  targetText: z.string().nullable(),
  assigned: z.number(),
  requested: z.number(),
  reason: z.enum(REQUEST_REASONS),
  answer: z
    .object({
      outcome: z.string(),
      granted: z.number(),
      explanation: z.string().nullable(),
      decidedAt: z.iso.datetime(),
    })
    .nullable(),
})
export type RequestOutcome = z.output<typeof requestOutcome>

/** Answers are given out together, once the next version of their plan stands. */
export const outcomesView = z.object({
  answerId: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  planYear: z.int(),
  comments: z.array(commentOutcome),
  requests: z.array(requestOutcome),
})
export type OutcomesView = z.output<typeof outcomesView>
