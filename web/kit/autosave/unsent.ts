import { store } from '../../store.ts'
import type { LocalCopy } from './local-copy.ts'

export type Unsent = {
  /** False where this machine had no room: then it is only on the screen. */
  isKept: boolean
  copy: () => LocalCopy
}

/** What is typed in this window and not on the server yet, by document. */
export const unsent = store<ReadonlyMap<string, Unsent>>(new Map())

export function markUnsent(document: string, how: Unsent | null): void {
  const next = new Map(unsent.get())
  if (how) next.set(document, how)
  else if (!next.delete(document)) return
  unsent.set(next)
}
