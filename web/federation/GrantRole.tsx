import { useState } from 'react'
import { type AccountDetailView, grantForm } from '../../domain/federation/accounts.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { ROLES } from '../../domain/grammar/deed.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { UnitField } from './PickOne.tsx'
import { choicesOf } from './words.ts'

/** A role from a day on, at the unit where the person works unless another one is chosen. */
export function GrantRole({ account }: { account: AccountDetailView }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { data } = useReading(routes.setUp, {})
  const grant = useDeed(routes.grantRole, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.accounts.granted'))
    },
  })
  if (!mayDo(account.allowedActions, 'role.granted')) return null
  const { accountId, unitId, unitName } = account
  const title = t('federation.accounts.grant')
  const departments = (data?.departments ?? []).map(({ departmentId, name }) => ({
    value: departmentId,
    label: name,
  }))
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={grantForm}
          defaultValues={{ unitId, departmentId: null, since: '', until: null }}
          onSubmit={(body) => grant.send({ params: { accountId }, body })}
          problem={grant.problem}
          label={title}
        >
          <SelectField
            name="role"
            label={t('federation.accounts.roles')}
            choices={choicesOf('roles', ROLES)}
          />
          <UnitField
            name="unitId"
            label={t('federation.words.unit')}
            chosen={{ id: unitId, name: unitName, note: '' }}
          />
          {unitId === data?.topUnitId && departments.length > 0 && (
            <SelectField
              name="departmentId"
              label={t('federation.words.department')}
              choices={departments}
              whenEmpty="null"
              optional
            />
          )}
          <DateField name="since" label={t('federation.words.since')} />
          <DateField name="until" label={t('federation.words.until')} optional />
          <SubmitButton>{title}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}
