import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { type HolidayView, holidayForm } from '../../domain/cycle/calendar.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { isDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { Preview } from './Preview.tsx'

const schema = z.strictObject({ day: z.iso.date(), ...holidayForm.shape })
const kinds = ['OFF', 'MAKE_UP', 'WORKING'] as const

/** Enters, renames or takes out a day; what moves in the open years is shown before. */
export function HolidayDialog({
  holiday,
  onClose,
}: {
  holiday: HolidayView | null
  onClose: () => void
}) {
  const t = useText()
  const change = useDeed(cycleRoutes.changeHoliday, { onDone: onClose })
  const title = t(holiday ? 'cycle.pages.calendar.changeTitle' : 'cycle.pages.calendar.add')
  const { day = '', name = '', kind = 'OFF' } = holiday ?? {}
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={schema}
        defaultValues={{ day, name, kind }}
        onSubmit={({ day: on, ...body }) => change.send({ params: { day: on }, body })}
        problem={change.problem}
        label={title}
      >
        <DateField name="day" label={t('cycle.pages.calendar.day')} />
        <TextField name="name" label={t('cycle.pages.calendar.holiday')} maxLength={120} />
        <SelectField
          name="kind"
          label={t('cycle.pages.calendar.kind')}
          choices={kinds.map((value) => ({
            value,
            label: t(`cycle.pages.calendar.kinds.${value}`),
          }))}
        />
        <WhatMoves />
        <div className="row">
          <SubmitButton>{t('cycle.pages.calendar.saveHoliday')}</SubmitButton>
          <Button onClick={onClose}>{t('cycle.pages.cycle.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function WhatMoves() {
  const [day, kind]: unknown[] = useWatch({ name: ['day', 'kind'] })
  const on = typeof day === 'string' && isDay(day) ? day : null
  const chosen = kinds.find((each) => each === kind) ?? 'OFF'
  const preview = useReading(
    cycleRoutes.holidayPreview,
    { params: { day: on ?? '' }, query: { kind: chosen } },
    { enabled: on !== null },
  )
  return on && preview.data ? <Preview preview={preview.data} /> : null
}
