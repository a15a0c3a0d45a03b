import { useId } from 'react'
import {
  type OwnAnswer,
  type OwnQuestion,
  SCALE_STEPS,
} from '../../domain/feedback/own-questions.ts'
import { FieldFrame, FieldMessage } from '../kit/form/FieldFrame.tsx'
import { Figure } from '../kit/form/Figure.tsx'
import { useText } from '../text.ts'

type Props = {
  question: OwnQuestion
  answer: OwnAnswer | undefined
  message: string | undefined
  /** Null: nothing is answered any more. */
  onAnswer: (answer: OwnAnswer | null) => void
}

/** One question of the department's own, in the field that its kind needs. */
export function OwnQuestionField(props: Props) {
  const { question, answer, message, onAnswer } = props
  const t = useText()
  const id = `question-${question.id}`
  const hint = question.kind === 'NUMBER' ? numberHint(question, t) : question.hint
  const frame = {
    id,
    message,
    label: question.label,
    optional: !question.isRequired,
    ...(hint && { hint }),
  }
  switch (question.kind) {
    case 'TEXT':
      return (
        <FieldFrame {...frame}>
          <textarea
            className="inp"
            id={id}
            rows={3}
            maxLength={4_000}
            aria-describedby={describedBy(id, question.hint, message)}
            aria-invalid={message !== undefined || undefined}
            value={typeof answer === 'string' ? answer : ''}
            onChange={(event) => onAnswer(event.currentTarget.value || null)}
          />
        </FieldFrame>
      )
    case 'NUMBER':
      return (
        <Figure
          {...frame}
          decimals={2}
          value={typeof answer === 'number' ? answer : null}
          onChange={onAnswer}
        />
      )
    case 'CHOICE':
    case 'SCALE':
      return <OneOf {...props} id={id} />
  }
}

function describedBy(id: string, hint: string, message: string | undefined): string | undefined {
  const parts = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : undefined
}

type Option = { value: OwnAnswer; label: string }

/** A choice or a step of a scale; what may be left out can be taken back again. */
function OneOf({ question, answer, message, onAnswer, id }: Props & { id: string }) {
  const t = useText()
  const name = useId()
  const hint = question.kind === 'SCALE' ? scaleHint(question, t) : question.hint
  const options = optionsOf(question)
  return (
    <fieldset
      className="fld"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, message)}
    >
      <legend className="lab">
        {question.label}
        {!question.isRequired && <span className="quiet fld-optional"> {t('shell.optional')}</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldMessage id={id} message={message} />
      <div className={question.kind === 'SCALE' ? 'ch scale' : 'ch'}>
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              className="rad"
              type="radio"
              name={name}
              checked={value === answer}
              onChange={() => onAnswer(value)}
            />
            <b>{label}</b>
          </label>
        ))}
        {!question.isRequired && (
          <label>
            <input
              className="rad"
              type="radio"
              name={name}
              checked={answer === undefined}
              onChange={() => onAnswer(null)}
            />
            <b>{t('feedback.ownAnswers.noAnswer')}</b>
          </label>
        )}
      </div>
    </fieldset>
  )
}

function numberHint({ hint, measuredIn }: OwnQuestion, t: ReturnType<typeof useText>): string {
  const unit = measuredIn && t('feedback.ownAnswers.measuredIn', { measuredIn })
  return [hint, unit].filter(Boolean).join(' ')
}

function optionsOf({ kind, choices }: OwnQuestion): Option[] {
  if (kind === 'CHOICE') return choices.map((choice) => ({ value: choice.id, label: choice.label }))
  return SCALE_STEPS.map((step) => ({ value: step, label: `${step}` }))
}

function scaleHint({ hint, lowest, highest }: OwnQuestion, t: ReturnType<typeof useText>): string {
  const ends = lowest || highest ? t('feedback.ownAnswers.scaleHint', { lowest, highest }) : ''
  return [hint, ends].filter(Boolean).join(' ')
}
