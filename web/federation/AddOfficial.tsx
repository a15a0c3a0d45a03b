import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { officialForm } from '../../domain/federation/officials.contract.ts'
import { EMPLOYMENTS, POSITIONS } from '../../domain/federation/position.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { CheckField } from '../kit/form/CheckField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { type Found, UnitField } from './PickOne.tsx'
import { TermField } from './TermField.tsx'
import { choicesOf } from './words.ts'
import { YearField } from './YearField.tsx'

type Department = { departmentId: string; name: string }
type Props = {
  unit?: Found
  departments?: readonly Department[]
  /** Stay where one is, to enter the next one. */
  stay?: boolean
}

export function AddOfficial({ unit, departments = [], stay = false }: Props) {
  const t = useText()
  const go = useNavigate()
  const [open, setOpen] = useState(false)
  const add = useDeed(routes.addOfficial, {
    onDone: ({ officialId }) => {
      setOpen(false)
      if (!stay) void go({ to: '/officials/$id', params: { id: officialId } })
    },
  })
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {t('federation.officials.add')}
      </Button>
      <Dialog title={t('federation.officials.add')} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={officialForm}
          defaultValues={{ ...empty, unitId: unit?.id ?? '' }}
          onSubmit={async (body) => {
            if (await add.send({ body }))
              toast(t('federation.officials.added', { name: body.fullName }))
          }}
          problem={add.problem}
          label={t('federation.officials.add')}
        >
          <Person />
          <UnitField name="unitId" label={t('federation.words.unit')} chosen={unit} />
          {departments.length > 0 && (
            <SelectField
              name="departmentId"
              label={t('federation.words.department')}
              choices={departments.map(({ departmentId, name }) => ({
                value: departmentId,
                label: name,
              }))}
              whenEmpty="null"
              optional
            />
          )}
          <SubmitButton>{t('federation.officials.add')}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}

const empty = {
  unitId: '',
  departmentId: null,
  fullName: '',
  birthYear: null,
  since: '',
  term: null,
  newInTerm: false,
  email: null,
  phone: null,
}

function Person() {
  const t = useText()
  return (
    <>
      <TextField name="fullName" label={t('federation.officials.name')} maxLength={120} />
      <div className={look.two}>
        <SelectField
          name="sex"
          label={t('federation.words.sex')}
          choices={choicesOf('sexes', ['F', 'M'])}
        />
        <YearField name="birthYear" label={t('federation.words.birthYear')} optional />
        <SelectField
          name="position"
          label={t('federation.words.position')}
          choices={choicesOf('positions', POSITIONS)}
        />
        <SelectField
          name="employment"
          label={t('federation.words.employment')}
          choices={choicesOf('employments', EMPLOYMENTS)}
        />
        <TextField name="email" label={t('federation.words.email')} whenEmpty="null" optional />
        <TextField name="phone" label={t('federation.words.phone')} whenEmpty="null" optional />
      </div>
      <DateField name="since" label={t('federation.officials.since')} />
      <TermField
        name="term"
        label={t('federation.officials.termField')}
        hint={t('federation.officials.termHint')}
        optional
      />
      <CheckField name="newInTerm" label={t('federation.officials.newInTerm')} />
    </>
  )
}
