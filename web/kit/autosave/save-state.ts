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
