import type { LocalCopies } from './local-copy.ts'
import type { Clash } from './merge.ts'

/** What the server has by now, and who wrote it when that is known. */
export type Theirs<T> = { revision: number; value: T; by?: string; at?: string }

/** What became of one attempt to hand the document to the server. */
export type SaveOutcome<T> =
  | { kind: 'saved'; revision: number; at: Date }
  | ({ kind: 'stale' } & Theirs<T>)
  | { kind: 'unreachable' }
  | { kind: 'refused'; reason: string }

export type Save<T> = (value: T, revision: number) => Promise<SaveOutcome<T>>

export type SaveState<T> =
  | { kind: 'none' | 'typing' | 'saving' | 'local' }
  /** Neither the server nor this machine has it: it is only on the screen. */
  | { kind: 'unkept' }
  | { kind: 'server'; at: Date }
  | { kind: 'conflict'; clashes: Clash[]; theirs: T; by?: string; at?: string }
  | { kind: 'refused'; reason: string }

export type SaverOptions<T> = {
  document: string
  /** The pen of this saver, and whether another one is still written with. */
  writer: string
  isInHand: (writer: string) => Promise<boolean>
  onceLaidDown?: (writer: string) => Promise<void>
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
