import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { placeForm, type UnitView } from '../../domain/federation/units.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { UnitField } from './PickOne.tsx'

/** The unit goes under another one, with all below it. */
export function MoveUnit({ unit }: { unit: UnitView }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { unitId, revision } = unit
  const move = useDeed(routes.moveUnit, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.units.moved'))
    },
  })
  const title = t('federation.units.move')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <p>{t('federation.units.moveNote')}</p>
        <Form
          schema={placeForm}
          defaultValues={{ aboveId: '', basis: '' }}
          onSubmit={(body) => move.send({ params: { unitId }, body }, revision)}
          problem={move.problem}
          label={title}
        >
          <UnitField name="aboveId" label={t('federation.units.newAbove')} />
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
