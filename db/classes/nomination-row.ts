import { sql } from 'kysely'
import {
  mayNominationBecome,
  type NominationState,
  type ReleaseState,
} from '../../domain/classes/class-state.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { classForChange, type ClassRow, objectOf } from './class-row.ts'

type Person = { nominationId: string; fullName: string }

const columns = [
  'nomination.id',
  'nomination.classId',
  'nomination.unitId',
  'nomination.unitPath',
  'nomination.officialId',
  'nomination.priority',
  'nomination.state',
  'nomination.releaseState',
  'nomination.revision',
  'person.fullName',
  'classQuota.id as quotaId',
  'unit.name as unitName',
] as const

/** A nomination with its class held: nobody fixes the list in the middle of a deed. */
export async function nominationForChange(tx: Tx, of: { classId: string; nominationId: string }) {
  const trained = await classForChange(tx, of.classId)
  const row = await tx
    .selectFrom('nomination')
    .innerJoin(
      sql<Person>`nominated_people(${of.classId}::uuid, ${of.nominationId}::uuid)`.as('person'),
      'person.nominationId',
      'nomination.id',
    )
    .innerJoin('unit', 'unit.id', 'nomination.unitId')
    .leftJoin('classQuota', (join) =>
      join
        .onRef('classQuota.classId', '=', 'nomination.classId')
        .onRef('classQuota.unitId', '=', 'nomination.unitId'),
    )
    .select(columns)
    .where('nomination.id', '=', of.nominationId)
    .where('nomination.classId', '=', of.classId)
    .executeTakeFirst()
  const { state, releaseState, ...rest } = found(row)
  // Held to these words by checks of the table.
  const nomination = {
    ...rest,
    state: state as NominationState,
    release: releaseState as ReleaseState,
  }
  return { trained, nomination }
}
export type Nominated = Awaited<ReturnType<typeof nominationForChange>>
export type NominationRow = Nominated['nomination']

export function subjectOfNomination({ trained, nomination }: Nominated) {
  const { unitId, unitPath, officialId } = nomination
  return { unitId, unitPath, officialId, state: trained.state }
}

export function objectOfNomination({ trained, nomination }: Nominated) {
  return { ...objectOf(trained, trained.revision), unitId: nomination.unitId }
}

type Facts = {
  to?: NominationState
  stateBecause?: string | null
  releaseState?: ReleaseState
  releaseAskedAt?: string
  releaseAnsweredAt?: string
  releaseBecause?: string | null
  releaseLetterNo?: string | null
}

/** A nomination reaches a new state, or a new answer of its employer. */
export async function moveNomination(
  tx: Tx,
  row: Pick<NominationRow, 'id' | 'state'>,
  { to = row.state, ...facts }: Facts,
): Promise<NominationState> {
  if (to !== row.state && !mayNominationBecome(row.state, to))
    throw new Refusal('classes.nominee-cannot-move', 'wrong-state', {
      params: { state: row.state },
    })
  await tx
    .updateTable('nomination')
    .set((update) => ({ ...facts, state: to, revision: update('revision', '+', 1) }))
    .where('id', '=', row.id)
    .execute()
  return to
}

export function factsOf({ trained, nomination }: { trained: ClassRow; nomination: NominationRow }) {
  return { classCode: trained.code, name: nomination.fullName, unitName: nomination.unitName }
}
