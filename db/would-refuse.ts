import { Refusal } from '../domain/grammar/refusal.ts'
import { asPerson } from './context.ts'
import type { Db } from './database.ts'
import type { Command } from './perform.ts'
import type { Performer } from './performer.ts'

class TakenBack extends Error {}

/**
 * What the rules say to a deed whose process has ended and cannot say it any more: tried in a
 * transaction that is always taken back. Null when nothing stands against it.
 */
export async function wouldRefuse(
  db: Db,
  performer: Performer,
  { accountId, key, trace, input, apart }: Command,
): Promise<Refusal | null> {
  try {
    await asPerson(db, accountId, async ({ tx, caller, at }) => {
      await performer.perform({ tx, caller, at, key, trace, apart }, input)
      throw new TakenBack()
    })
  } catch (error) {
    if (error instanceof Refusal) return error
    if (!(error instanceof TakenBack)) throw error
  }
  return null
}
