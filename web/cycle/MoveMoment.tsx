import { useWatch } from 'react-hook-form'
import { type MomentView, momentMoveForm } from '../../domain/cycle/calendar.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { isDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import { Preview } from './Preview.tsx'

type Props = { planYear: number; moment: MomentView; onClose: () => void }

/** Moves one date, having shown what moves with it and how many people are told. */
export function MoveMoment({ planYear, moment, onClose }: Props) {
  const t = useText()
  const move = useDeed(cycleRoutes.moveMoment, { onDone: onClose })
  const title = t('cycle.pages.calendar.moveTitle', {
    moment: sayKey(`cycle.moments.${moment.moment}`) ?? moment.moment,
  })
  const params = { planYear, moment: moment.moment }
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={momentMoveForm}
        defaultValues={{ day: moment.on, reason: '' }}
        onSubmit={(body) => move.send({ params, body })}
        problem={move.problem}
        label={title}
      >
        <DateField name="day" label={t('cycle.pages.calendar.newDay')} />
        <WhatMoves {...params} from={moment.on} />
        <AreaField name="reason" label={t('cycle.pages.cycle.reason')} rows={3} maxLength={500} />
        <div className="row">
          <SubmitButton>{t('cycle.pages.calendar.save')}</SubmitButton>
          <Button onClick={onClose}>{t('cycle.pages.cycle.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

type Moving = { planYear: number; moment: MomentView['moment']; from: string }

function WhatMoves({ from, ...params }: Moving) {
  const day: unknown = useWatch({ name: 'day' })
  const wished = typeof day === 'string' && isDay(day) && day !== from ? day : null
  const preview = useReading(
    cycleRoutes.momentPreview,
    { params, query: { day: wished ?? from } },
    { enabled: wished !== null },
  )
  return wished && preview.data ? <Preview preview={preview.data} /> : null
}
