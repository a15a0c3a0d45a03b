import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { accountForm } from '../../domain/federation/accounts.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { GivenPassword } from './GivenPassword.tsx'
import { OfficialField } from './PickOne.tsx'
import { temporaryPassword } from './temporary-password.ts'
import { wordOf } from './words.ts'

/** Opens an account for an official; comes up by itself when one was sent here for somebody. */
export function OpenAccount({ officialId }: { officialId: string | undefined }) {
  const t = useText()
  const [open, setOpen] = useState(officialId !== undefined)
  const title = t('federation.accounts.open')
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        {open && <AccountForm officialId={officialId} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

type Props = { officialId: string | undefined; onDone: () => void }

function AccountForm({ officialId, onDone }: Props) {
  const t = useText()
  const go = useNavigate()
  const [firstPassword] = useState(temporaryPassword)
  const official = useReading(
    routes.official,
    { params: { officialId: officialId ?? '' } },
    { enabled: officialId !== undefined },
  )
  const create = useDeed(routes.createAccount, {
    onDone: ({ accountId, username }) => {
      toast(t('federation.accounts.opened', { username }))
      onDone()
      void go({ to: '/admin/accounts/$id', params: { id: accountId } })
    },
  })
  if (officialId && !official.data) return null
  const chosen = official.data && {
    id: official.data.officialId,
    name: official.data.fullName,
    note: `${wordOf('positions', official.data.position)}, ${official.data.unitName}`,
  }
  return (
    <Form
      schema={accountForm}
      defaultValues={{ officialId: officialId ?? '', username: '', firstPassword }}
      onSubmit={(body) => create.send({ body })}
      problem={create.problem}
      label={t('federation.accounts.open')}
    >
      <OfficialField name="officialId" label={t('federation.accounts.official')} chosen={chosen} />
      <TextField
        name="username"
        label={t('federation.accounts.username')}
        hint={t('federation.accounts.usernameHint')}
        autoComplete="off"
        maxLength={60}
      />
      <GivenPassword password={firstPassword} />
      <SubmitButton>{t('federation.accounts.open')}</SubmitButton>
    </Form>
  )
}
