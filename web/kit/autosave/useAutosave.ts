import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { browserCopies, type LocalCopies } from './local-copy.ts'
import { afterLeaving, isInHand, leave, onceLaidDown, takePen } from './pen.ts'
import type { Save, SaveState } from './save-state.ts'
import { createSaver, type Saver } from './saver.ts'
import { markUnsent } from './unsent.ts'

type Options<T> = {
  /** Whose document: `${accountId}/answer/${answerId}`. */
  document: string
  /** What the server showed when the page was opened. */
  load: { value: T; revision: number }
  save: Save<T>
  store?: LocalCopies
}

export type Autosave<T> = {
  value: T
  state: SaveState<T>
  edit: (change: T | ((now: T) => T)) => void
  /** Before a deed that needs everything to be on the server: whether it is. */
  flush: () => Promise<boolean>
  resolve: (value: T) => void
  /** What the server holds after the last save: the deeds that follow are made on it. */
  revision: () => number
}

/** The moments at which nobody wants to wait for the pause; returns how to stop listening. */
function saveWithoutWaiting(save: () => void): () => void {
  const hidden = () => document.visibilityState === 'hidden' && save()
  const pressed = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    // else the browser offers to save the page as a file
    event.preventDefault()
    save()
  }
  window.addEventListener('online', save)
  document.addEventListener('visibilitychange', hidden)
  document.addEventListener('keydown', pressed)
  return () => {
    window.removeEventListener('online', save)
    document.removeEventListener('visibilitychange', hidden)
    document.removeEventListener('keydown', pressed)
  }
}

/** A document that is kept while it is written: on this machine at once, then on the server. */
export function useAutosave<T>({
  document: which,
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
    const pen = takePen(which)
    const current = createSaver<T>({
      document: which,
      writer: pen.id,
      isInHand,
      onceLaidDown,
      page: location.pathname + location.search,
      server,
      copies: store,
      save: (value, revision) => latest.current.save(value, revision),
      onChange(value, state) {
        const isFromElsewhere = value !== latest.current.value
        latest.current.value = value
        const isSent = state.kind === 'none' || state.kind === 'server'
        const isKept = state.kind !== 'unkept'
        markUnsent(which, isSent ? null : { isKept, copy: current.copy })
        // the next key is pressed on what is shown: words from elsewhere must stand there before it
        if (isFromElsewhere) flushSync(() => setShown({ value, state }))
        else setShown({ value, state })
      },
    })
    saver.current = current
    void afterLeaving(which).then(current.start)
    const stopListening = saveWithoutWaiting(() => void current.flush())
    return () => {
      stopListening()
      const last = current.flush().finally(() => {
        current.stop()
        pen.layDown()
        markUnsent(which, null)
      })
      leave(
        which,
        last.then(() => undefined),
      )
    }
  }, [which, store])

  const edit = useCallback((change: T | ((now: T) => T)) => {
    // A document is data, never a function, so a function is a change of it.
    const next =
      typeof change === 'function' ? (change as (now: T) => T)(latest.current.value) : change
    latest.current.value = next
    void saver.current?.edit(next)
  }, [])
  const flush = useCallback(() => saver.current?.flush() ?? Promise.resolve(true), [])
  const resolve = useCallback((value: T) => void saver.current?.resolve(value), [])
  const revision = useCallback(
    () => saver.current?.copy().revision ?? latest.current.load.revision,
    [],
  )
  return { ...shown, edit, flush, resolve, revision }
}
