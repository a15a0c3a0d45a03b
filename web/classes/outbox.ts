import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import type { TakenMarkView } from '../../domain/classes/teaching.contract.ts'
import type { LocalCopies, LocalCopy } from '../kit/autosave/local-copy.ts'
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

type Sending = { key: string; taps: Tap[] }

/** As it lies in the browser: a sending keeps its key until its answer is known. */
type Kept = { waiting: Tap[]; sending: Sending[]; clashes: Clash[] }

export type OutboxOptions = {
  /** Whose taps: account, class and session, so that two people at one machine never mix. */
  document: string
  /** The pen of this window, and whether another window still holds that of a copy (pen.ts). */
  writer: string
  isInHand: (writer: string) => Promise<boolean>
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
  /** What lies on this machine now, for what tells of it. */
  copy: () => LocalCopy
  /** A person has decided: theirs stays, or the tap goes out again over what it now has seen. */
  settle: (clash: Clash, mine: Tap | null) => Promise<void>
  stop: () => void
}

/**
 * Keeps taps on this machine at once and sends them together a moment later. A sending whose answer
 * was lost goes out again under the same key, so it is done once; taps made meanwhile wait behind it.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { document, writer, isInHand, page, copies, send, onChange } = options
  const { quietMs = 1_500, retryMs = [5_000, 10_000, 30_000, 60_000] } = options
  let waiting = new Map<string, Tap>()
  let sending: Sending[] = []
  let clashes: Clash[] = []
  let refused: string | null = null
  let typedAt = new Date().toISOString()
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  function tell(): void {
    if (stopped) return
    const sent = sending.flatMap(({ taps }) => taps)
    const taps = byPerson([...sent, ...waiting.values()])
    onChange({ taps, clashes, refused, isSending: running !== null })
  }

  function copy(): LocalCopy {
    const value: Kept = { waiting: [...waiting.values()], sending, clashes }
    const base = { key: `${document}#${writer}`, document, writer, base: null, revision: 0 }
    return { ...base, value, doubtful: [], typedAt, page }
  }

  async function keep(): Promise<void> {
    const isEmpty = waiting.size === 0 && sending.length === 0 && clashes.length === 0
    if (isEmpty) return copies.remove(copy())
    typedAt = new Date().toISOString()
    await copies.put(copy())
  }

  function later(ms: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), ms)
  }

  async function attempt(): Promise<void> {
    if (waiting.size > 0) {
      sending = [...sending, { key: newKey(), taps: [...waiting.values()] }]
      waiting = new Map()
    }
    // Laid down before it leaves: the tab may close while it is under way.
    await keep()
    for (let batch = sending[0]; batch; batch = sending[0]) {
      const sent = await send(batch.key, batch.taps)
      if (sent.kind === 'unreachable') return later(retryMs[Math.min(failures++, 3)] ?? 60_000)
      failures = 0
      sending = sending.slice(1)
      if (sent.kind === 'refused') return putBack(batch.taps, sent.reason)
      clashes = [...clashes, ...clashesIn(batch.taps, sent.conflicts)]
      await keep()
    }
    if (waiting.size > 0) later(0)
  }

  /** A refusal is final for this sending; its taps stay to be seen, and the next tap tries again. */
  async function putBack(taps: readonly Tap[], reason: string): Promise<void> {
    refused = reason
    waiting = byPerson([...taps, ...waiting.values()])
    await keep()
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

  /** What an earlier window left is ours from now on, in the order in which it was tapped. */
  async function takeOver(): Promise<void> {
    for (const left of await copies.startingWith(`${document}#`)) {
      if (left.writer === writer || (await isInHand(left.writer))) continue
      // The copy was put there by this very outbox, so it has its shape.
      const kept = left.value as Kept
      sending = [...kept.sending, ...sending]
      waiting = byPerson([...kept.waiting, ...waiting.values()])
      clashes = [...kept.clashes, ...clashes]
      await keep()
      await copies.remove(left)
    }
  }

  return {
    copy,
    async start() {
      await takeOver()
      tell()
      if (sending.length > 0 || waiting.size > 0) later(0)
    },
    async tap(taps) {
      refused = null
      waiting = byPerson([...waiting.values(), ...taps])
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

/** The last tap on each person. */
function byPerson(taps: readonly Tap[]): Map<string, Tap> {
  return new Map(taps.map((tap) => [tap.nominationId, tap]))
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
