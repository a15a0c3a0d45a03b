import type { RoundKind, RoundState } from '../../domain/reward/states.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

function rounds(tx: Tx) {
  return tx
    .selectFrom('commendation')
    .innerJoin('cycle', 'cycle.id', 'commendation.cycleId')
    .innerJoin('body', 'body.id', 'commendation.bodyId')
    .selectAll('commendation')
    .select([
      'cycle.planYear',
      'cycle.closedAt as yearClosedAt',
      'body.name as bodyName',
      'body.quorumNumerator',
      'body.quorumDenominator',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]
export type RoundRow = Omit<Row, 'state' | 'kind'> & { state: RoundState; kind: RoundKind }

export async function roundOf(tx: Tx, id: string): Promise<RoundRow> {
  return asRound(await rounds(tx).where('commendation.id', '=', id).executeTakeFirst())
}

/** The same, held against ballots and the close until the transaction ends. */
export async function roundForChange(tx: Tx, id: string): Promise<RoundRow> {
  const row = await rounds(tx)
    .where('commendation.id', '=', id)
    .forUpdate('commendation')
    .executeTakeFirst()
  return asRound(row)
}

function asRound(row: Row | undefined): RoundRow {
  const { state, kind, ...rest } = found(row)
  // Held to these words by checks of the table.
  return { ...rest, state: state as RoundState, kind: kind as RoundKind }
}

export function objectOf(round: RoundRow, revision = round.revision + 1) {
  const { id, cycleId, unitId } = round
  return { type: 'commendation', id, revision, cycleId, unitId }
}

export function linkTo(round: Pick<RoundRow, 'id'>): string {
  return `/rewards/${round.id}`
}

export const processOfRound = async (
  tx: Tx,
  { params }: { params: { commendationId: string } },
): Promise<string> => (await roundOf(tx, params.commendationId)).processId

export type RoundChange = Partial<
  Pick<RoundRow, 'state' | 'councilDueAt' | 'extendedAt' | 'contentSha256' | 'votedAt'>
>

export async function changeRound(tx: Tx, round: RoundRow, change: RoundChange): Promise<void> {
  await tx
    .updateTable('commendation')
    .set((row) => ({ ...change, revision: row('revision', '+', 1) }))
    .where('id', '=', round.id)
    .execute()
}
