import type { Caller, Deed, Grant } from '../../domain/grammar/deed.ts'
import { verdictOnTeaching } from '../../domain/classes/teaching-deeds.ts'
import { pointer } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { refuse } from '../revision/standing.ts'
import { type ClassRow, subjectOf } from './class-row.ts'
import { type Person, type Session, teachesIn } from './taught-class.ts'

/** The organiser of a class, or who teaches one of these sessions of it. */
export function mustTeach(
  entry: Deed,
  caller: Caller,
  trained: ClassRow,
  sessions: readonly Session[],
): Grant {
  const teaches = teachesIn(sessions, caller)
  const verdict = verdictOnTeaching(entry, caller, { ...subjectOf(trained), teaches })
  if (verdict.allowed) return verdict.as
  throw new Refusal(verdict.code, verdict.kind, {
    params: { deed: entry.name, state: trained.state },
  })
}

type Marked = { nominationId: string; index: number }

/** Nobody is marked who is not on the list, nor anybody twice, nor against a certificate that stands. */
export async function mustStandOnTheList(
  tx: Tx,
  people: readonly Person[],
  all: readonly Marked[],
  changed: readonly Marked[],
): Promise<void> {
  const onTheList = new Set(people.map(({ nominationId }) => nominationId))
  if (all.some(({ nominationId }) => !onTheList.has(nominationId)))
    throw new Refusal('grammar.not-found', 'not-found')
  const ids = all.map(({ nominationId }) => nominationId)
  const twice = all.filter(({ nominationId, index }) => ids.indexOf(nominationId) !== index)
  const certified = await certifiedAmong(tx, changed)
  refuse('classes.list-not-in-order', [
    ...twice.map(({ index }) => ({
      code: 'classes.named-twice',
      at: pointer('marks', index, 'nominationId'),
    })),
    ...changed
      .filter(({ nominationId }) => certified.has(nominationId))
      .map(({ index }) => ({
        code: 'classes.certificate-stands',
        at: pointer('marks', index, 'mark'),
      })),
  ])
}

async function certifiedAmong(tx: Tx, marked: readonly Marked[]): Promise<Set<string>> {
  if (marked.length === 0) return new Set()
  const rows = await tx
    .selectFrom('certificate')
    .select('nominationId')
    .where('state', '=', 'VALID')
    .where(
      'nominationId',
      'in',
      marked.map(({ nominationId }) => nominationId),
    )
    .execute()
  return new Set(rows.map(({ nominationId }) => nominationId))
}
