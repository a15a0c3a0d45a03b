import { useState } from 'react'
import { z } from 'zod'
import type { AccountDetailView } from '../../domain/federation/accounts.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { GivenPassword } from './GivenPassword.tsx'
import { temporaryPassword } from './temporary-password.ts'

type Props = { account: AccountDetailView }

export function AccountDeeds({ account }: Props) {
  const may = (deed: string) => mayDo(account.allowedActions, deed)
  return (
    <>
      {may('account.password-reset') && <Reset account={account} />}
      {may('account.suspended') && <Suspend account={account} />}
      {may('account.resumed') && <Resume account={account} />}
    </>
  )
}

function Reset({ account }: Props) {
  const t = useText()
  const [password, setPassword] = useState<string | null>(null)
  const { accountId, fullName } = account
  const reset = useDeed(routes.resetPassword, {
    onDone: () => {
      setPassword(null)
      toast(t('federation.accounts.resetDone', { name: fullName }))
    },
  })
  const title = t('federation.accounts.reset')
  return (
    <>
      <Button onClick={() => setPassword(temporaryPassword())}>{title}</Button>
      <Dialog title={title} opened={password !== null} onClose={() => setPassword(null)}>
        <p>{t('federation.accounts.resetNote')}</p>
        <Form
          schema={z.object({})}
          defaultValues={{}}
          onSubmit={() =>
            reset.send({ params: { accountId }, body: { temporaryPassword: password ?? '' } })
          }
          problem={reset.problem}
          label={title}
        >
          <GivenPassword password={password ?? ''} />
          <SubmitButton>{title}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}

function Suspend({ account: { accountId, fullName } }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const suspend = useDeed(routes.suspendAccount, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.accounts.suspendDone', { name: fullName }))
    },
  })
  const title = t('federation.accounts.suspend')
  return (
    <>
      <Button kind="warn" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <ReasonDialog
        title={title}
        deed={title}
        opened={open}
        onClose={() => setOpen(false)}
        onGiven={(reason) => suspend.send({ params: { accountId }, body: { reason } })}
        problem={suspend.problem}
      />
    </>
  )
}

function Resume({ account: { accountId, fullName } }: Props) {
  const t = useText()
  const resume = useDeed(routes.resumeAccount, {
    onDone: () => toast(t('federation.accounts.resumeDone', { name: fullName })),
  })
  return (
    <Button sending={resume.sending} onClick={() => void resume.send({ params: { accountId } })}>
      {t('federation.accounts.resume')}
    </Button>
  )
}
