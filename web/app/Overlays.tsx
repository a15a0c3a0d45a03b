import { useMutation, useQueryClient } from '@tanstack/react-query'
import { confirmPassword, signIn } from '../account.ts'
import { interrupt } from '../interrupts.ts'
import { atOnce, politely } from '../kit/announce.ts'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { StepUpDialog } from '../kit/dialog/StepUpDialog.tsx'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { meReading } from './me.ts'
import { SignInForm } from './SignInForm.tsx'

/** What may lie over any page: the two questions of a request, and the voices. */
export function Overlays() {
  return (
    <>
      <SessionOver />
      <StepUp />
      <LiveRegions />
    </>
  )
}

/** The session has ended: one signs in over the page, and the form below stays as it is. */
function SessionOver() {
  const t = useText()
  const client = useQueryClient()
  const asked = useStore(interrupt)
  const username = client.getQueryData(meReading.queryKey)?.username ?? ''
  return (
    <Dialog title={t('shell.session.title')} opened={asked?.kind === 'session'}>
      <p>{t('shell.session.body')}</p>
      <SignInForm
        username={username}
        fixed={username !== ''}
        onSignIn={async (given) => {
          await signIn(given.username, given.password)
          asked?.answer(true)
        }}
      />
      <p>
        <a href="/sign-in">{t('shell.session.asOther')}</a>
      </p>
    </Dialog>
  )
}

function StepUp() {
  const asked = useStore(interrupt)
  const confirm = useMutation({ mutationFn: confirmPassword })
  async function finish(done: boolean): Promise<void> {
    confirm.reset()
    asked?.answer(done)
  }
  return (
    <StepUpDialog
      opened={asked?.kind === 'stepUp'}
      problem={confirm.error}
      onConfirm={(password) =>
        confirm.mutateAsync(password).then(
          () => finish(true),
          () => null,
        )
      }
      onCancel={() => void finish(false)}
    />
  )
}

function LiveRegions() {
  const polite = useStore(politely)
  const urgent = useStore(atOnce)
  return (
    <>
      <p className="vh" role="status">
        <span key={polite.times}>{polite.words}</span>
      </p>
      <p className="vh" role="alert">
        <span key={urgent.times}>{urgent.words}</span>
      </p>
    </>
  )
}
