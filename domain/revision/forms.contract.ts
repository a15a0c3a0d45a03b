import { z } from 'zod'
import { lineFacts } from '../feedback/answer-form.contract.ts'
import { isPlainText } from '../grammar/text.ts'
import { BULK_KINDS, MOST_AT_ONCE, MOST_EXCEPTED, MOST_IN_GROUP } from './bulk.ts'
import { DISPOSITION_KINDS } from './disposition.ts'
import { REQUEST_OUTCOMES } from './redistribution.ts'
import { opinionFilter } from './opinions.contract.ts'
import { BASES } from './share-out.ts'

export const plainText = (most: number) =>
  z.string().trim().min(1).max(most).refine(isPlainText, { error: 'grammar.control-characters' })
const dayField = z.iso.date('grammar.not-a-day')

export const dispositionForm = z.strictObject({
  disposition: z.enum(DISPOSITION_KINDS),
  explanation: plainText(4000).nullable().default(null),
  mergedInto: z.uuid().nullable().default(null),
  forwardedTo: z.uuid().nullable().default(null),
  /** Until when the receiving department should answer. */
  dueOn: dayField.nullable().default(null),
  changedPlaces: z.array(z.string().min(1).max(40)).max(50).default([]),
  /** What of a wish about a class line is written into the draft in the same act. */
  apply: lineFacts.nullable().default(null),
})
export const groupForm = z.strictObject({
  commentIds: z.array(z.uuid()).min(1).max(MOST_IN_GROUP),
})

/** What many get at once. */
export const bulkDisposition = z.strictObject({
  disposition: z.enum(BULK_KINDS),
  explanation: plainText(4000).nullable().default(null),
  forwardedTo: z.uuid().nullable().default(null),
  dueOn: dayField.nullable().default(null),
})
/** All undecided ones that a filter finds, however many pages they fill. */
const matching = z.strictObject({
  filter: opinionFilter,
  except: z.array(z.uuid()).max(MOST_EXCEPTED).default([]),
  /** As many as were seen: where there are more now, nothing is done. */
  count: z.int().min(1).max(1_000_000),
})
/** Either chosen one by one, each with the revision at which it was seen, or all that match. */
export const bulkForm = bulkDisposition
  .extend({
    comments: z
      .array(z.strictObject({ id: z.uuid(), revision: z.int().min(0) }))
      .max(MOST_AT_ONCE)
      .default([]),
    matching: matching.nullable().default(null),
  })
  .refine(({ comments, matching }) => comments.length > 0 !== (matching !== null), {
    error: 'revision.nothing-chosen',
    path: ['comments'],
  })
export const undoForm = z.strictObject({ actId: z.uuid() })
export const forwardedAnswerForm = z.strictObject({ answer: plainText(4000) })
export const decisionForm = z.strictObject({
  outcome: z.enum(REQUEST_OUTCOMES),
  granted: z.int().min(0).max(100_000_000),
  explanation: plainText(4000).nullable().default(null),
  /** Who carries the difference; nobody named means every other unit of the target. */
  carriedBy: z.array(z.uuid()).max(2000).default([]),
})
/** With the shares as they were seen: where they have moved since, nothing is written. */
export const redistributionForm = z.strictObject({
  basis: z.enum(BASES),
  unitIds: z.array(z.uuid()).min(1).max(2000),
  shares: z
    .array(z.strictObject({ unitId: z.uuid(), value: z.int().min(0).max(100_000_000) }))
    .min(1)
    .max(2000),
})
