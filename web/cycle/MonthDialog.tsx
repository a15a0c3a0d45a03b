import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import {
  movementCounts,
  type MovementMonthView,
  type UnitMovementView,
} from '../../domain/cycle/movement.contract.ts'
import { MOVEMENT_TERMS, netGrowth } from '../../domain/cycle/movement.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './movement.module.css'

type Props = {
  view: UnitMovementView
  month: number
  form: MovementMonthView | null
  onClose: () => void
}

/** The four counts of a month; once sent, they are corrected with a reason. */
export function MonthDialog({ view: { planYear, unitId }, month, form, onClose }: Props) {
  const t = useText()
  const isSent = form?.state === 'SENT'
  const done = () => {
    toast(t('cycle.movement.saved', { month }))
    onClose()
  }
  const write = useDeed(routes.writeMovement, { onDone: done })
  const correct = useDeed(routes.correctMovement, { onDone: done })
  const params = { planYear, unitId }
  const schema = movementCounts.extend({
    reason: isSent
      ? z.string().trim().min(5, 'cycle.reason-needed').max(500)
      : z.string().default(''),
  })
  const title = t('cycle.movement.monthOf', { month, planYear: String(planYear) })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={schema}
        label={title}
        defaultValues={{ ...countsOf(form), reason: '' }}
        problem={write.problem ?? correct.problem}
        onSubmit={({ reason, ...counts }) =>
          isSent
            ? correct.send({ params, body: { month, ...counts, reason } })
            : write.send({ params, body: { months: [{ month, ...counts }] } })
        }
      >
        <div className={look.fields}>
          {MOVEMENT_TERMS.map((term) => (
            <NumberField
              key={term}
              name={term}
              label={t(`cycle.movement.terms.${term}`)}
              hint={t(`cycle.movement.hints.${term}`)}
            />
          ))}
        </div>
        <Net />
        {isSent && (
          <AreaField name="reason" label={t('cycle.movement.reason')} rows={2} maxLength={500} />
        )}
        <div className="row">
          <SubmitButton>{t('cycle.movement.save')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function countsOf(form: MovementMonthView | null) {
  if (!form) return {}
  const { newlyDeveloped, otherDecrease, transferIn, transferOut } = form
  return { newlyDeveloped, otherDecrease, transferIn, transferOut }
}

/** The net follows while one types; there is no field for it. */
function Net() {
  const t = useText()
  const [developed, decrease]: unknown[] = useWatch({ name: ['newlyDeveloped', 'otherDecrease'] })
  if (typeof developed !== 'number' || typeof decrease !== 'number') return null
  const { net } = netGrowth({
    newlyDeveloped: developed,
    otherDecrease: decrease,
    transferIn: 0,
    transferOut: 0,
  })
  return (
    <output className={look.net}>
      {t('cycle.movement.netIs', {
        developed: writeNumber(developed),
        decrease: writeNumber(decrease),
        net: writeNumber(net),
      })}
    </output>
  )
}
