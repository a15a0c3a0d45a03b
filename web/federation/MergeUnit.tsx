import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import {
  mergerForm,
  type MergerPreview,
  type UnitView,
} from '../../domain/federation/units.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { Note } from '../kit/Note.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { UnitField } from './PickOne.tsx'

/** The unit ends, and who takes it over owes what it still owed. */
export function MergeUnit({ unit }: { unit: UnitView }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { unitId, revision } = unit
  const merge = useDeed(routes.mergeUnit, {
    onDone: ({ moved }) => {
      setOpen(false)
      toast(t('federation.units.merged', { number: writeNumber(moved) }))
    },
  })
  const title = t('federation.units.merge')
  return (
    <>
      <Button kind="warn" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={mergerForm}
          defaultValues={{ successorId: '', lastDay: '', basis: '' }}
          onSubmit={(body) => merge.send({ params: { unitId }, body }, revision)}
          problem={merge.problem}
          label={title}
        >
          <UnitField name="successorId" label={t('federation.units.successors')} />
          <Preview unitId={unitId} />
          <DateField name="lastDay" label={t('federation.units.lastDay')} />
          <TextField
            name="basis"
            label={t('federation.units.basis')}
            hint={t('federation.units.basisHint')}
            maxLength={200}
          />
          <SubmitButton>{title}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}

function Preview({ unitId }: { unitId: string }) {
  const given: unknown = useWatch({ name: 'successorId' })
  const successor = z.uuid().safeParse(given)
  const successorId = successor.data ?? ''
  const { data } = useReading(
    routes.mergerPreview,
    { params: { unitId }, query: { successorId } },
    { enabled: successor.success },
  )
  return (
    <output className="fld">{successor.success && data && <WhatMoves preview={data} />}</output>
  )
}

function WhatMoves({ preview }: { preview: MergerPreview }) {
  const t = useText()
  const { children } = preview
  if (children > 0)
    return (
      <Note tone="act">
        {t('federation.units.mergeChildren', { number: writeNumber(children) })}
      </Note>
    )
  const lines = whatMoves(preview, t)
  return (
    <Note>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Note>
  )
}

function whatMoves(preview: MergerPreview, t: ReturnType<typeof useText>): string[] {
  const { moving, doubled, classes, inspections, remedies, months, stayingMonths } = preview
  const { opinions, finished, officials, keyHolders } = preview
  return [
    moving.length > 0 && t('federation.units.mergeMoving', { numbers: moving.join(', ') }),
    doubled.length > 0 && t('federation.units.mergeDoubled', { numbers: doubled.join(', ') }),
    moving.length + doubled.length === 0 && t('federation.units.mergeNothing'),
    opinions > 0 && t('federation.units.mergeOpinions', { number: writeNumber(opinions) }),
    classes.length > 0 && t('federation.units.mergeClasses', { codes: classes.join(', ') }),
    inspections > 0 &&
      t('federation.units.mergeInspections', {
        number: writeNumber(inspections),
        remedies: writeNumber(remedies),
      }),
    months.length > 0 && t('federation.units.mergeMonths', { months: months.join(', ') }),
    stayingMonths.length > 0 &&
      t('federation.units.mergeStayingMonths', { months: stayingMonths.join(', ') }),
    finished > 0 && t('federation.units.mergeFinished', { number: writeNumber(finished) }),
    officials > 0 && t('federation.units.mergeOfficials', { number: writeNumber(officials) }),
    keyHolders > 0 && t('federation.units.mergeKeys', { number: writeNumber(keyHolders) }),
  ].filter((line) => line !== false)
}
