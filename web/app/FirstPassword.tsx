import { signOut } from '../account.ts'
import { Button } from '../kit/Button.tsx'
import { Mark } from '../kit/Mark.tsx'
import { PageHead } from '../kit/Page.tsx'
import { useText } from '../text.ts'
import look from '../federation/federation.module.css'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { useMe } from './me.ts'

/** In place of every page, until the password that somebody else has given is changed. */
export function FirstPassword() {
  const t = useText()
  const me = useMe()
  return (
    <main className={look.open} id="noi-dung">
      <div className={look.who}>
        <Mark />
        <b>{t('shell.app')}</b>
      </div>
      <PageHead
        title={t('shell.firstPassword.title')}
        lead={t('shell.firstPassword.lead', { name: me.fullName })}
      />
      <ChangePasswordForm oldPasswordLabel={t('shell.firstPassword.given')} />
      <p>
        <Button kind="text" onClick={() => void signOut().then(() => location.assign('/sign-in'))}>
          {t('shell.account.signOut')}
        </Button>
      </p>
    </main>
  )
}
