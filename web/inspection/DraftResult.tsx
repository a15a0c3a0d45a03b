import { useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import { addDays, dayOfInstant } from '../../domain/grammar/day.ts'
import { resultForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { ratingFor, RATINGS } from '../../domain/inspection/result.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { FieldRow } from '../kit/form/FieldRow.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './inspection.module.css'
import type { Props } from './InspectionPage.tsx'
import { KeptResult } from './KeptResult.tsx'
import { fieldsOf, objectionsIn, useResultWriting } from './result-writing.ts'
import { scoreWords } from './words.ts'

/** The team's draft: rating, conclusion, an answer to each objection, and what must be mended. */
export function DraftResult({ inspection }: Props) {
  const t = useText()
  const { state, result, resultWriting } = inspection
  const isBegun = state === 'MINUTES_SIGNED' || Boolean(resultWriting?.form)
  const [open, setOpen] = useState(isBegun)
  if (!open)
    return (
      <Button onClick={() => setOpen(true)}>
        {t(result ? 'inspection.result.redraft' : 'inspection.result.draft')}
      </Button>
    )
  return <Drafting inspection={inspection} onDone={() => setOpen(false)} />
}

function Drafting({ inspection, onDone }: Props & { onDone: () => void }) {
  const t = useText()
  const draft = useDeed(routes.draftResult, { onDone })
  const kept = useResultWriting(inspection)
  const { inspectionId, revision, scorePercent } = inspection
  const objections = objectionsIn(inspection)
  const proposed = scorePercent === null ? null : ratingFor(scorePercent)
  return (
    <Form
      schema={resultForm}
      isKept
      defaultValues={fieldsOf(kept.value, inspection)}
      onSubmit={async (body) => {
        if (!(await kept.flush())) return
        if (await draft.send({ params: { inspectionId }, body }, revision))
          toast(t('inspection.result.saved'))
      }}
      problem={draft.problem}
      label={t('inspection.result.draft')}
    >
      <SelectField
        name="rating"
        label={t('inspection.result.rating')}
        choices={RATINGS.map((value) => ({ value, label: t(`inspection.ratings.${value}`) }))}
        {...(proposed &&
          scorePercent !== null && {
            hint: t('inspection.result.ratingHint', {
              score: scoreWords(scorePercent),
              rating: t(`inspection.ratings.${proposed}`),
            }),
          })}
      />
      <AreaField
        name="conclusion"
        label={t('inspection.result.conclusion')}
        rows={4}
        maxLength={8000}
        paper
      />
      {objections.length > 0 && <h3>{t('inspection.result.answers')}</h3>}
      {objections.map(({ number, criterion, reply }, index) => (
        <AreaField
          key={number}
          name={`answers.${index}.words`}
          label={t('inspection.result.answerTo', { number, criterion })}
          hint={t('inspection.reply.unitSaid', { words: reply?.words ?? '' })}
          maxLength={4000}
        />
      ))}
      <RemedyFields inspection={inspection} />
      <KeptResult inspection={inspection} kept={kept} />
      <SubmitButton>{t('inspection.result.save')}</SubmitButton>
    </Form>
  )
}

const monthAhead = 30

function RemedyFields({ inspection: { criteria, departments } }: Props) {
  const t = useText()
  const { fields, append, remove } = useFieldArray({ name: 'remedies' })
  const choices = criteria.map(({ criterionId, number, criterion }) => ({
    value: criterionId,
    label: `${number}. ${criterion}`,
  }))
  return (
    <>
      <h3>{t('inspection.result.remedies')}</h3>
      {fields.map((field, index) => (
        <FieldRow
          key={field.id}
          at={`remedies.${index}`}
          name={t('inspection.result.measure', { number: index + 1 })}
          className={look.criterion ?? ''}
        >
          <AreaField
            name={`remedies.${index}.measure`}
            label={t('inspection.result.measure', { number: index + 1 })}
            maxLength={1000}
          />
          <div className={look.group}>
            <SelectField
              name={`remedies.${index}.criterionId`}
              label={t('inspection.result.ofCriterion')}
              choices={choices}
              placeholder={t('inspection.result.anyCriterion')}
              whenEmpty="null"
              optional
            />
            <SelectField
              name={`remedies.${index}.departmentId`}
              label={t('inspection.result.owner')}
              choices={departments.map(({ id, name }) => ({ value: id, label: name }))}
              placeholder={t('inspection.result.ownUnit')}
              whenEmpty="null"
            />
            <DateField name={`remedies.${index}.dueOn`} label={t('inspection.result.dueOn')} />
          </div>
          <Button kind="text" icon="trash" onClick={() => remove(index)}>
            {t('inspection.result.removeRemedy', { number: index + 1 })}
          </Button>
        </FieldRow>
      ))}
      <p>
        <Button
          icon="plus"
          onClick={() =>
            append({
              measure: '',
              criterionId: null,
              departmentId: null,
              dueOn: addDays(dayOfInstant(new Date()), monthAhead),
            })
          }
        >
          {t('inspection.result.addRemedy')}
        </Button>
      </p>
    </>
  )
}
