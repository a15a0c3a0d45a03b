import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { unitForm } from '../../domain/federation/units.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { type Found, UnitField } from './PickOne.tsx'
import { UnitFacts } from './UnitFacts.tsx'

type Props = { above?: Found; stay?: boolean }

export function AddUnit({ above, stay = false }: Props) {
  const t = useText()
  const go = useNavigate()
  const [open, setOpen] = useState(false)
  const add = useDeed(routes.addUnit, {
    onDone: ({ unitId }) => {
      setOpen(false)
      if (!stay) void go({ to: '/units/$id', params: { id: unitId } })
    },
  })
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('federation.units.add')}
      </Button>
      <Dialog title={t('federation.units.add')} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={unitForm}
          defaultValues={{ ...empty, aboveId: above?.id ?? '' }}
          onSubmit={async (body) => {
            if (await add.send({ body })) toast(t('federation.units.added', { name: body.name }))
          }}
          problem={add.problem}
          label={t('federation.units.add')}
        >
          <UnitField name="aboveId" label={t('federation.words.above')} chosen={above} />
          <TextField name="name" label={t('federation.units.name')} maxLength={200} />
          <UnitFacts code />
          <DateField name="validFrom" label={t('federation.units.from')} />
          <SubmitButton>{t('federation.units.add')}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}

const empty = {
  aboveId: '',
  code: '',
  name: '',
  symbol: null,
  sector: null,
  ownership: null,
  workers: null,
  members: null,
  validFrom: '',
  contactName: null,
  contactPhone: null,
}
