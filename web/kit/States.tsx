import { type ReactNode, useEffect, useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import { Problem, Unreachable } from '../problem.ts'
import { useText } from '../text.ts'
import { announce } from './announce.ts'
import { Button } from './Button.tsx'

const showAfterMs = 300
const slowAfterMs = 8000

/** The shape of what will stand here, after a moment; after eight seconds it says that it is slow. */
export function Loading({ rows = 3, onRetry }: { rows?: number; onRetry?: () => void }) {
  const t = useText()
  const [shown, setShown] = useState<'no' | 'yes' | 'slow'>('no')
  useEffect(() => {
    const soon = setTimeout(() => setShown('yes'), showAfterMs)
    const slow = setTimeout(() => setShown('slow'), slowAfterMs)
    return () => {
      clearTimeout(soon)
      clearTimeout(slow)
    }
  }, [])
  if (shown === 'no') return null
  return (
    <div aria-busy="true" className="skel">
      <span className="vh">{t('shell.loading.label')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <i key={index} className={`sk sk-${index % 3}`} />
      ))}
      {shown === 'slow' && (
        <p className="small">
          {t('shell.loading.slow')}{' '}
          {onRetry && (
            <Button kind="text" onClick={onRetry}>
              {t('shell.retry')}
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

/** Nothing here, why, and the deed that comes next. */
export function Empty({ children, deed }: { children: ReactNode; deed?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {deed && <p>{deed}</p>}
    </div>
  )
}

/** The page could not be opened: words, time, and a code that can be read out. */
export function PageError({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const t = useText()
  const [at] = useState(() => timeOfInstant(new Date()))
  const trace = error instanceof Problem ? error.trace : ''
  const words =
    error instanceof Problem
      ? error.title
      : t(error instanceof Unreachable ? 'shell.offline.needsLine' : 'shell.errors.pageHelp')
  return (
    <section className="page-error" role="alert">
      <h2>{t('shell.errors.page')}</h2>
      <p>{words}</p>
      <p className="small">
        {t('shell.errors.at', { time: at })}
        {trace && `. ${t('shell.errors.code', { trace })}`}
      </p>
      <div className="row">
        {onRetry && <Button onClick={onRetry}>{t('shell.retry')}</Button>}
        <CopyTyped />
      </div>
    </section>
  )
}

/** Takes what stands in the fields of the page along, so that nothing is typed twice. */
function CopyTyped() {
  const t = useText()
  async function copy(): Promise<void> {
    const fields = document.querySelectorAll<HTMLInputElement>('main input, main textarea')
    const typed = [...fields]
      .filter((field) => field.type !== 'password' && field.value.trim() !== '')
      .map((field) => `${field.labels?.[0]?.textContent ?? ''}: ${field.value}`)
    await navigator.clipboard.writeText(typed.join('\n'))
    announce(t('shell.errors.copied'))
  }
  return (
    <Button kind="text" onClick={() => void copy()}>
      {t('shell.errors.copyTyped')}
    </Button>
  )
}

type WaitProps<T> = {
  reading: UseQueryResult<T>
  rows?: number
  children: (found: T) => ReactNode
}

/** What a reading shows: while it loads, when it failed, and when it is there. */
export function Shown<T>({ reading, rows = 4, children }: WaitProps<T>) {
  const retry = () => void reading.refetch()
  if (reading.data !== undefined) return children(reading.data)
  if (reading.error) return <PageError error={reading.error} onRetry={retry} />
  return <Loading rows={rows} onRetry={retry} />
}
