import type { AttendanceMark, OpinionForm } from '../../domain/feedback/conference.contract.ts'
import { newKey } from '../key.ts'
import type { Box, BoxOptions } from '../kit/autosave/box.ts'
import type { LocalCopy } from '../kit/autosave/local-copy.ts'

/** What is being taken down; everything but the words may still be missing. */
export type Speech = {
  unitId: string | null
  place: string | null
  kind: OpinionForm['kind']
  words: string
}
export const SILENCE: Speech = { unitId: null, place: null, kind: 'PROPOSAL', words: '' }

/** Done in the hall and not known to be on the server; it keeps its key until it is. */
export type HallItem = { key: string; unitName: string } & (
  | { kind: 'mark'; mark: AttendanceMark }
  | { kind: 'opinion'; opinion: OpinionForm; speech: Speech }
)
type WithoutKey<T> = T extends { key: string } ? Omit<T, 'key'> : never
export type HallDeed = WithoutKey<HallItem>

export type Sent = { kind: 'taken' } | { kind: 'refused'; reason: string } | { kind: 'unreachable' }

type Kept = { speech: Speech; items: HallItem[]; refused: { item: HallItem; reason: string }[] }
export type HallState = Kept & { isSending: boolean; isKept: boolean }

export const EMPTY_HALL: HallState = {
  speech: SILENCE,
  items: [],
  refused: [],
  isSending: false,
  isKept: true,
}

export type HallOptions = BoxOptions<HallState> & {
  send: (item: HallItem) => Promise<Sent>
  retryMs?: readonly number[]
}

/**
 * What is done in a hall with a bad line: kept on this machine at once, sent one after the other in the
 * order in which it was done. A sending whose answer was lost goes out again under the same key.
 */
export class Hall implements Box {
  readonly #options: HallOptions
  #state: HallState = EMPTY_HALL
  #typedAt = new Date().toISOString()
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #stopped = false

  constructor(options: HallOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    const { document, writer, isInHand, onceLaidDown, copies } = this.#options
    for (const left of await copies.startingWith(`${document}#`)) {
      if (left.writer === writer) continue
      if (await isInHand(left.writer)) {
        void onceLaidDown?.(left.writer).then(() => (this.#stopped ? undefined : this.start()))
        continue
      }
      // the copy was put there by this very hall, so it has its shape
      const { speech, items, refused } = left.value as Kept
      await this.#turn((now) => ({
        speech: now.speech.words === '' ? speech : now.speech,
        items: [...items, ...now.items],
        refused: [...refused, ...now.refused],
      }))
      await copies.remove(left)
    }
    if (this.#state.items.length > 0) this.#later(0)
  }

  /** Kept with every letter. */
  write(speech: Speech): Promise<void> {
    return this.#turn(() => ({ speech }))
  }

  /** Done: on this machine in the same moment; an opinion leaves the field free for the next. */
  async add(deed: HallDeed): Promise<void> {
    const item = { ...deed, key: newKey() } as HallItem
    await this.#turn(({ items, speech }) => ({
      items: [...items, item],
      speech: item.kind === 'opinion' ? SILENCE : speech,
    }))
    this.#later(0)
  }

  /** What was refused goes back to be written, or is given up. */
  settle(item: HallItem, isWritten: boolean): Promise<void> {
    return this.#turn(({ refused, speech }) => ({
      refused: refused.filter((each) => each.item.key !== item.key),
      speech: isWritten && item.kind === 'opinion' ? item.speech : speech,
    }))
  }

  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null
      this.#tell()
    })
    this.#tell()
    return this.#running
  }

  copy(): LocalCopy {
    const { document, writer, page } = this.#options
    const { speech, items, refused } = this.#state
    const value: Kept = { speech, items, refused }
    const base = { key: `${document}#${writer}`, document, writer, base: null, revision: 0 }
    return { ...base, value, doubtful: [], typedAt: this.#typedAt, page }
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#timer)
  }

  async #sendAll(): Promise<void> {
    for (let item = this.#state.items[0]; item; item = this.#state.items[0]) {
      const { key } = item
      const sent = await this.#options.send(item)
      if (sent.kind === 'unreachable') return this.#later(this.#pause())
      this.#failures = 0
      const refused = sent.kind === 'refused' ? [{ item, reason: sent.reason }] : []
      await this.#turn((now) => ({
        items: now.items.filter((each) => each.key !== key),
        refused: [...now.refused, ...refused],
      }))
    }
  }

  #pause(): number {
    const { retryMs = [3_000, 5_000, 10_000, 30_000] } = this.#options
    return retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 30_000
  }

  async #turn(change: (now: HallState) => Partial<Kept>): Promise<void> {
    this.#state = { ...this.#state, ...change(this.#state) }
    this.#tell()
    const isKept = await this.#keep().then(
      () => true,
      () => false,
    )
    if (isKept === this.#state.isKept) return
    this.#state = { ...this.#state, isKept }
    this.#tell()
  }

  async #keep(): Promise<void> {
    const { copies } = this.#options
    if (!isUnsent(this.#state)) return copies.remove(this.copy())
    this.#typedAt = new Date().toISOString()
    await copies.put(this.copy())
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), ms)
  }

  #tell(): void {
    if (this.#stopped) return
    this.#options.onChange({ ...this.#state, isSending: this.#running !== null })
  }
}

/** Whether anything is on this machine alone. */
export function isUnsent({ speech, items, refused }: HallState): boolean {
  return speech.words.trim() !== '' || items.length > 0 || refused.length > 0
}
