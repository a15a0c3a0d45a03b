import { useState } from 'react'
import { substituteForm } from '../../domain/federation/accounts.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { OfficialField } from './PickOne.tsx'

/** Who acts for the head of a unit, between two days. */
export function NameSubstitute({ grantId }: { grantId: string }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const name = useDeed(routes.nameSubstitute, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.accounts.substituteDone'))
    },
  })
  const title = t('federation.accounts.substitute')
  return (
    <>
      <Button kind="text" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={substituteForm}
          defaultValues={{ officialId: '', since: '', until: '' }}
          onSubmit={(body) => name.send({ params: { grantId }, body })}
          problem={name.problem}
          label={title}
        >
          <OfficialField name="officialId" label={t('federation.accounts.official')} />
          <DateField name="since" label={t('federation.words.since')} />
          <DateField name="until" label={t('federation.words.until')} />
          <SubmitButton>{title}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}
