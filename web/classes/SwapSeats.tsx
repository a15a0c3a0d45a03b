import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { seatsForm } from '../../domain/classes/forms.contract.ts'
import type { ClassView, OwnPartView } from '../../domain/classes/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { useText } from '../text.ts'

type Props = { view: ClassView; part: OwnPartView }

/** Seats that a unit cannot fill, and seats that nobody has. */
export function SwapSeats({ view, part }: Props) {
  const t = useText()
  const [open, setOpen] = useState<'give' | 'take' | null>(null)
  const seats = part.seats - part.givenBack
  const mayGive = seats > 0 && mayDo(part.allowedActions, 'seats.given-back')
  const mayTake = view.freeSeats > 0 && mayDo(part.allowedActions, 'seats.taken')
  if (!mayGive && !mayTake) return null
  const asking = { view, part, onClose: () => setOpen(null) }
  return (
    <section aria-label={t('classes.part.seats')}>
      <h3>{t('classes.part.seats')}</h3>
      {mayTake && <p className="small">{t('classes.part.seatsLead', { free: view.freeSeats })}</p>}
      <div className="row">
        {mayGive && <Button onClick={() => setOpen('give')}>{t('classes.part.give')}</Button>}
        {mayTake && <Button onClick={() => setOpen('take')}>{t('classes.part.take')}</Button>}
      </div>
      {open === 'give' && <Give {...asking} />}
      {open === 'take' && <Take {...asking} />}
    </section>
  )
}

type Asking = Props & { onClose: () => void }

function Give({ view: { classId }, part, onClose }: Asking) {
  const t = useText()
  const deed = useDeed(routes.giveSeatsBack, { onDone: onClose })
  return (
    <Dialog title={t('classes.part.give')} opened onClose={onClose}>
      <p>{t('classes.part.giveLead', { seats: part.seats - part.givenBack })}</p>
      <Form
        schema={seatsForm}
        defaultValues={{ seats: 1 }}
        problem={deed.problem}
        label={t('classes.part.give')}
        onSubmit={(body) => deed.send({ params: { classId, unitId: part.unitId }, body })}
      >
        <NumberField name="seats" label={t('classes.part.giveLabel')} />
        <SubmitButton>{t('classes.part.give')}</SubmitButton>
      </Form>
    </Dialog>
  )
}

function Take({ view, part, onClose }: Asking) {
  const t = useText()
  const deed = useDeed(routes.takeSeats, { onDone: onClose })
  const { classId, freeSeats } = view
  return (
    <Dialog title={t('classes.part.take')} opened onClose={onClose}>
      <p>{t('classes.part.takeLead', { free: freeSeats })}</p>
      <Form
        schema={seatsForm}
        defaultValues={{ seats: 1 }}
        problem={deed.problem}
        label={t('classes.part.take')}
        onSubmit={(body) => deed.send({ params: { classId, unitId: part.unitId }, body })}
      >
        <NumberField name="seats" label={t('classes.part.takeLabel')} />
        <SubmitButton>{t('classes.part.take')}</SubmitButton>
      </Form>
    </Dialog>
  )
}
