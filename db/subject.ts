import { Refusal } from '../domain/grammar/refusal.ts'

/** A row that is not there, or not visible to this person, is the same "not found" (trust.md I4). */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Refusal('grammar.not-found', 'not-found')
  return row
}

/**
 * Guards an edit: the revision it was made on must still be the current one. `theirs` is what
 * stands there now, and whose it is where that is known, so that the screen can show both texts.
 */
export function mustBeCurrent(row: Held, revision: number, theirs: unknown): void {
  if (row.revision !== revision)
    throw new Refusal('grammar.edited-meanwhile', 'stale', {
      details: { revision: row.revision, theirs, by: row.savedByName, at: row.savedAt },
    })
}

type Held = { revision: number; savedByName?: string | null; savedAt?: string | null }
