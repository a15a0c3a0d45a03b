import { useCallback, useEffect, useRef, useState } from 'react'
import { unsent } from '../../unsent.ts'
import { browserCopies, type LocalCopies } from './local-copy.ts'
import { createSaver, type Save, type Saver, type SaveState } from './saver.ts'

type Options<T> = {
  /** Whose document: `${accountId}/answer/${answerId}`. */
  key: string
  /** What the server showed when the page was opened. */
  load: { value: T; revision: number }
  save: Save<T>
  store?: LocalCopies
}

export type Autosave<T> = {
  value: T
  state: SaveState<T>
  edit: (change: T | ((now: T) => T)) => void
  /** Before a deed that needs everything to be on the server. */
  flush: () => Promise<void>
  resolve: (value: T) => void
}

/** A document that is kept while it is written: on this machine at once, then on the server. */
export function useAutosave<T>({
  key,
  load,
  save,
  store = browserCopies,
}: Options<T>): Autosave<T> {
  const [shown, setShown] = useState<{ value: T; state: SaveState<T> }>({
    value: load.value,
    state: { kind: 'none' },
  })
  const latest = useRef({ value: load.value, save, load })
  latest.current.save = save
  latest.current.load = load
  const saver = useRef<Saver<T> | null>(null)

  useEffect(() => {
    const { load: server } = latest.current
    latest.current.value = server.value
    setShown({ value: server.value, state: { kind: 'none' } })
    const current = createSaver<T>({
      key,
      page: location.pathname,
      server,
      copies: store,
      save: (value, revision) => latest.current.save(value, revision),
      onChange(value, state) {
        latest.current.value = value
        unsent.set(state.kind !== 'none' && state.kind !== 'server')
        setShown({ value, state })
      },
    })
    saver.current = current
    void current.start()
    const now = () => void current.flush()
    const hidden = () => document.visibilityState === 'hidden' && now()
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', hidden)
      void current.flush().finally(() => current.stop())
    }
  }, [key, store])

  const edit = useCallback((change: T | ((now: T) => T)) => {
    // A document is data, never a function, so a function is a change of it.
    const next =
      typeof change === 'function' ? (change as (now: T) => T)(latest.current.value) : change
    latest.current.value = next
    void saver.current?.edit(next)
  }, [])
  const flush = useCallback(() => saver.current?.flush() ?? Promise.resolve(), [])
  const resolve = useCallback((value: T) => void saver.current?.resolve(value), [])
  return { ...shown, edit, flush, resolve }
}
