import { z } from 'zod'
import { isPlainLine, isPlainText } from '../grammar/text.ts'
import { QUESTION_KINDS } from './own-questions.ts'

const line = (most: number) =>
  z.string().max(most).refine(isPlainLine, 'grammar.control-characters')
const text = (most: number) =>
  z.string().max(most).refine(isPlainText, 'grammar.control-characters')

const key = z.string().regex(/^[a-z][a-z0-9]{0,11}$/, 'feedback.question-key-unreadable')

const choice = z.strictObject({ id: key, label: line(200) })

/** One question, for who prepares it, who is asked, and who reads the answers. */
export const ownQuestion = z.strictObject({
  id: key,
  kind: z.enum(QUESTION_KINDS),
  label: line(300),
  hint: line(300),
  isRequired: z.boolean(),
  choices: z.array(choice).max(20),
  measuredIn: line(40),
  lowest: line(60),
  highest: line(60),
  when: z.strictObject({ questionId: key, is: z.array(line(12)).max(20) }).nullable(),
})
export const ownQuestions = z.array(ownQuestion).max(30)

export const ownAnswers = z
  .record(key, z.union([text(4_000), z.number().min(0).max(1e12)]))
  .refine((answers) => Object.keys(answers).length <= 200, 'grammar.too-many')

/** The questions as they stand, and what was asked before and is not any more. */
export const askedQuestions = z.object({
  version: z.int(),
  questions: ownQuestions,
  former: z.array(ownQuestion),
})
export type AskedQuestions = z.output<typeof askedQuestions>

export const NO_QUESTIONS: AskedQuestions = { version: 1, questions: [], former: [] }
