import { Link } from '@tanstack/react-router'
import { Mark } from '../kit/Mark.tsx'
import { useTitle } from '../kit/title.ts'
import { useText } from '../text.ts'

export function NotFound() {
  const t = useText()
  useTitle(t('shell.errors.notFound'))
  return (
    <main className="alone" id="noi-dung">
      <Mark />
      <h1>{t('shell.errors.notFound')}</h1>
      <p className="lead">{t('shell.errors.notFoundHelp')}</p>
      <p>
        <Link className="btn pri" to="/">
          {t('shell.errors.toInbox')}
        </Link>
      </p>
    </main>
  )
}
