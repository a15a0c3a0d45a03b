import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import type { TakenMarkView } from '../../domain/classes/teaching.contract.ts'
import type { LocalCopies } from '../kit/autosave/local-copy.ts'
import { newKey } from '../key.ts'

/** One tap on one person: what was chosen, and what stood there when it was chosen. */
export type Tap = {
  nominationId: string
  mark: AttendanceMark
  because: string | null
  seen: string | null
  notedAt: string
}

/** Somebody else has marked the same person otherwise: nothing was changed, a person decides. */
export type Clash = { tap: Tap; theirs: TakenMarkView }

/** What became of one sending. Only the server's own word counts as taken. */
export type Sent =
  | { kind: 'taken'; conflicts: { nominationId: string; theirs: TakenMarkView }[] }
  | { kind: 'unreachable' }
  | { kind: 'refused'; reason: string }

export type OutboxState = {
  /** Tapped here and not known to be on the server, by person. */
  taps: ReadonlyMap<string, Tap>
  clashes: readonly Clash[]
  refused: string | null
  isSending: boolean
}

/** As it lies in the browser: a sending keeps its key until its answer is known. */
type Kept = { waiting: Tap[]; sending: { key: string; taps: Tap[] } | null; clashes: Clash[] }

type Options = {
  /** Whose taps: account, class and session, so that two people at one machine never mix. */
  key: string
  page: string
  copies: LocalCopies
  send: (key: string, taps: readonly Tap[]) => Promise<Sent>
  onChange: (state: OutboxState) => void
  quietMs?: number
  retryMs?: readonly number[]
}

export type Outbox = {
  /** Takes up what an earlier visit left on this machine. */
  start: () => Promise<void>
  tap: (taps: readonly Tap[]) => Promise<void>
  flush: () => Promise<void>
  /** A person has decided: theirs stays, or the tap goes out again over what it now has seen. */
  settle: (clash: Clash, mine: Tap | null) => Promise<void>
  stop: () => void
}

/**
 * Keeps taps on this machine at once and sends them together a moment later. A sending whose answer
 * was lost goes out again under the same key, so it is done once; taps made meanwhile wait behind it.
 */
export function createOutbox(options: Options): Outbox {
  const { key, page, copies, send, onChange } = options
  const { quietMs = 1_500, retryMs = [5_000, 10_000, 30_000, 60_000] } = options
  let waiting = new Map<string, Tap>()
  let sending: Kept['sending'] = null
  let clashes: Clash[] = []
  let refused: string | null = null
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  function tell(): void {
    if (stopped) return
    const sent = (sending?.taps ?? []).map((tap): [string, Tap] => [tap.nominationId, tap])
    const taps = new Map([...sent, ...waiting])
    onChange({ taps, clashes, refused, isSending: running !== null })
  }

  async function keep(): Promise<void> {
    const value: Kept = { waiting: [...waiting.values()], sending, clashes }
    const isEmpty = waiting.size === 0 && sending === null && clashes.length === 0
    if (isEmpty) return copies.remove(key)
    const typedAt = new Date().toISOString()
    await copies.put({ key, value, base: null, revision: 0, doubtful: [], typedAt, page })
  }

  function later(ms: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), ms)
  }

  async function attempt(): Promise<void> {
    if (sending === null) {
      if (waiting.size === 0) return
      sending = { key: newKey(), taps: [...waiting.values()] }
      waiting = new Map()
    }
    // Laid down before it leaves: the tab may close while it is under way.
    await keep()
    const batch = sending
    const sent = await send(batch.key, batch.taps)
    if (sent.kind === 'unreachable') return later(retryMs[Math.min(failures++, 3)] ?? 60_000)
    failures = 0
    sending = null
    if (sent.kind === 'refused') putBack(batch.taps, sent.reason)
    else clashes = [...clashes, ...clashesIn(batch.taps, sent.conflicts)]
    await keep()
    if (sent.kind === 'taken' && waiting.size > 0) later(0)
  }

  /** A refusal is final for this sending; its taps stay to be seen, and the next tap tries again. */
  function putBack(taps: readonly Tap[], reason: string): void {
    refused = reason
    waiting = new Map([...taps.map((tap): [string, Tap] => [tap.nominationId, tap]), ...waiting])
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    running ??= attempt().finally(() => {
      running = null
      tell()
    })
    tell()
    return running
  }

  return {
    async start() {
      const left = await copies.get(key)
      // The copy was put there by this very outbox, so it has its shape.
      const kept = left?.value as Kept | undefined
      if (!kept) return
      waiting = new Map([
        ...kept.waiting.map((tap): [string, Tap] => [tap.nominationId, tap]),
        ...waiting,
      ])
      sending = kept.sending
      clashes = kept.clashes
      tell()
      if (sending || waiting.size > 0) later(0)
    },
    async tap(taps) {
      refused = null
      for (const tap of taps) waiting.set(tap.nominationId, tap)
      tell()
      await keep()
      later(quietMs)
    },
    flush,
    async settle(clash, mine) {
      clashes = clashes.filter((each) => each !== clash)
      if (mine) waiting.set(mine.nominationId, { ...mine, seen: clash.theirs.id })
      tell()
      await keep()
      if (mine) later(0)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

function clashesIn(
  taps: readonly Tap[],
  conflicts: Extract<Sent, { kind: 'taken' }>['conflicts'],
): Clash[] {
  return conflicts.flatMap(({ nominationId, theirs }) => {
    const tap = taps.find((each) => each.nominationId === nominationId)
    return tap ? { tap, theirs } : []
  })
}
