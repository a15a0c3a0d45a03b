import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import { connection } from '../connection.ts'
import { Icon } from '../kit/Icon.tsx'
import { barOn } from '../kit/page-bar.ts'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { Header } from './Header.tsx'
import { useMe } from './me.ts'
import { NewVersion } from './NewVersion.tsx'
import { Rail } from './Rail.tsx'
import { WaitingFiles } from './WaitingFiles.tsx'
import { Unkept, WaitingTexts } from './WaitingTexts.tsx'

export function AppShell() {
  return useMe().mustChangePassword ? <FirstPassword /> : <Shell />
}

function Shell() {
  const t = useText()
  const withBar = useStore(barOn)
  const main = useRef<HTMLElement>(null)
  useFocusOnNewPage(main)
  useQuestionsAtHand()
  return (
    <>
      <a className="skip" href="#noi-dung">
        {t('shell.skip')}
      </a>
      <div className={withBar ? 'app bar-on' : 'app'}>
        <Header />
        <Rail />
        <main id="noi-dung" tabIndex={-1} ref={main}>
          <OfflineBar />
          <NewVersion />
          <Unkept />
          <WaitingTexts />
          <WaitingFiles />
          <Outlet />
        </main>
        <Foot />
      </div>
    </>
  )
}

/** What a request may ask is fetched now: when it asks, a newer version may have taken its place. */
function useQuestionsAtHand(): void {
  useEffect(() => void import('./Questions.tsx').catch(() => undefined), [])
}

/** A new page is announced by taking the focus to its beginning; filters in the address are not. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const first = useRef(true)
  useEffect(() => {
    if (path === undefined) return
    if (first.current) first.current = false
    else main.current?.focus({ preventScroll: true })
  }, [path, main])
}

function OfflineBar() {
  const t = useText()
  const { online, reachedAt } = useStore(connection)
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          <Icon name="wifi-off" />
          <span>
            {reachedAt
              ? t('shell.offline.bar', { time: timeOfInstant(reachedAt) })
              : t('shell.offline.barNever')}
          </span>
        </p>
      )}
    </div>
  )
}

/** Help stands at the same place of every page. */
function Foot() {
  const t = useText()
  const { federation } = useMe()
  const { helpName, helpPhone } = federation
  return (
    <footer className="foot">
      {helpName && helpPhone ? (
        <span>
          {t('shell.foot.help', { name: helpName })}{' '}
          <a className="nw" href={`tel:${helpPhone.replaceAll(' ', '')}`}>
            {helpPhone}
          </a>
          , {t('shell.foot.hours')}
        </span>
      ) : (
        <span>{t('shell.foot.noHelp')}</span>
      )}
    </footer>
  )
}
