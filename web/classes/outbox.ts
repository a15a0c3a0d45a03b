import type { Box, BoxOptions } from '../kit/autosave/box.ts'
import type { LocalCopy } from '../kit/autosave/local-copy.ts'
import { newKey } from '../key.ts'
import { byPerson, type Clash, clashesIn, type Sent, type Tap } from './taps.ts'

export type OutboxState = {
  /** Tapped here and not known to be on the server, by person. */
  taps: ReadonlyMap<string, Tap>
  clashes: readonly Clash[]
  refused: string | null
  isSending: boolean
}

type Sending = { key: string; taps: Tap[] }

/** As it lies in the browser: a sending keeps its key until its answer is known. */
type Kept = { waiting: Tap[]; sending: Sending[]; clashes: Clash[] }

export type OutboxOptions = BoxOptions<OutboxState> & {
  send: (key: string, taps: readonly Tap[]) => Promise<Sent>
  quietMs?: number
  retryMs?: readonly number[]
}

/**
 * Keeps taps on this machine at once and sends them together a moment later. A sending whose answer
 * was lost goes out again under the same key, so it is done once; taps made meanwhile wait behind it.
 */
export class Outbox implements Box {
  readonly #options: OutboxOptions
  #waiting = new Map<string, Tap>()
  #sending: Sending[] = []
  #clashes: Clash[] = []
  #refused: string | null = null
  #typedAt = new Date().toISOString()
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #stopped = false

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    await this.#takeOver()
    this.#tell()
    if (this.#sending.length > 0 || this.#waiting.size > 0) this.#later(0)
  }

  async tap(taps: readonly Tap[]): Promise<void> {
    this.#refused = null
    this.#waiting = byPerson([...this.#waiting.values(), ...taps])
    this.#tell()
    await this.#keep()
    this.#later(this.#options.quietMs ?? 1_500)
  }

  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#running ??= this.#attempt().finally(() => {
      this.#running = null
      this.#tell()
    })
    this.#tell()
    return this.#running
  }

  /** A person has decided: theirs stays, or the tap goes out again over what it now has seen. */
  async settle(clash: Clash, mine: Tap | null): Promise<void> {
    this.#clashes = this.#clashes.filter((each) => each !== clash)
    if (mine) this.#waiting.set(mine.nominationId, { ...mine, seen: clash.theirs.id })
    this.#tell()
    await this.#keep()
    if (mine) this.#later(0)
  }

  /** What lies on this machine now, for what tells of it. */
  copy(): LocalCopy {
    const { document, writer, page } = this.#options
    const value: Kept = {
      waiting: [...this.#waiting.values()],
      sending: this.#sending,
      clashes: this.#clashes,
    }
    const base = { key: `${document}#${writer}`, document, writer, base: null, revision: 0 }
    return { ...base, value, doubtful: [], typedAt: this.#typedAt, page }
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  async #attempt(): Promise<void> {
    if (this.#waiting.size > 0) {
      this.#sending = [...this.#sending, { key: newKey(), taps: [...this.#waiting.values()] }]
      this.#waiting = new Map()
    }
    // Laid down before it leaves: the tab may close while it is under way.
    await this.#keep()
    for (let batch = this.#sending[0]; batch; batch = this.#sending[0]) {
      const sent = await this.#options.send(batch.key, batch.taps)
      if (sent.kind === 'unreachable') return this.#later(this.#pause())
      this.#failures = 0
      this.#sending = this.#sending.slice(1)
      if (sent.kind === 'refused') return this.#putBack(batch.taps, sent.reason)
      this.#clashes = [...this.#clashes, ...clashesIn(batch.taps, sent.conflicts)]
      await this.#keep()
    }
    if (this.#waiting.size > 0) this.#later(0)
  }

  #pause(): number {
    const { retryMs = [5_000, 10_000, 30_000, 60_000] } = this.#options
    return retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 60_000
  }

  /** A refusal is final for this sending; its taps stay to be seen, and the next tap tries again. */
  async #putBack(taps: readonly Tap[], reason: string): Promise<void> {
    this.#refused = reason
    this.#waiting = byPerson([...taps, ...this.#waiting.values()])
    await this.#keep()
  }

  /** What an earlier window left is ours from now on, in the order in which it was tapped. */
  async #takeOver(): Promise<void> {
    const { document, writer, isInHand, onceLaidDown, copies } = this.#options
    for (const left of await copies.startingWith(`${document}#`)) {
      if (left.writer === writer) continue
      if (await isInHand(left.writer)) {
        void onceLaidDown?.(left.writer).then(() => (this.#stopped ? undefined : this.start()))
        continue
      }
      // The copy was put there by this very outbox, so it has its shape.
      const kept = left.value as Kept
      this.#sending = [...kept.sending, ...this.#sending]
      this.#waiting = byPerson([...kept.waiting, ...this.#waiting.values()])
      this.#clashes = [...kept.clashes, ...this.#clashes]
      await this.#keep()
      await copies.remove(left)
    }
  }

  async #keep(): Promise<void> {
    const { copies } = this.#options
    const held = this.#waiting.size + this.#sending.length + this.#clashes.length
    if (held === 0) return copies.remove(this.copy())
    this.#typedAt = new Date().toISOString()
    await copies.put(this.copy())
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), ms)
  }

  #tell(): void {
    if (this.#stopped) return
    const sent = this.#sending.flatMap(({ taps }) => taps)
    this.#options.onChange({
      taps: byPerson([...sent, ...this.#waiting.values()]),
      clashes: this.#clashes,
      refused: this.#refused,
      isSending: this.#running !== null,
    })
  }
}
