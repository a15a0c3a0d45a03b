import { type Obstacle, pointer } from '../grammar/obstacle.ts'
import { writeNumber } from '../grammar/text.ts'

export const QUESTION_KINDS = ['TEXT', 'NUMBER', 'CHOICE', 'SCALE'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** A scale goes from one to five; its two ends have words. */
export const SCALE_STEPS = [1, 2, 3, 4, 5] as const

export type Choice = { id: string; label: string }

/** "Only when question k was answered X": the ids of choices, or steps of a scale as text. */
export type Condition = { questionId: string; is: string[] }

/** A question of the department's own. Its id is its name for ever; its words may be corrected. */
export type OwnQuestion = {
  id: string
  kind: QuestionKind
  label: string
  hint: string
  isRequired: boolean
  /** CHOICE: one of these. */
  choices: Choice[]
  /** NUMBER: what is counted, 'người'. */
  measuredIn: string
  /** SCALE: what its ends mean. */
  lowest: string
  highest: string
  when: Condition | null
}

/** A text, a number, the id of a choice, or a step of a scale. */
export type OwnAnswer = string | number
/** By question. Nothing is taken out because it is not asked just now. */
export type OwnAnswers = Readonly<Record<string, OwnAnswer>>

const isBlank = (text: string): boolean => text.trim() === ''

/** What stands there counts as an answer, as far as its question can take it. */
export function isAnswered({ kind, choices }: OwnQuestion, answer: OwnAnswer | undefined): boolean {
  if (answer === undefined) return false
  switch (kind) {
    case 'TEXT':
      return typeof answer === 'string' && !isBlank(answer)
    case 'NUMBER':
      return typeof answer === 'number' && Number.isFinite(answer) && answer >= 0
    case 'CHOICE':
      return choices.some(({ id }) => id === answer)
    case 'SCALE':
      return SCALE_STEPS.some((step) => step === answer)
  }
}

/**
 * The questions that are put to who has answered so far, in their order. A condition looks only at
 * questions before its own that are themselves put, so that one pass tells.
 */
export function visibleQuestions(
  questions: readonly OwnQuestion[],
  answers: OwnAnswers,
): OwnQuestion[] {
  const visible = new Map<string, OwnQuestion>()
  for (const question of questions)
    if (isPut(question, visible, answers)) visible.set(question.id, question)
  return [...visible.values()]
}

function isPut(
  { when }: OwnQuestion,
  before: ReadonlyMap<string, OwnQuestion>,
  answers: OwnAnswers,
): boolean {
  if (when === null) return true
  const asked = before.get(when.questionId)
  const answer = answers[when.questionId]
  return asked !== undefined && isAnswered(asked, answer) && when.is.includes(String(answer))
}

/** Why the answers cannot be sent yet, each at its field. */
export function obstaclesInOwnAnswers(
  questions: readonly OwnQuestion[],
  answers: OwnAnswers,
): Obstacle[] {
  return visibleQuestions(questions, answers).flatMap((question): Obstacle[] => {
    const answer = answers[question.id]
    if (isAnswered(question, answer)) return []
    const at = pointer('ownAnswers', question.id)
    const params = { question: question.label }
    const isEmpty = answer === undefined || (typeof answer === 'string' && isBlank(answer))
    // a choice that has been taken out of the list is asked anew
    if (!isEmpty && question.kind !== 'CHOICE')
      return [{ code: 'feedback.own-answer-unfit', params, at }]
    return question.isRequired ? [{ code: 'feedback.own-answer-missing', params, at }] : []
  })
}

/** What counts of what was written: the answers to the questions that are put, texts trimmed. */
export function countedAnswers(
  questions: readonly OwnQuestion[],
  answers: OwnAnswers,
): Record<string, OwnAnswer> {
  const counted = visibleQuestions(questions, answers).flatMap((question) => {
    const answer = answers[question.id]
    if (answer === undefined || !isAnswered(question, answer)) return []
    return [[question.id, typeof answer === 'string' ? answer.trim() : answer] as const]
  })
  return Object.fromEntries(counted)
}

/** An answer as a line of the paper: a choice by its label, a number with what it counts. */
export function wordsOfOwnAnswer(question: OwnQuestion, answer: OwnAnswer): string {
  const { kind, choices, measuredIn } = question
  if (kind === 'CHOICE') return choices.find(({ id }) => id === answer)?.label ?? String(answer)
  if (typeof answer === 'string') return answer
  if (kind === 'SCALE') return `${answer}/${SCALE_STEPS.length}`
  return `${writeNumber(answer)} ${measuredIn}`.trim()
}
