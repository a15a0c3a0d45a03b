import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { dayOfInstant, timeOfInstant, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { connection } from '../connection.ts'
import type { LocalCopy } from '../kit/autosave/local-copy.ts'
import { unsent } from '../kit/autosave/unsent.ts'
import { Button } from '../kit/Button.tsx'
import { Icon } from '../kit/Icon.tsx'
import { useStore } from '../store.ts'
import { sayKey, useText } from '../text.ts'
import { useMe } from './me.ts'
import { saveTextFile } from './text-file.ts'
import { dropWaiting, sendWaiting, waiting, type WaitingText } from './waiting.ts'

const lookEveryMs = 60_000

/** What was typed here on other pages and has not been sent: how many, where, and the ways out. */
export function WaitingTexts() {
  const t = useText()
  const texts = useStore(waiting)
  useSending()
  if (texts.length === 0) return null
  return (
    <section
      className="waiting"
      id="ban-viet-cho-gui"
      aria-label={t('shell.waiting.light', { number: texts.length })}
    >
      <p>
        <Icon name="cloud-upload" />
        <span>
          <b>{t('shell.waiting.title', { number: texts.length })}</b>{' '}
          {texts.some(({ why }) => why === 'unsent') && t('shell.waiting.sending')}
        </span>
      </p>
      <ul>
        {texts.map((text) => (
          <Waiting key={text.copy.document} text={text} />
        ))}
      </ul>
    </section>
  )
}

function Waiting({ text: { copy, why, reason = '' } }: { text: WaitingText }) {
  const t = useText()
  const what = nameOf(copy)
  const { day, time } = typedAt(copy)
  return (
    <li>
      <span>
        {what}, {t('shell.waiting.at', { day, time })}: {t(`shell.waiting.why.${why}`, { reason })}
      </span>{' '}
      <Open page={copy.page} label={t('shell.waiting.openOf', { what })} />
      <Download copy={copy} what={what} />
      {(why === 'refused' || why === 'unknown') && <Drop copy={copy} what={what} />}
    </li>
  )
}

function Open({ page, label }: { page: string; label: string }) {
  const t = useText()
  const navigate = useNavigate()
  return (
    <a
      className="btn text"
      href={page}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault()
        void navigate({ href: page })
      }}
    >
      {t('shell.waiting.open')}
    </a>
  )
}

/** What the server will never take leaves this machine as a file, and not before. */
function Drop({ copy, what }: { copy: LocalCopy; what: string }) {
  const t = useText()
  const { accountId } = useMe()
  const head = [what, t('shell.waiting.file', typedAt(copy))]
  return (
    <Button
      kind="text"
      icon="x"
      aria-label={t('shell.waiting.dropOf', { what })}
      onClick={() => {
        saveTextFile(copy, head)
        void dropWaiting(accountId, copy)
      }}
    >
      {t('shell.waiting.drop')}
    </Button>
  )
}

function Download({ copy, what }: { copy: LocalCopy; what: string }) {
  const t = useText()
  const head = [what, t('shell.waiting.file', typedAt(copy))]
  return (
    <Button
      kind="text"
      icon="download"
      aria-label={t('shell.waiting.downloadOf', { what })}
      onClick={() => saveTextFile(copy, head)}
    >
      {t('shell.waiting.download')}
    </Button>
  )
}

/** The browser has no room for what is being typed: said before it can be lost. */
export function Unkept() {
  const t = useText()
  const atRisk = [...useStore(unsent).values()].filter(({ isKept }) => !isKept)
  const isAtRisk = atRisk.length > 0
  useEffect(() => {
    if (!isAtRisk) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isAtRisk])
  return (
    <div role="alert">
      {isAtRisk && (
        <div className="note red-n">
          <h2>{t('shell.unkept.title')}</h2>
          <p>{t('shell.unkept.body')}</p>
          {atRisk.map(({ copy }) => {
            const typed = copy()
            return <Download key={typed.document} copy={typed} what={nameOf(typed)} />
          })}
        </div>
      )}
    </div>
  )
}

function useSending(): void {
  const { accountId } = useMe()
  const { online } = useStore(connection)
  const router = useRouter()
  useEffect(() => {
    const send = () => void sendWaiting(accountId)
    send()
    if (!online) return
    const timer = setInterval(send, lookEveryMs)
    // a page that was left may have left something behind
    const stop = router.subscribe('onResolved', send)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [accountId, online, router])
}

function typedAt({ typedAt: at }: LocalCopy) {
  return { day: writeDayAndMonth(dayOfInstant(at)), time: timeOfInstant(at) }
}

/** `account/draft/clause/…` is a clause, `account/answer/…` the answer. */
function nameOf({ document }: LocalCopy): string {
  const [, slice = '', part = ''] = document.split('/')
  const kind = slice === 'draft' ? part : slice
  return sayKey(`shell.waiting.of.${kind}`) ?? sayKey('shell.waiting.of.other') ?? ''
}
