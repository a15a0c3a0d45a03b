import type { Ground } from './ground.ts'
import type { Measured, Row } from './row.ts'

/** Rows that share what they need; only those asked for are measured. */
export type Subject = {
  rows: readonly Row[]
  measure(ground: Ground, isWanted: (name: string) => boolean): AsyncGenerator<[string, Measured]>
}
