import { type Obstacle, pointer } from '../grammar/obstacle.ts'
import type { OwnQuestion } from './own-questions.ts'
import { SCALE_STEPS } from './own-questions.ts'

const isBlank = (text: string): boolean => text.trim() === ''

/** Why these questions cannot be put to the units yet, each at its field. */
export function faultsInQuestions(
  questions: readonly OwnQuestion[],
  at = '/questions',
): Obstacle[] {
  return questions.flatMap((question, index) => {
    const here = `${at}${pointer(index)}`
    return [
      ...(isBlank(question.label)
        ? [{ code: 'feedback.question-without-words', at: `${here}/label` }]
        : []),
      ...(questions.findIndex(({ id }) => id === question.id) < index
        ? [{ code: 'feedback.question-twice', at: here }]
        : []),
      ...faultsInChoices(question, here),
      ...faultsInCondition(question, questions.slice(0, index), here),
    ]
  })
}

function faultsInChoices({ kind, choices }: OwnQuestion, here: string): Obstacle[] {
  if (kind !== 'CHOICE') return []
  const at = `${here}/choices`
  const labels = choices.map(({ label }) => label.trim())
  if (labels.filter((label) => label !== '').length < 2)
    return [{ code: 'feedback.question-choices-missing', at }]
  const isUneven =
    labels.some((label) => label === '') ||
    new Set(labels).size < labels.length ||
    new Set(choices.map(({ id }) => id)).size < labels.length
  return isUneven ? [{ code: 'feedback.question-choices-uneven', at }] : []
}

/** What may be named by a condition on this question: its choices, or the steps of its scale. */
export function answersToName({ kind, choices }: OwnQuestion): { id: string; label: string }[] {
  if (kind === 'CHOICE') return [...choices]
  return kind === 'SCALE' ? SCALE_STEPS.map((step) => ({ id: `${step}`, label: `${step}` })) : []
}

/** A condition looks back, at a question whose answers can be named; else nobody would be asked. */
function faultsInCondition(
  { when }: OwnQuestion,
  before: readonly OwnQuestion[],
  here: string,
): Obstacle[] {
  if (when === null) return []
  const at = `${here}/when`
  const asked = before.find(({ id }) => id === when.questionId)
  const known = asked ? answersToName(asked).map(({ id }) => id) : []
  if (known.length === 0) return [{ code: 'feedback.condition-looks-nowhere', at }]
  const isNamed = when.is.length > 0 && when.is.every((answer) => known.includes(answer))
  return isNamed ? [] : [{ code: 'feedback.condition-names-nothing', at }]
}

type Changing = {
  now: string
  /** After it, not every unit has a working day left. */
  lastDayAt: string
  before: readonly OwnQuestion[]
  after: readonly OwnQuestion[]
}

/**
 * The questions of an open round may change while every unit still has a working day to answer
 * them. A question keeps its kind, so that what was typed never becomes the answer to something
 * else: another kind is another question.
 */
export function obstaclesToChangingQuestions(changing: Changing): Obstacle[] {
  const { now, lastDayAt, before, after } = changing
  if (now > lastDayAt) return [{ code: 'feedback.questions-too-late' }]
  if (JSON.stringify(before) === JSON.stringify(after))
    return [{ code: 'feedback.questions-unchanged' }]
  const otherKind = after.flatMap((question, index): Obstacle[] => {
    const old = before.find(({ id }) => id === question.id)
    if (!old || old.kind === question.kind) return []
    return [{ code: 'feedback.question-other-kind', at: pointer('questions', index, 'kind') }]
  })
  return [...faultsInQuestions(after), ...otherKind]
}
