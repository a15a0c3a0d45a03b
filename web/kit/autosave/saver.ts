import type { LocalCopy } from './local-copy.ts'
import { isSame } from './merge.ts'
import type { SaverOptions, SaveState, Theirs } from './save-state.ts'
import { Standing } from './standing.ts'

export type Saver<T> = {
  /** Takes up what an earlier visit left on this machine. */
  start: () => Promise<void>
  edit: (value: T) => Promise<void>
  /** Sends everything typed until now; tells whether the server has it. */
  flush: () => Promise<boolean>
  /** A person has chosen: this is the text, made on what the server has now. */
  resolve: (value: T) => Promise<void>
  /** The document as it would lie on this machine, to be carried away in a file. */
  copy: () => LocalCopy
  stop: () => void
}

const quiet = 5000
const retries = [5000, 10_000, 30_000, 60_000] as const

/**
 * Keeps one document: at once on this machine, a few seconds after the last key on the server.
 * A change from elsewhere is merged in; where both touched the same words, a person is asked.
 */
export function createSaver<T>(options: SaverOptions<T>): Saver<T> {
  const { document, writer, page = '/', save, copies, onChange } = options
  const { quietMs = quiet, retryMs = retries } = options
  const key = `${document}#${writer}`
  const now = new Standing(options.server)
  const awaited = new Set<string>()
  let state: SaveState<T> = { kind: 'none' }
  let isKept = true
  let typedAt = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isAsked = false
  let failures = 0
  let stopped = false

  function tell(next: SaveState<T>): void {
    const isUnderWay = next.kind === 'typing' || next.kind === 'saving' || next.kind === 'local'
    state = isUnderWay && !isKept ? { kind: 'unkept' } : next
    if (!stopped) onChange(now.value, state)
  }

  function later(ms: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), ms)
  }

  function copy(): LocalCopy {
    const { value, base, revision, doubtful } = now
    const text = { value, base, revision, doubtful: [...doubtful] }
    return { key, document, writer, ...text, typedAt, page }
  }

  async function keep(): Promise<void> {
    typedAt = new Date().toISOString()
    isKept = await copies.put(copy()).then(
      () => true,
      () => false,
    )
  }

  /** What is on the server needs no copy; and what an earlier visit left has its turn. */
  async function settle(): Promise<void> {
    await copies.remove({ key, typedAt }).catch(() => undefined)
    await takeUp()
  }

  async function attempt(): Promise<void> {
    if (now.isOnServer()) {
      if (state.kind !== 'none' && state.kind !== 'server') tell({ kind: 'server', at: new Date() })
      return settle()
    }
    tell({ kind: 'saving' })
    const sent = now.send()
    await keep()
    const outcome = await save(sent, now.revision)
    if (outcome.kind === 'saved') return arrived(sent, outcome)
    if (outcome.kind === 'stale') return overtaken(outcome)
    if (outcome.kind === 'refused') {
      now.notTaken()
      await keep()
      return tell(outcome)
    }
    tell({ kind: 'local' })
    later(retryMs[Math.min(failures++, retryMs.length - 1)] ?? quietMs)
  }

  async function arrived(sent: T, reply: { revision: number; at: Date }): Promise<void> {
    failures = 0
    now.ground({ value: sent, revision: reply.revision })
    if (isSame(now.value, sent)) {
      isKept = true
      tell({ kind: 'server', at: reply.at })
      return settle()
    }
    await keep()
    tell({ kind: 'typing' })
    later(quietMs)
  }

  async function overtaken(theirs: Theirs<T>): Promise<void> {
    const conflict = now.takeIn(theirs)
    if (conflict) tell(conflict)
    await keep()
    if (conflict) return
    if (!now.isOnServer()) return attempt()
    tell({ kind: 'server', at: new Date() })
    await settle()
  }

  async function takeUp(): Promise<void> {
    if (stopped) return
    for (const left of await copies.startingWith(`${document}#`).catch(() => [])) {
      if (left.writer === writer) continue
      if (await options.isInHand(left.writer)) {
        awaitPen(left.writer)
        continue
      }
      // first what is being typed here
      if (!now.other && now.isOnServer()) await goOnWith(left)
      return
    }
  }

  function awaitPen(of: string): void {
    if (awaited.has(of)) return
    awaited.add(of)
    void options.onceLaidDown?.(of).then(takeUp)
  }

  async function goOnWith(left: LocalCopy): Promise<void> {
    const conflict = now.goOnWith(left)
    if (conflict) tell(conflict)
    await keep()
    if (isKept) await copies.remove(left)
    if (conflict) return
    tell({ kind: 'local' })
    if (running) isAsked = true
    else later(0)
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    isAsked = true
    running ??= sendAll().finally(() => {
      running = null
    })
    await running
    return now.isOnServer() && !now.other
  }

  /** What was typed while a sending was under way goes with the next one. */
  async function sendAll(): Promise<void> {
    while (isAsked && !now.other) {
      isAsked = false
      await attempt()
    }
  }

  return {
    start: takeUp,
    async edit(next) {
      now.value = next
      tell(
        state.kind === 'conflict' ? now.asItStands(state) : { kind: running ? 'saving' : 'typing' },
      )
      await keep()
      if (now.other) return
      if (!isKept && !running) tell({ kind: 'typing' })
      later(isKept ? quietMs : 0)
    },
    flush,
    async resolve(next) {
      if (now.other) now.ground(now.other)
      now.value = next
      tell({ kind: 'typing' })
      await keep()
      await flush()
    },
    copy,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
