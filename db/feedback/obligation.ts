import { sql } from 'kysely'
import { type AnswerState, isAnswerState } from '../../domain/feedback/answer.ts'
import { dueAtOf, graceUntilOf } from '../../domain/feedback/round.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { extendedTo, holidaysOf, roundById, roundHeldOpen, type RoundRow } from './round.ts'

export type AnswerRow = {
  id: string
  roundId: string
  unitId: string
  unitPath: string
  unitName: string
  number: string
  state: AnswerState
  openedAt: string | null
  sentOnBy: string | null
  sentOnAt: string | null
  returnedBecause: string | null
  submittedAt: string | null
  isLate: boolean
  version: number
  revision: number
}

export type Deadline = { dueAt: string; graceUntil: string; isExtended: boolean }

/** What one unit owes a round: its answer, and until when. */
export type Obligation = Deadline & { answer: AnswerRow; round: RoundRow; clock: string }

/**
 * For everything that writes into an answer. The round is held open first, then the answer is
 * taken, then the database's clock is read: in this order no write can be later than its verdict.
 */
export async function obligationHeld(tx: Tx, answerId: string): Promise<Obligation> {
  const { roundId } = found(
    await tx.selectFrom('answer').select('roundId').where('id', '=', answerId).executeTakeFirst(),
  )
  const round = await roundHeldOpen(tx, roundId)
  const answer = withState(
    found(
      await answers(tx).where('answer.id', '=', answerId).forUpdate('answer').executeTakeFirst(),
    ),
  )
  return {
    answer,
    round,
    ...(await deadlineOf(tx, round, answer.unitId)),
    clock: await verdictClock(tx),
  }
}

/** The same for reading: nothing is locked. */
export async function obligationOf(tx: Tx, answer: AnswerRow): Promise<Obligation> {
  const round = await roundById(tx, answer.roundId)
  return {
    answer,
    round,
    ...(await deadlineOf(tx, round, answer.unitId)),
    clock: await verdictClock(tx),
  }
}

export function answers(tx: Tx) {
  return tx
    .selectFrom('answer')
    .innerJoin('unit', 'unit.id', 'answer.unitId')
    .select([
      'answer.id',
      'answer.roundId',
      'answer.unitId',
      'answer.unitPath',
      'unit.name as unitName',
      'answer.number',
      'answer.state',
      'answer.openedAt',
      'answer.sentOnBy',
      'answer.sentOnAt',
      'answer.returnedBecause',
      'answer.submittedAt',
      'answer.isLate',
      'answer.version',
      'answer.revision',
    ])
}

async function deadlineOf(tx: Tx, round: RoundRow, unitId: string): Promise<Deadline> {
  const extended = await extendedTo(tx, { roundId: round.id, unitId })
  return extended ? deadline(round, extended, await holidaysOf(tx)) : deadline(round, null, [])
}

export function withState<R extends { state: string }>(row: R): R & { state: AnswerState } {
  const { state } = row
  if (!isAnswerState(state)) throw new Error(`no such state of an answer: ${state}`)
  return { ...row, state }
}

/** An extension carries its own grace; no extension shortens what everybody has. */
export function deadline(
  round: Pick<RoundRow, 'dueAt' | 'graceDays' | 'graceUntil'>,
  extended: string | null,
  holidays: readonly Holiday[],
): Deadline {
  const dueAt = dueAtOf(round.dueAt, extended ? [extended] : [])
  if (dueAt === round.dueAt) return { dueAt, graceUntil: round.graceUntil, isExtended: false }
  return { dueAt, graceUntil: graceUntilOf(dueAt, round.graceDays, holidays), isExtended: true }
}

/** The database's clock, rounded up to the millisecond: nothing is judged earlier than it came. */
async function verdictClock(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select date_trunc('milliseconds', clock_timestamp() + interval '999 microseconds') as at`.execute(
    tx,
  )
  return rows[0]?.at ?? ''
}
