import { z } from 'zod'
import { allowedActionView } from '../cycle/cycle.contract.ts'
import { planYear } from '../cycle/plan-year.ts'
import { route } from '../grammar/route.ts'
import { roundNumber } from './board.contract.ts'
import { feedbackDeeds as deeds } from './deeds.ts'
import { ROUND_STATES } from './round.ts'
import { askedQuestions, ownQuestion, ownQuestions } from './own-questions.contract.ts'

const offices = {
  by: ['departmentDrafter', 'departmentHead', 'committeeLeader', 'administrator'],
  over: 'federation',
  records: null,
} as const

const reason = z.string().trim().min(5, 'feedback.reason-missing').max(500)

/** What the units answered to one question, as far as their answers are signed and in force. */
export const questionFigures = z.object({
  question: ownQuestion,
  /** False: it was asked in an earlier version of the form, and is not any more. */
  isAsked: z.boolean(),
  answered: z.int(),
  /** CHOICE and SCALE: how many units for each, in the order of the form. */
  counts: z.array(z.object({ value: z.string(), label: z.string(), units: z.int() })),
  /** NUMBER and SCALE. */
  numbers: z
    .object({
      sum: z.number(),
      mean: z.number(),
      median: z.number(),
      least: z.number(),
      most: z.number(),
    })
    .nullable(),
})
export type QuestionFigures = z.output<typeof questionFigures>

export const ownAnswerRow = z.object({
  answerId: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  /** On which version of the form it was answered. */
  formVersion: z.int(),
  words: z.string(),
  /** NUMBER and SCALE. */
  value: z.number().nullable(),
})
export type OwnAnswerRow = z.output<typeof ownAnswerRow>

export const ownAnswersView = z.object({
  roundId: z.uuid(),
  planYear: z.int(),
  formVersion: z.int(),
  /** Units whose signed answer is in force, whether or not they answered a question. */
  sent: z.int(),
  figures: z.array(questionFigures),
  /** Of the question that was asked for; empty without one. */
  rows: z.array(ownAnswerRow),
  found: z.int(),
})
export type OwnAnswersView = z.output<typeof ownAnswersView>

export const roundQuestionsView = askedQuestions.extend({
  roundId: z.uuid(),
  state: z.enum(ROUND_STATES),
  planYear: z.int(),
  /** Until when they may still be changed; null where the round is closed. */
  changeableUntil: z.iso.datetime().nullable(),
  /** How many answers are signed on each version. */
  versions: z.array(
    z.object({
      version: z.int(),
      madeAt: z.iso.datetime(),
      byName: z.string().nullable(),
      because: z.string().nullable(),
      signed: z.int(),
    }),
  ),
  allowedActions: z.array(allowedActionView),
})
export type RoundQuestionsView = z.output<typeof roundQuestionsView>

export const ownAnswersQuery = z.strictObject({
  round: roundNumber,
  question: z.string().max(12).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
})

/** The department's own questions once a round is open, and what the units answer to them. */
export const ownAnswersRoutes = {
  roundQuestions: route({
    method: 'get',
    path: '/rounds/:roundId/questions',
    summary: "The department's own questions of a round, with every version of them",
    params: z.object({ roundId: z.uuid() }),
    reply: roundQuestionsView,
    ...offices,
  }),
  changeQuestions: route({
    method: 'put',
    path: '/rounds/:roundId/questions',
    summary:
      'Changes the questions of an open round, with a reason; signed answers stay as they are',
    params: z.object({ roundId: z.uuid() }),
    body: z.strictObject({ questions: ownQuestions, reason }),
    reply: z.object({ roundId: z.uuid(), version: z.int() }),
    deed: deeds.questionsChanged,
    revision: true,
  }),
  ownAnswers: route({
    method: 'get',
    path: '/cycles/:planYear/own-answers',
    summary: "What the units answered to the department's own questions, question by question",
    params: z.object({ planYear }),
    query: ownAnswersQuery,
    reply: ownAnswersView,
    ...offices,
  }),
} as const
