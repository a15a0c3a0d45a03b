import { useState } from 'react'
import { addDays, type Day, day, daysBetween } from '../../domain/grammar/day.ts'
import { putOffForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './inspection.module.css'
import type { Props } from './InspectionPage.tsx'
import { dayWords } from './words.ts'

/** An announced visit comes later; whoever expects it is told. */
export function PutOff({ inspection }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('inspection.putOff.open')}</Button>
      <Dialog title={t('inspection.putOff.title')} opened={open} onClose={() => setOpen(false)}>
        <PuttingOff inspection={inspection} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

const aWeek = 7

function PuttingOff({ inspection, onDone }: Props & { onDone: () => void }) {
  const t = useText()
  const putOff = useDeed(routes.putOff, { onDone })
  const { inspectionId, state, selfReportDueOn } = inspection
  const from = laterBy(inspection.visitFrom, aWeek)
  const length = daysBetween(day(inspection.visitFrom), day(inspection.visitTo))
  const isReportOpen = state === 'ANNOUNCED' && selfReportDueOn !== null
  return (
    <Form
      schema={putOffForm}
      defaultValues={{
        visitFrom: from,
        visitTo: addDays(from, length),
        selfReportDueOn: isReportOpen ? laterBy(selfReportDueOn, aWeek) : null,
        reason: '',
      }}
      onSubmit={async (body) => {
        if (await putOff.send({ params: { inspectionId }, body }))
          toast(t('inspection.putOff.sent'))
      }}
      problem={putOff.problem}
      label={t('inspection.putOff.title')}
    >
      <p>{t('inspection.putOff.lead', { day: dayWords(inspection.visitFrom) })}</p>
      <fieldset className={look.group}>
        <legend className="lab">{t('inspection.form.visit')}</legend>
        <p className={`hint ${look.wide}`}>{t('inspection.putOff.anew')}</p>
        <DateField name="visitFrom" label={t('inspection.form.visitFrom')} />
        <DateField name="visitTo" label={t('inspection.form.visitTo')} />
      </fieldset>
      {isReportOpen && (
        <DateField name="selfReportDueOn" label={t('inspection.putOff.reportDue')} />
      )}
      <AreaField name="reason" label={t('inspection.putOff.reason')} rows={3} maxLength={2000} />
      <SubmitButton>{t('inspection.putOff.send')}</SubmitButton>
    </Form>
  )
}

const laterBy = (on: string, days: number): Day => addDays(day(on), days)
