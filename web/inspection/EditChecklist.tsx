import { useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import { checklistForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { FieldRow } from '../kit/form/FieldRow.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './inspection.module.css'
import type { Props } from './InspectionPage.tsx'

/** The standard list, as this inspection needs it. */
export function EditChecklist({ inspection }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const edit = useDeed(routes.editChecklist, { onDone: () => setOpen(false) })
  const { inspectionId, revision, criteria } = inspection
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('inspection.checklist.edit')}</Button>
      <Dialog
        title={t('inspection.checklist.editTitle')}
        opened={open}
        onClose={() => setOpen(false)}
      >
        <Form
          schema={checklistForm}
          defaultValues={{
            criteria: criteria.map(({ section, criterion, evidence, maxScore, figure }) => ({
              section,
              criterion,
              evidence,
              maxScore,
              figure: figure?.name ?? null,
            })),
          }}
          onSubmit={async (body) => {
            if (await edit.send({ params: { inspectionId }, body }, revision))
              toast(t('inspection.checklist.saved'))
          }}
          problem={edit.problem}
          label={t('inspection.checklist.editTitle')}
        >
          <Criteria />
          <SubmitButton>{t('inspection.checklist.save')}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}

const empty = { section: '', criterion: '', evidence: '', maxScore: 10, figure: null }

function Criteria() {
  const t = useText()
  const { fields, append, remove } = useFieldArray({ name: 'criteria' })
  return (
    <>
      {fields.map((field, index) => (
        <FieldRow
          key={field.id}
          at={`criteria.${index}`}
          name={t('inspection.checklist.criterion', { number: index + 1 })}
          className={look.criterion ?? ''}
        >
          <TextField
            name={`criteria.${index}.criterion`}
            label={t('inspection.checklist.criterion', { number: index + 1 })}
            maxLength={300}
          />
          <TextField
            name={`criteria.${index}.section`}
            label={t('inspection.checklist.section')}
            maxLength={120}
          />
          <AreaField
            name={`criteria.${index}.evidence`}
            label={t('inspection.checklist.evidence')}
            maxLength={600}
          />
          <NumberField
            name={`criteria.${index}.maxScore`}
            label={t('inspection.checklist.maxScore')}
          />
          <Button kind="text" icon="trash" onClick={() => remove(index)}>
            {t('inspection.checklist.remove', { number: index + 1 })}
          </Button>
        </FieldRow>
      ))}
      <p>
        <Button icon="plus" onClick={() => append(empty)}>
          {t('inspection.checklist.add')}
        </Button>
      </p>
    </>
  )
}
