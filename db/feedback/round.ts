import { type RawBuilder, sql } from 'kysely'
import { closesAt, graceUntilOf, type RoundState } from '../../domain/feedback/round.ts'
import type { RoundKind } from '../../domain/feedback/preparation.ts'
import { day } from '../../domain/grammar/day.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

export type RoundRow = {
  id: string
  federationId: string
  cycleId: string
  /** The federation's own unit: its offices hold the round. */
  unitId: string
  planYear: number
  number: number
  processId: string
  state: RoundState
  opensAt: string
  dueAt: string
  graceDays: number
  graceUntil: string
  closedAt: string | null
  closedBecause: string | null
  revision: number
  kinds: RoundKind[]
  /** Working days before the deadline, the earliest first. */
  reminderDays: number[]
  contactName: string | null
  contactPhone: string | null
  /** Of the department's own questions. */
  formVersion: number
}

function rounds(tx: Tx) {
  return tx
    .selectFrom('round')
    .innerJoin('cycle', 'cycle.id', 'round.cycleId')
    .select([
      'round.id',
      'round.federationId',
      'round.cycleId',
      'cycle.unitId',
      'cycle.planYear',
      'round.number',
      'round.processId',
      // the column's check says which there are
      'round.state',
      'round.opensAt',
      'round.dueAt',
      'round.graceDays',
      'round.graceUntil',
      'round.closedAt',
      'round.closedBecause',
      'round.revision',
      // the column's check says which they are
      'round.kinds',
      'round.reminderDays',
      'round.contactName',
      'round.contactPhone',
      'round.formVersion',
    ])
    .$narrowType<{ kinds: RoundKind[]; state: RoundState }>()
}

export async function roundById(tx: Tx, roundId: string): Promise<RoundRow> {
  return found(await rounds(tx).where('round.id', '=', roundId).executeTakeFirst())
}

/** Nobody may close the round while this transaction writes into it (trust.md I6). */
export async function roundHeldOpen(tx: Tx, roundId: string): Promise<RoundRow> {
  return found(await heldOpen(tx, roundId).executeTakeFirst())
}

/** The same, or undefined where the round has not been opened yet. */
export function openedRoundHeld(tx: Tx, roundId: string): Promise<RoundRow | undefined> {
  return heldOpen(tx, roundId).where('round.state', '<>', 'PLANNED').executeTakeFirst()
}

function heldOpen(tx: Tx, roundId: string) {
  return rounds(tx).where('round.id', '=', roundId).forShare('round')
}

/**
 * Row locks let everybody who shares pass by somebody who waits for all of them, so that a close would
 * wait as long as answers keep coming. In this line nobody overtakes (decision 0016).
 */
export function inLineFor(roundId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`pg_advisory_xact_lock_shared(${lineOf(roundId)})`
}

function lineOf(roundId: RawBuilder<unknown>): RawBuilder<bigint> {
  return sql`hashtextextended('round/' || ${roundId}, 0)`
}

/** Waits for everybody who is writing into the round, and lets nobody in after. */
export async function roundForClosing(tx: Tx, roundId: string): Promise<RoundRow> {
  await sql`select pg_advisory_xact_lock(${lineOf(sql`${roundId}::uuid`)})`.execute(tx)
  return found(
    await rounds(tx).where('round.id', '=', roundId).forUpdate('round').executeTakeFirst(),
  )
}

/** The last round of a year, or undefined while nobody has been consulted. */
export function lastRoundOf(
  tx: Tx,
  planYear: number,
  number?: number,
): Promise<RoundRow | undefined> {
  return rounds(tx)
    .innerJoin('unit', 'unit.id', 'cycle.unitId')
    .where('cycle.planYear', '=', planYear)
    .where('unit.parentId', 'is', null)
    .$if(number !== undefined, (query) => query.where('round.number', '=', number ?? 0))
    .orderBy('round.number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The same, or the one that is asked for by its number; refused where there is none. */
export async function roundOfYear(tx: Tx, planYear: number, number?: number): Promise<RoundRow> {
  const round = await lastRoundOf(tx, planYear, number)
  if (!round) throw new Refusal('feedback.no-round', 'not-found', { params: { planYear } })
  return round
}

export async function holidaysOf(tx: Tx): Promise<Holiday[]> {
  const rows = await tx.selectFrom('holiday').select(['day', 'kind', 'name']).execute()
  return rows.map((row) => ({
    day: day(row.day),
    kind: row.kind === 'MAKE_UP' ? 'MAKE_UP' : 'OFF',
    name: row.name,
  }))
}

/** The latest deadline that one unit was granted, where there is one. */
export async function extendedTo(
  tx: Tx,
  of: { roundId: string; unitId: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom('extension')
    .select('dueAt')
    .where('roundId', '=', of.roundId)
    .where('unitId', '=', of.unitId)
    .orderBy('dueAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.dueAt ?? null
}

/**
 * When the round closes by itself: the grace of the latest of all deadlines (settled 7). A unit
 * that was excused owes nothing, so that it holds nobody up.
 */
export async function closingInstant(tx: Tx, round: RoundRow): Promise<string> {
  const { rows } = await sql<{ dueAt: string | null }>`
    select max(e.due_at) as "dueAt"
    from extension e join answer a on a.round_id = e.round_id and a.unit_id = e.unit_id
    where e.round_id = ${round.id} and a.state <> 'EXCUSED'`.execute(tx)
  const latest = rows[0]?.dueAt
  if (!latest || latest <= round.dueAt) return round.graceUntil
  const extended = graceUntilOf(latest, round.graceDays, await holidaysOf(tx))
  return closesAt([round, { graceUntil: extended }]) ?? round.graceUntil
}
