import { type ClassState, mayClassBecome } from '../../domain/classes/class-state.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import type { ClassRow } from './class-row.ts'

type Facts = Partial<{
  stateBecause: string | null
  nominationsOpenAt: string
  nominationsDueAt: string
  nominationsClosedAt: string
  releaseDueAt: string | null
  releasesClosedAt: string | null
  listDueAt: string
  listFixedAt: string
  needsRelease: boolean
  calendarSequence: number
}>

/** A class reaches a new state, or only other dates; nothing else writes either. */
export async function moveClass(
  tx: Tx,
  trained: ClassRow,
  { to = trained.state, ...facts }: Facts & { to?: ClassState },
): Promise<ClassRow> {
  if (to !== trained.state && !mayClassBecome(trained.state, to))
    throw new Refusal('grammar.wrong-state', 'wrong-state', { params: { state: trained.state } })
  await tx
    .updateTable('trainingClass')
    .set((update) => ({ ...facts, state: to, revision: update('revision', '+', 1) }))
    .where('id', '=', trained.id)
    .execute()
  return { ...trained, ...facts, state: to, revision: trained.revision + 1 }
}
