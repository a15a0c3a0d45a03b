import { useText } from '../text.ts'
import look from './federation.module.css'

/** The temporary password, shown once to be read out. */
export function GivenPassword({ password }: { password: string }) {
  const t = useText()
  return (
    <div className="fld">
      <p className="lab">{t('federation.accounts.firstPassword')}</p>
      <p className="hint">{t('federation.accounts.firstPasswordHint')}</p>
      <p className={look.given} translate="no">
        {password}
      </p>
    </div>
  )
}
