import { useId } from 'react'
import { type OwnQuestion, QUESTION_KINDS } from '../../domain/feedback/own-questions.ts'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { useText } from '../text.ts'
import { Area, Line } from './Area.tsx'
import { ChoiceLines } from './ChoiceLines.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { Tick } from './Tick.tsx'

type Props = {
  question: OwnQuestion
  /** Those before it: a condition looks back. */
  before: readonly OwnQuestion[]
  number: number
  keepsKind: boolean
  onChange: (change: Partial<OwnQuestion>) => void
}

/** One question while it is prepared: its words, how it is answered, and when it is asked. */
export function QuestionEditor({ question, before, number, keepsKind, onChange }: Props) {
  const t = useText()
  return (
    <fieldset>
      <legend>
        <h3>{t('feedback.ownQuestions.number', { number })}</h3>
      </legend>
      <Area
        rows={2}
        maxLength={300}
        label={t('feedback.ownQuestions.label')}
        value={question.label}
        // a question is one line of the form, however long
        onChange={(label) => onChange({ label: label.replaceAll(/\s*\n\s*/g, ' ') })}
      />
      <Line
        optional
        maxLength={300}
        label={t('feedback.ownQuestions.hint')}
        value={question.hint}
        onChange={(hint) => onChange({ hint })}
      />
      <KindField question={question} keepsKind={keepsKind} onChange={onChange} />
      <KindDetails question={question} onChange={onChange} />
      <div className="fld">
        <Tick
          label={t('feedback.ownQuestions.required')}
          checked={question.isRequired}
          onChange={(isRequired) => onChange({ isRequired })}
        />
      </div>
      <ConditionFields question={question} before={before} onChange={onChange} />
    </fieldset>
  )
}

type PartProps = Pick<Props, 'question' | 'onChange'>

function KindField({ question, keepsKind, onChange }: PartProps & { keepsKind: boolean }) {
  const t = useText()
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={t('feedback.ownQuestions.kind')}
      message={undefined}
      {...(keepsKind && { hint: t('feedback.ownQuestions.keepsKind') })}
    >
      <select
        className="inp"
        id={id}
        value={question.kind}
        disabled={keepsKind}
        aria-describedby={keepsKind ? `${id}-hint` : undefined}
        onChange={(event) => {
          const kind = QUESTION_KINDS.find((each) => each === event.currentTarget.value)
          if (kind) onChange({ kind })
        }}
      >
        {QUESTION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`feedback.ownQuestions.kinds.${kind}`)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** What only one kind of answer needs; typed once, it stays when the kind is tried and changed. */
function KindDetails({ question, onChange }: PartProps) {
  const t = useText()
  switch (question.kind) {
    case 'TEXT':
      return null
    case 'NUMBER':
      return (
        <Line
          optional
          maxLength={40}
          label={t('feedback.ownQuestions.measuredIn')}
          value={question.measuredIn}
          onChange={(measuredIn) => onChange({ measuredIn })}
        />
      )
    case 'CHOICE':
      return (
        <ChoiceLines choices={question.choices} onChange={(choices) => onChange({ choices })} />
      )
    case 'SCALE':
      return (
        <>
          <Line
            optional
            maxLength={60}
            label={t('feedback.ownQuestions.lowest')}
            value={question.lowest}
            onChange={(lowest) => onChange({ lowest })}
          />
          <Line
            optional
            maxLength={60}
            label={t('feedback.ownQuestions.highest')}
            value={question.highest}
            onChange={(highest) => onChange({ highest })}
          />
        </>
      )
  }
}
