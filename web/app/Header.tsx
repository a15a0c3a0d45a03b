import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { timeOfInstant, dayOfInstant, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import type { LetterView } from '../../domain/cycle/inbox.contract.ts'
import { sayLetter } from '../../domain/text/say-letter.ts'
import { connection } from '../connection.ts'
import { useDeed } from '../deed.ts'
import { Icon } from '../kit/Icon.tsx'
import { Mark } from '../kit/Mark.tsx'
import { useStore } from '../store.ts'
import { chooseLanguage, dictionary, language, useText } from '../text.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { BigTypeButton } from './BigTypeButton.tsx'
import { useLetters, useYears } from './readings.ts'
import { Search } from './Search.tsx'
import { waiting as waitingTexts } from './waiting.ts'
import { useYear } from './year.ts'

export function Header() {
  const t = useText()
  return (
    <header className="top">
      <Link className="home" to="/" aria-label={t('shell.rail.home')}>
        <Mark />
      </Link>
      <YearSwitcher />
      <Search />
      <SyncLight />
      <BigTypeButton />
      <LanguageButton />
      <Bell />
      <AccountMenu />
    </header>
  )
}

function YearSwitcher() {
  const t = useText()
  const years = useYears()
  const year = useYear()
  if (year === null) return <span className="tool year">{t('shell.header.noYears')}</span>
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button className="tool year" type="button">
          <span>{t('shell.header.year', { year })}</span>
          <Icon name="chevron-down" />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.header.chooseYear')}>
        {(years.length > 0 ? years : [year]).map((each) => (
          <Menu.Item
            key={each}
            component={Link}
            to={`/cycles/${each}`}
            aria-current={each === year ? 'true' : undefined}
          >
            {t('shell.header.year', { year: each })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Whether what is shown and typed agrees with the server, in words and never in colour alone. */
function SyncLight() {
  const t = useText()
  const { online, reachedAt, waiting } = useStore(connection)
  const texts = useStore(waitingTexts).length
  if (texts > 0) return <Texts number={texts} />
  const words = !online
    ? t('shell.header.offline')
    : waiting > 0 || reachedAt === null
      ? t('shell.header.syncing')
      : t('shell.header.synced', { time: timeOfInstant(reachedAt) })
  return (
    <p className={online ? 'sync' : 'sync off'}>
      <Icon name={!online ? 'wifi-off' : waiting > 0 ? 'cloud-upload' : 'cloud-check'} />
      <span className="lbl">{words}</span>
      <span className="vh only-phone">{words}</span>
    </p>
  )
}

/** Something typed here has not been sent: how many texts, and the way to their list. */
function Texts({ number }: { number: number }) {
  const t = useText()
  const words = t('shell.waiting.light', { number })
  return (
    <a className="sync off" href="#ban-viet-cho-gui">
      <Icon name="cloud-upload" />
      <span className="lbl">{words}</span>
      <span className="vh only-phone">{words}</span>
    </a>
  )
}

function LanguageButton() {
  const t = useText()
  const other = language() === 'vi' ? 'en' : 'vi'
  return (
    <button
      className="tool lang"
      type="button"
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      <span aria-hidden="true">{other.toUpperCase()}</span>
      <span className="vh">{t('shell.header.otherLanguage')}</span>
    </button>
  )
}

function Bell() {
  const t = useText()
  const { unread, letters } = useLetters()
  const { send } = useDeed(cycleRoutes.readLetters, { touches: [cycleRoutes.bell] })
  const label =
    unread > 0 ? t('shell.header.newNotices', { number: unread }) : t('shell.header.noNotices')
  return (
    <Menu position="bottom-end" width={360}>
      <Menu.Target>
        <button className="tool" type="button" aria-label={label}>
          <Icon name="bell" />
          {unread > 0 && (
            <span className="n" aria-hidden="true">
              {unread}
            </span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.header.notices')}>
        {letters.length === 0 && <Menu.Label>{t('shell.header.noNotices')}</Menu.Label>}
        {letters.slice(0, 8).map((letter) => (
          <Menu.Item
            key={letter.letterId}
            component={Link}
            to={letter.link}
            onClick={() => void send({ body: { letterIds: [letter.letterId] } })}
          >
            <LetterLine letter={letter} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function LetterLine({ letter }: { letter: LetterView }) {
  const words = sayLetter(dictionary(), letter).title
  return (
    <>
      {letter.readAt === null ? <b>{words}</b> : words}
      <span className="small notice-at">
        {timeOfInstant(letter.at)} {writeDayAndMonth(dayOfInstant(letter.at))}
      </span>
    </>
  )
}
