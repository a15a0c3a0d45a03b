import type { QuestionFigures } from './own-answers.contract.ts'
import { type OwnQuestion, SCALE_STEPS } from './own-questions.ts'

/** How many units gave this answer to this question. */
export type Counted = { questionId: string; value: string | number | null; units: number }

/** What the units said to one question: counts by choice and step, the middle of numbers. */
export function figuresOf(
  question: OwnQuestion,
  counted: readonly Counted[],
): Omit<QuestionFigures, 'isAsked'> {
  const own = counted.filter(({ questionId }) => questionId === question.id)
  return {
    question,
    answered: own.reduce((sum, { units }) => sum + units, 0),
    counts: countsOf(question, own),
    numbers: numbersOf(own),
  }
}

function countsOf({ kind, choices }: OwnQuestion, own: readonly Counted[]) {
  const units = (value: string | number) =>
    own.filter((each) => String(each.value) === String(value)).reduce((sum, e) => sum + e.units, 0)
  if (kind === 'CHOICE')
    return choices.map(({ id, label }) => ({ value: id, label, units: units(id) }))
  if (kind !== 'SCALE') return []
  return SCALE_STEPS.map((step) => ({ value: `${step}`, label: `${step}`, units: units(step) }))
}

function numbersOf(own: readonly Counted[]): QuestionFigures['numbers'] {
  const numbers = own.flatMap(({ value, units }) =>
    typeof value === 'number' ? Array.from({ length: units }, () => value) : [],
  )
  const sorted = numbers.toSorted((a, b) => a - b)
  const [least, most] = [sorted.at(0), sorted.at(-1)]
  if (least === undefined || most === undefined) return null
  const sum = sorted.reduce((total, number) => total + number, 0)
  return { sum, mean: sum / sorted.length, median: medianOf(sorted), least, most }
}

/** Of sorted numbers; between the two in the middle where they are even in number. */
function medianOf(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0
  return (lower + upper) / 2
}
