import { Menu } from '@mantine/core'
import { Link, useRouter } from '@tanstack/react-router'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { chooseLanguage, language, useText } from '../text.ts'
import { AccountItems } from './AccountMenu.tsx'
import { useMe } from './me.ts'
import { onPhone, railEntries, type RailEntry } from './rail.ts'
import { useWaiting } from './readings.ts'
import { useYear } from './year.ts'

/** The spine of the folder: at the left on the desk, at the foot on a phone. */
export function Rail() {
  const t = useText()
  const router = useRouter()
  const built: readonly string[] = Object.keys(router.routesByPath)
  const { grants } = useMe()
  const entries = railEntries.filter(
    ({ path, of }) =>
      built.includes(path) && (!of || grants.some(({ role }) => of.some((each) => each === role))),
  )
  const beyond = entries.slice(onPhone)
  return (
    <nav className="rail" aria-label={t('shell.rail.label')}>
      <div className="in">
        <div className="mark">
          <Mark />
        </div>
        <ul>
          {entries.map((entry, index) => (
            <li key={entry.path} className={index < onPhone ? undefined : 'no-phone'}>
              <RailLink entry={entry} />
            </li>
          ))}
          <li className="only-phone">
            <Beyond entries={beyond} />
          </li>
        </ul>
      </div>
    </nav>
  )
}

function useTarget(entry: RailEntry): string | null {
  const year = useYear()
  if (!entry.path.includes('$year')) return entry.path
  return year === null ? null : entry.path.replace('$year', String(year))
}

function RailLink({ entry }: { entry: RailEntry }) {
  const t = useText()
  const waiting = useWaiting()
  const to = useTarget(entry)
  if (to === null) return null
  const inbox = entry.word === 'inbox'
  return (
    <Link to={to} activeOptions={{ exact: inbox }} activeProps={{ 'aria-current': 'page' }}>
      <Icon name={entry.icon} />
      {inbox ? (
        <>
          <span className="only-desk">{t('shell.rail.inbox')}</span>
          <span className="only-phone">{t('shell.rail.inboxShort')}</span>
        </>
      ) : (
        <span>{t(`shell.rail.${entry.word}`)}</span>
      )}
      {inbox && waiting > 0 && (
        <span className="n">
          <span aria-hidden="true">{waiting}</span>
          <span className="vh">{t('shell.rail.waiting', { number: waiting })}</span>
        </span>
      )}
    </Link>
  )
}

function Beyond({ entries }: { entries: readonly RailEntry[] }) {
  const t = useText()
  const other = language() === 'vi' ? 'en' : 'vi'
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <button type="button" className="rail-more">
          <Icon name="dots" />
          <span>{t('shell.rail.more')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry) => (
          <BeyondItem key={entry.path} entry={entry} />
        ))}
        <Menu.Item lang={other} onClick={() => void chooseLanguage(other)}>
          {t('shell.header.otherLanguage')}
        </Menu.Item>
        <AccountItems />
      </Menu.Dropdown>
    </Menu>
  )
}

function BeyondItem({ entry }: { entry: RailEntry }) {
  const t = useText()
  const to = useTarget(entry)
  if (to === null) return null
  return (
    <Menu.Item component={Link} to={to} leftSection={<Icon name={entry.icon} />}>
      {t(`shell.rail.${entry.word}`)}
    </Menu.Item>
  )
}
