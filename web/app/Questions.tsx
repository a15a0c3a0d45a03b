import { useMutation, useQueryClient } from '@tanstack/react-query'
import { confirmPassword, signIn } from '../account.ts'
import type { Interrupt } from '../interrupts.ts'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { StepUpDialog } from '../kit/dialog/StepUpDialog.tsx'
import { useText } from '../text.ts'
import { meReading } from './me.ts'
import { SignInForm } from './SignInForm.tsx'

/** What a request asks of the person at the screen before it can go on. */
export function Questions({ asked }: { asked: Interrupt }) {
  return asked.kind === 'session' ? <SessionOver asked={asked} /> : <StepUp asked={asked} />
}

/** The session has ended: one signs in over the page, and the form below stays as it is. */
function SessionOver({ asked }: { asked: Interrupt }) {
  const t = useText()
  const username = useQueryClient().getQueryData(meReading.queryKey)?.username ?? ''
  return (
    <Dialog title={t('shell.session.title')} opened>
      <p>{t('shell.session.body')}</p>
      <SignInForm
        username={username}
        fixed={username !== ''}
        onSignIn={async (given) => {
          await signIn(given.username, given.password)
          asked.answer(true)
        }}
      />
      <p>
        <a href="/sign-in">{t('shell.session.asOther')}</a>
      </p>
    </Dialog>
  )
}

function StepUp({ asked }: { asked: Interrupt }) {
  const confirm = useMutation({ mutationFn: confirmPassword, onSuccess: () => asked.answer(true) })
  return (
    <StepUpDialog
      opened
      problem={confirm.error}
      onConfirm={(password) => confirm.mutateAsync(password).catch(() => null)}
      onCancel={() => asked.answer(false)}
    />
  )
}
