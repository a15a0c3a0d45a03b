import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Icon } from '../kit/Icon.tsx'
import { waitingFiles } from '../kit/files/waiting-files.ts'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { useMe } from './me.ts'

/** Files chosen on other pages that are still on their way, and the way back to them. */
export function WaitingFiles() {
  const t = useText()
  const { accountId } = useMe()
  const navigate = useNavigate()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  useSendingFiles(accountId)
  const files = useStore(waitingFiles).filter(
    ({ document, page }) => document.startsWith(`${accountId}/`) && page.split('?')[0] !== here,
  )
  if (files.length === 0) return null
  const title = t('files.kit.waitingOf', { number: files.length })
  return (
    <section className="waiting" aria-label={title}>
      <p>
        <Icon name="cloud-upload" />
        <b>{title}</b>
      </p>
      <ul>
        {files.map(({ uploadId, name, page, state }) => (
          <li key={uploadId}>
            <a
              href={page}
              onClick={(event) => {
                event.preventDefault()
                void navigate({ href: page })
              }}
            >
              {name}
            </a>
            {state.kind === 'refused' && t('files.kit.refused', { reason: state.reason })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What sends is fetched after the page is drawn: most days nothing waits. */
function useSendingFiles(accountId: string): void {
  useEffect(() => {
    let stop: (() => void) | null = null
    let isOver = false
    void import('./sending-files.ts').then(({ startSendingFiles }) => {
      if (!isOver) stop = startSendingFiles(accountId)
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [accountId])
}
