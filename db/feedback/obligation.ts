import { sql } from 'kysely'
import { type AnswerState, isAnswerState } from '../../domain/feedback/answer.ts'
import { dueAtOf, graceUntilOf } from '../../domain/feedback/round.ts'
import type { AnswerFile } from '../../domain/feedback/answer-files.contract.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { filesOfAnswer } from './answer-files.ts'
import type { SavedRow } from './answer-form.ts'
import { draftsOfRound } from './consulted-plans.ts'
import type { FrozenDraft } from './frozen-drafts.ts'
import { holdersOfUnit, type KeyGrant, type KeyHolders, keyHoldersAmong } from './key-holders.ts'
import { holidaysOf, inLineFor, roundById, type RoundRow } from './round.ts'

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
export type Obligation = Deadline & {
  answer: AnswerRow
  round: RoundRow
  clock: string
  keyHolders: KeyHolders
  /** Which drafts are laid before the unit; what they say is read by `consultedPlans`. */
  drafts: readonly FrozenDraft[]
  files: readonly AnswerFile[]
  saved: SavedRow
}

/**
 * For everything that writes into an answer. The round is held open first, then the answer is
 * taken, then the database's clock is read: in this order no write can be later than its verdict.
 */
export async function obligationHeld(tx: Tx, answerId: string): Promise<Obligation> {
  const { rows } = await sql<HeldRow>`
    with line as materialized (
      select a.round_id, ${inLineFor(sql`a.round_id`)} from answer a where a.id = ${answerId}
    ), held as materialized (
      select r.id, r.federation_id, r.cycle_id, c.unit_id, c.plan_year, r.number, r.process_id, r.state,
        r.opens_at, r.due_at, r.grace_days, r.grace_until, r.closed_at, r.closed_because, r.revision,
        r.kinds, r.reminder_days, r.contact_name, r.contact_phone, r.form_version
      from line join round r on r.id = line.round_id join cycle c on c.id = r.cycle_id for share of r
    ), taken as materialized (
      select a.*, u.name as unit_name
      from held join answer a on a.round_id = held.id join unit u on u.id = a.unit_id
      where a.id = ${answerId} for update of a
    )
    select held.*, a.id as answer_id, a.unit_id as answer_unit_id, a.unit_path, a.unit_name,
      a.number as answer_number, a.state as answer_state, a.opened_at, a.sent_on_by, a.sent_on_at,
      a.returned_because, a.submitted_at, a.is_late, a.version, a.revision as answer_revision
    from held, taken a`.execute(tx)
  const row = found(rows[0])
  const answer = withState(answerOf(row))
  return { answer, round: row, ...(await standingAt(tx, row, answer)) }
}

type HeldRow = RoundRow &
  Omit<AnswerRow, keyof RoundRow | 'roundId'> & {
    answerId: string
    answerUnitId: string
    answerNumber: string
    answerState: string
    answerRevision: number
  }

function answerOf(row: HeldRow): Omit<AnswerRow, 'state'> & { state: string } {
  return {
    ...row,
    id: row.answerId,
    roundId: row.id,
    unitId: row.answerUnitId,
    number: row.answerNumber,
    state: row.answerState,
    revision: row.answerRevision,
  }
}

/** The same for reading: nothing is locked. */
export async function obligationOf(tx: Tx, answer: AnswerRow): Promise<Obligation> {
  const round = await roundById(tx, answer.roundId)
  return { answer, round, ...(await standingAt(tx, round, answer)) }
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

/**
 * Until when, what the database's clock says, rounded up to the millisecond so that nothing is
 * judged earlier than it came, and what has come of the answer: one statement, asked after the
 * locks, so that an extension granted and a form saved meanwhile are seen.
 */
async function standingAt(
  tx: Tx,
  round: RoundRow,
  { id, unitId }: { id: string; unitId: string },
): Promise<Omit<Obligation, 'answer' | 'round'>> {
  const { rows } = await sql<StandingRow>`
    select date_trunc('milliseconds', clock_timestamp() + interval '999 microseconds') as clock,
      (select max(e.due_at) from extension e
       where e.round_id = ${round.id}::uuid and e.unit_id = ${unitId}::uuid) as extended,
      ${holdersOfUnit(unitId)} as holders, ${draftsOfRound(round.id)} as drafts,
      ${filesOfAnswer(id)} as files,
      f.form, f.revision, f.saved_at, writer.full_name as saved_by_name
    from (values (1)) always left join answer_form f on f.answer_id = ${id}::uuid
      left join official writer on writer.id = f.saved_by`.execute(tx)
  const { clock, extended, holders, drafts, files, ...saved } = found(rows[0])
  const until = deadline(round, extended, extended ? await holidaysOf(tx) : [])
  return { ...until, clock, keyHolders: keyHoldersAmong(holders), drafts, files, saved }
}

type StandingRow = SavedRow & {
  clock: string
  extended: string | null
  holders: readonly KeyGrant[]
  drafts: readonly FrozenDraft[]
  files: readonly AnswerFile[]
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
