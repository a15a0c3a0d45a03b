import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { memberView } from '../../domain/federation/set-up.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { useText } from '../text.ts'
import { OfficialField } from './PickOne.tsx'

export function SeatMember() {
  const t = useText()
  const [open, setOpen] = useState(false)
  const seat = useDeed(routes.seatMember, { onDone: () => setOpen(false) })
  const title = t('federation.setUp.seat')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={routes.seatMember.body}
          defaultValues={{ officialId: '', since: '' }}
          onSubmit={(body) => seat.send({ body })}
          problem={seat.problem}
          label={title}
        >
          <OfficialField name="officialId" label={t('federation.accounts.official')} />
          <SelectField
            name="role"
            label={t('federation.setUp.memberRole')}
            choices={memberView.shape.role.options.map((value) => ({
              value,
              label: t(`federation.memberRoles.${value}`),
            }))}
          />
          <DateField name="since" label={t('federation.words.since')} />
          <SubmitButton>{title}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}
