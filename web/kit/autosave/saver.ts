import type { LocalCopies } from './local-copy.ts'
import { type Clash, isSame, mergeEdits } from './merge.ts'

/** What became of one attempt to hand the document to the server. */
export type SaveOutcome<T> =
  | { kind: 'saved'; revision: number; at: Date }
  | { kind: 'stale'; revision: number; value: T; by?: string; at?: string }
  | { kind: 'unreachable' }
  | { kind: 'refused'; reason: string }

export type Save<T> = (value: T, revision: number) => Promise<SaveOutcome<T>>

export type SaveState<T> =
  | { kind: 'none' | 'typing' | 'saving' | 'local' }
  | { kind: 'server'; at: Date }
  | { kind: 'conflict'; clashes: Clash[]; theirs: T; by?: string; at?: string }
  | { kind: 'refused'; reason: string }

export type SaverOptions<T> = {
  key: string
  /** The address of the page, for what is left on this machine. */
  page?: string
  /** What the server has now. */
  server: { value: T; revision: number }
  save: Save<T>
  copies: LocalCopies
  onChange: (value: T, state: SaveState<T>) => void
  /** How long the keyboard must rest before the server is asked. */
  quietMs?: number
  /** Pauses between attempts while the line is down. */
  retryMs?: readonly number[]
}

export type Saver<T> = {
  /** Takes up what an earlier visit left on this machine. */
  start: () => Promise<void>
  edit: (value: T) => Promise<void>
  /** Sends now what has not been sent; resolves when the server has answered. */
  flush: () => Promise<void>
  /** A person has chosen: this is the text, made on what the server has now. */
  resolve: (value: T) => Promise<void>
  stop: () => void
}

const quiet = 5000
const doubtsKept = 20
const retries = [5000, 10_000, 30_000, 60_000] as const

/**
 * Keeps one document: at once on this machine, a few seconds after the last key on the server.
 * A change from elsewhere is merged in; where both touched the same words, a person is asked.
 */
export function createSaver<T>(options: SaverOptions<T>): Saver<T> {
  const { key, page = '/', save, copies, onChange, quietMs = quiet, retryMs = retries } = options
  let base = options.server.value
  let revision = options.server.revision
  let value = base
  let doubtful: readonly T[] = []
  let state: SaveState<T> = { kind: 'none' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let failures = 0
  let stopped = false

  function tell(next: SaveState<T>): void {
    state = next
    if (!stopped) onChange(value, state)
  }

  function later(ms: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), ms)
  }

  const keep = () =>
    copies.put({
      key,
      value,
      base,
      revision,
      doubtful: [...doubtful],
      typedAt: new Date().toISOString(),
      page,
    })

  /** Mixes what the server has by now with what stands here; true when nothing clashes. */
  function takeIn(theirs: { value: T; revision: number; by?: string; at?: string }): boolean {
    const { value: mixed, clashes } = mergeEdits(base, value, theirs.value, doubtful)
    base = theirs.value
    revision = theirs.revision
    doubtful = []
    value = mixed
    if (clashes.length === 0) return true
    tell({
      kind: 'conflict',
      clashes,
      theirs: theirs.value,
      ...(theirs.by !== undefined && { by: theirs.by }),
      ...(theirs.at !== undefined && { at: theirs.at }),
    })
    return false
  }

  async function attempt(): Promise<void> {
    if (isSame(value, base) && doubtful.length === 0) return copies.remove(key)
    const sent = value
    tell({ kind: 'saving' })
    // Remembered before it leaves: the tab may close while it is under way.
    doubtful = [...doubtful, sent].slice(-doubtsKept)
    await keep()
    const outcome = await save(sent, revision)
    switch (outcome.kind) {
      case 'saved':
        failures = 0
        base = sent
        doubtful = []
        revision = outcome.revision
        if (!isSame(value, sent)) {
          await keep()
          tell({ kind: 'typing' })
          return later(quietMs)
        }
        await copies.remove(key)
        return tell({ kind: 'server', at: outcome.at })
      case 'stale': {
        // This one was certainly not taken; only those without an answer stay in doubt.
        doubtful = doubtful.slice(0, -1)
        const clean = takeIn(outcome)
        await keep()
        if (!clean) return
        if (isSame(value, base)) {
          await copies.remove(key)
          return tell({ kind: 'server', at: new Date() })
        }
        return attempt()
      }
      case 'unreachable':
        tell({ kind: 'local' })
        later(retryMs[Math.min(failures++, retryMs.length - 1)] ?? quietMs)
        return
      case 'refused':
        doubtful = doubtful.slice(0, -1)
        await keep()
        return tell(outcome)
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    if (state.kind === 'conflict') return Promise.resolve()
    running ??= attempt().finally(() => {
      running = null
    })
    return running
  }

  return {
    async start() {
      const left = await copies.get(key)
      if (!left) return
      // The copy was put there by this very document, so it has its shape.
      base = left.base as T
      value = left.value as T
      doubtful = left.doubtful as T[]
      const now = { value: options.server.value, revision: options.server.revision }
      const clean = now.revision === left.revision || takeIn(now)
      if (now.revision === left.revision) revision = left.revision
      await keep()
      if (!clean) return
      tell({ kind: 'local' })
      later(0)
    },
    async edit(next) {
      value = next
      if (state.kind !== 'conflict') tell({ kind: running ? 'saving' : 'typing' })
      else tell(state)
      await keep()
      if (state.kind !== 'conflict') later(quietMs)
    },
    flush,
    async resolve(next) {
      value = next
      tell({ kind: 'typing' })
      await keep()
      await flush()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
