import { z } from 'zod'
import { isPlainLine, isPlainText } from '../grammar/text.ts'
import {
  COMMENT_KINDS,
  PLACE_KINDS,
  type PlaceKind,
  REQUEST_REASONS,
  STANCES,
} from './answer-form.ts'
import { LINE_WISHES } from './line-wish.ts'
import { ownAnswers } from './own-questions.contract.ts'

const text = (most: number) =>
  z.string().max(most).refine(isPlainText, 'grammar.control-characters')
const line = (most: number) =>
  z.string().max(most).refine(isPlainLine, 'grammar.control-characters')
const fewerThan = (most: number) => (entries: object) => Object.keys(entries).length <= most

/** The typed part of an opinion on a class line; it can be applied to the draft as it stands. */
export const lineFacts = z.strictObject({
  topic: line(500).nullable(),
  audience: line(1_000).nullable(),
  seats: z.int().min(1).max(100_000).nullable(),
  month: z.int().min(1).max(12).nullable(),
})
/** The same facts where they are all there. */
export const draftLine = z.object({
  topic: z.string(),
  audience: z.string(),
  seats: z.number(),
  month: z.number(),
})
export const lineWish = lineFacts.extend({ wish: z.enum(LINE_WISHES) })

/** One opinion on one place of a draft. `suggestedText` is the whole wording that is wished for. */
export const commentForm = z.strictObject({
  planId: z.uuid(),
  placeKind: z.enum(PLACE_KINDS),
  placeCode: line(40).nullable(),
  kind: z.enum(COMMENT_KINDS),
  text: text(4_000),
  suggestedText: text(20_000).nullable(),
  line: lineWish.exactOptional(),
})
export type CommentForm = z.output<typeof commentForm>

export const targetRequestForm = z.strictObject({
  planId: z.uuid(),
  targetCode: line(40),
  requested: z.number().min(0).max(1e12).nullable(),
  reason: z.enum(REQUEST_REASONS).nullable(),
  particularity: text(4_000),
  feasibility: text(4_000),
  commitment: text(4_000),
})
export type TargetRequestForm = z.output<typeof targetRequestForm>

/**
 * A unit's answer while it is written: everything may still be missing. Its parts are keyed by the
 * place they speak of, so that two people writing at once meet only where they mean the same place.
 */
export const answerForm = z.strictObject({
  /** By plan. */
  stances: z
    .record(z.uuid(), z.strictObject({ stance: z.enum(STANCES).nullable(), remark: text(4_000) }))
    .refine(fewerThan(10), 'grammar.too-many'),
  /** By `placeKey`: places the unit read and agrees with. */
  agreed: z.record(line(120), z.boolean()).refine(fewerThan(1_000), 'grammar.too-many'),
  /** By `commentKey`. */
  comments: z
    .record(line(120), commentForm)
    .refine(fewerThan(1_000), 'grammar.too-many')
    .refine(isKeyedBy(commentKey), 'feedback.wrong-place'),
  /** By `requestKey`. */
  targetRequests: z
    .record(line(120), targetRequestForm)
    .refine(fewerThan(500), 'grammar.too-many')
    .refine(isKeyedBy(requestKey), 'feedback.wrong-place'),
  capacity: z.strictObject({
    classes: z.int().min(0).max(1_000).nullable(),
    seats: z.int().min(0).max(100_000).nullable(),
    venue: text(500),
  }),
  spokesperson: z.strictObject({ name: line(120), position: line(200) }),
  meeting: z.strictObject({
    body: z.enum(['EXECUTIVE_COMMITTEE', 'STANDING_COMMITTEE']).nullable(),
    heldOn: z.iso.date().nullable(),
    minutesNumber: line(60),
  }),
  isConfirmed: z.boolean(),
  /** By question of the department. */
  ownAnswers: ownAnswers.default({}),
  /** The version of those questions that this answer was written to. */
  questionsVersion: z.int().min(1).max(10_000).default(1),
  /** Asked once more, the unit holds to its first answer: the number of that one. */
  keeps: line(40).optional(),
})
export type AnswerForm = z.output<typeof answerForm>

export const EMPTY_FORM: AnswerForm = {
  stances: {},
  agreed: {},
  comments: {},
  targetRequests: {},
  capacity: { classes: null, seats: null, venue: '' },
  spokesperson: { name: '', position: '' },
  meeting: { body: null, heldOn: null, minutesNumber: '' },
  isConfirmed: false,
  ownAnswers: {},
  questionsVersion: 1,
}

type Place = {
  planId: string
  placeKind: PlaceKind
  placeCode: string | null
}

/** The key of a place of a draft; a draft as a whole has no code. */
export function placeKey({ planId, placeKind, placeCode }: Place): string {
  return [planId, placeKind, ...(placeCode === null ? [] : [placeCode])].join(':')
}

/** One opinion a place; of a draft as a whole one of each kind: difficulties, proposals. */
export function commentKey(comment: CommentForm): string {
  return comment.placeKind === 'GENERAL'
    ? `${placeKey({ ...comment, placeCode: null })}:${comment.kind}`
    : placeKey(comment)
}

export function requestKey({ planId, targetCode }: TargetRequestForm): string {
  return placeKey({ planId, placeKind: 'TARGET', placeCode: targetCode })
}

function isKeyedBy<Entry>(keyOf: (entry: Entry) => string) {
  return (entries: Record<string, Entry>) =>
    Object.entries(entries).every(([key, entry]) => keyOf(entry) === key)
}
