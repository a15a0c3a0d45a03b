import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { LEVELS, OWNERSHIPS, UNIT_KINDS } from '../../domain/federation/unit-kind.ts'
import { unitForm } from '../../domain/federation/units.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { type Found, UnitField } from './PickOne.tsx'
import { choicesOf } from './words.ts'

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
          <Facts />
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

function Facts() {
  const t = useText()
  return (
    <div className={look.two}>
      <TextField name="code" label={t('federation.words.code')} maxLength={30} />
      <TextField name="symbol" label={t('federation.words.symbol')} whenEmpty="null" optional />
      <SelectField
        name="kind"
        label={t('federation.words.kind')}
        choices={choicesOf('kinds', UNIT_KINDS)}
      />
      <SelectField
        name="level"
        label={t('federation.words.level')}
        choices={choicesOf('levels', LEVELS)}
      />
      <TextField name="sector" label={t('federation.words.sector')} whenEmpty="null" optional />
      <SelectField
        name="ownership"
        label={t('federation.words.ownership')}
        choices={choicesOf('ownerships', OWNERSHIPS)}
        whenEmpty="null"
        optional
      />
      <NumberField name="workers" label={t('federation.words.workers')} optional />
      <NumberField name="members" label={t('federation.words.members')} optional />
      <TextField
        name="contactName"
        label={t('federation.words.contact')}
        whenEmpty="null"
        optional
      />
      <TextField
        name="contactPhone"
        label={t('federation.words.phone')}
        whenEmpty="null"
        optional
      />
    </div>
  )
}
