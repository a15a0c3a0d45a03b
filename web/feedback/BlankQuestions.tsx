import { type OwnQuestion, SCALE_STEPS } from '../../domain/feedback/own-questions.ts'
import { answersToName } from '../../domain/feedback/question-list.ts'
import { sayFrom } from '../../domain/text/say-from.ts'
import { vi } from '../../domain/text/vi.ts'
import { BlankLines, Boxes } from './BlankLines.tsx'

type Props = { questions: readonly OwnQuestion[]; number: number }

/** The department's own questions; on paper a condition is said in words. */
export function BlankQuestions({ questions, number }: Props) {
  if (questions.length === 0) return null
  return (
    <section>
      <h2>{number}. Câu hỏi của ban</h2>
      {questions.map((question, index) => (
        <div key={question.id} className="p-place-blank">
          <p className="p-text">
            {number}.{index + 1}. <b>{question.label}</b>
            {!question.isRequired && ' (có thể không trả lời)'}
          </p>
          {question.hint && <p className="p-text">{question.hint}</p>}
          <When question={question} questions={questions} />
          <Room question={question} />
        </div>
      ))}
    </section>
  )
}

type WhenProps = { question: OwnQuestion; questions: readonly OwnQuestion[] }

function When({ question: { when }, questions }: WhenProps) {
  const asked = when && questions.find(({ id }) => id === when.questionId)
  if (!asked) return null
  const answers = answersToName(asked)
    .filter(({ id }) => when.is.includes(id))
    .map(({ label }) => label)
  return (
    <p className="p-text">
      <i>
        {sayFrom(vi, 'feedback.ownQuestions.onlyWhen', {
          label: asked.label,
          answers: answers.join(sayFrom(vi, 'feedback.ownQuestions.or')),
        })}
      </i>
    </p>
  )
}

/** Room for the answer, as its kind needs it. */
function Room({ question }: { question: OwnQuestion }) {
  const { kind, choices, measuredIn, lowest, highest } = question
  switch (kind) {
    case 'TEXT':
      return <BlankLines lines={4} />
    case 'NUMBER':
      return <p className="p-text">…………………… {measuredIn}</p>
    case 'CHOICE':
      return <Boxes labels={choices.map(({ label }) => label)} />
    case 'SCALE':
      return <Boxes labels={SCALE_STEPS.map((step) => endOf(step, lowest, highest))} />
  }
}

function endOf(step: number, lowest: string, highest: string): string {
  const words = step === 1 ? lowest : step === SCALE_STEPS.length ? highest : ''
  return words ? `${step} (${words})` : `${step}`
}
