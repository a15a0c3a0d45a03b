import { Link, useRouter } from '@tanstack/react-router'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { PageHead } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import styles from './admin.module.css'
import { useMe } from './me.ts'

const places = [
  { path: '/admin/attention', word: 'attention' },
  { path: '/admin/accounts', word: 'accounts' },
  { path: '/admin/holidays', word: 'holidays' },
  { path: '/mailbox', word: 'mailbox' },
  { path: '/admin/set-up', word: 'setUp' },
] as const

/** What only administrators look after, each on a page of its own. */
export function AdminPage() {
  const t = useText()
  const built: readonly string[] = Object.keys(useRouter().routesByPath)
  return (
    <>
      <PageHead working title={t('shell.admin.title')} lead={t('shell.admin.lead')} />
      <ul className={styles.places}>
        {places
          .filter(({ path }) => built.includes(path))
          .map(({ path, word }) => (
            <li key={path}>
              <Place to={path}>{t(`shell.admin.${word}`)}</Place>
              {word === 'attention' && <Failed />}
              <p>{t(`shell.admin.${word}Lead`)}</p>
            </li>
          ))}
      </ul>
    </>
  )
}

function Place({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={styles.place ?? ''}>
      {children}
    </Link>
  )
}

/** How many steps wait for somebody; nothing where none does. */
function Failed() {
  const t = useText()
  const isAdministrator = useMe().grants.some(({ role }) => role === 'administrator')
  const { data } = useReading(cycleRoutes.attentions, {}, { enabled: isAdministrator })
  if (!data || data.waiting === 0) return null
  return (
    <StateWord tone="act">{t('shell.admin.attentionWaiting', { number: data.waiting })}</StateWord>
  )
}
