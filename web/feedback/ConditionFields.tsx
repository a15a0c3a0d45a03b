import { useId } from 'react'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { answersToName } from '../../domain/feedback/question-list.ts'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { useText } from '../text.ts'
import { Tick } from './Tick.tsx'

type Props = {
  question: OwnQuestion
  before: readonly OwnQuestion[]
  onChange: (change: Partial<OwnQuestion>) => void
}

/** "Only when question k was answered X": k is one of those before whose answers can be named. */
export function ConditionFields({ question: { when }, before, onChange }: Props) {
  const t = useText()
  const id = useId()
  const able = before.filter((question) => answersToName(question).length > 0)
  const asked = able.find((question) => question.id === when?.questionId)
  if (able.length === 0 && when === null) return null
  return (
    <>
      <FieldFrame id={id} label={t('feedback.ownQuestions.when')} message={undefined}>
        <select
          className="inp"
          id={id}
          value={asked?.id ?? ''}
          onChange={(event) => {
            const questionId = event.currentTarget.value
            onChange({ when: questionId === '' ? null : { questionId, is: [] } })
          }}
        >
          <option value="">{t('feedback.ownQuestions.always')}</option>
          {able.map((question) => (
            <option key={question.id} value={question.id}>
              {t('feedback.ownQuestions.whenAnswered', {
                number: before.indexOf(question) + 1,
                label: question.label,
              })}
            </option>
          ))}
        </select>
      </FieldFrame>
      {asked && when && (
        <fieldset className="fld">
          <legend className="lab">{t('feedback.ownQuestions.isAnswered')}</legend>
          {answersToName(asked).map((answer) => (
            <Tick
              key={answer.id}
              label={answer.label}
              checked={when.is.includes(answer.id)}
              onChange={(on) => {
                const others = when.is.filter((each) => each !== answer.id)
                onChange({ when: { ...when, is: on ? [...others, answer.id] : others } })
              }}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}
