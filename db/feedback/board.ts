import { sql } from 'kysely'
import type { BoardRow, BoardView } from '../../domain/feedback/board.contract.ts'
import { countsOfCells } from '../../domain/feedback/board-figures.ts'
import { feedbackDeeds } from '../../domain/feedback/deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { type AllowedAction, allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import { workingDaysLeft } from '../../domain/grammar/working-days.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found as foundRow } from '../subject.ts'
import { boardCells } from './board-cells.ts'
import { boardRows, type BoardWish } from './board-rows.ts'
import { countToAsk } from './asked-again.ts'
import { obstacleToReopening } from './reopen.ts'
import { closingInstant, holidaysOf, roundOfYear, type RoundRow } from './round.ts'

const officeDeeds = [
  feedbackDeeds.roundReminded,
  feedbackDeeds.roundExtended,
  feedbackDeeds.roundClosed,
  feedbackDeeds.roundReopened,
  feedbackDeeds.openingMoved,
  // Done to single answers; on the board it is the round that must be open for them.
  { ...feedbackDeeds.answerExcused, in: ['OPEN'] },
  { ...feedbackDeeds.excuseTakenBack, in: ['OPEN'] },
  { ...feedbackDeeds.extensionRefused, in: ['OPEN'] },
  { ...feedbackDeeds.assistedSaved, in: ['OPEN'] },
]

/** Who has answered and who is waited for; as many statements for 10,000 units as for ten. */
export async function boardOf(
  { tx, caller }: Entered,
  wish: BoardWish & { planYear: number },
): Promise<BoardView> {
  const round = await roundOfYear(tx, wish.planYear, wish.round)
  const { found, rows } = await boardRows(tx, round, wish)
  const cells = await boardCells(tx, round)
  const { today, rounds } = await nowAndRounds(tx, round)
  return {
    roundId: round.id,
    cycleId: round.cycleId,
    planYear: round.planYear,
    number: round.number,
    rounds,
    state: round.state,
    willAsk: round.state === 'PLANNED' ? await countToAsk(tx, round) : null,
    opensAt: round.opensAt,
    dueAt: round.dueAt,
    graceDays: round.graceDays,
    closesAt: await closingInstant(tx, round),
    closedAt: round.closedAt,
    closedBecause: round.closedBecause,
    workingDaysLeft: workingDaysLeft(today, dayOfInstant(round.dueAt), await holidaysOf(tx)),
    revision: round.revision,
    kinds: round.kinds,
    counts: countsOfCells(cells),
    cells,
    stances: await stancesOf(tx, round),
    found,
    rows,
    allowedActions: await actionsOn(tx, round, caller),
  }
}

/** A round that was closed can be reopened once: who may do it reads why it cannot be. */
async function actionsOn(tx: Tx, round: RoundRow, caller: Caller): Promise<AllowedAction[]> {
  const actions = allowedActions(officeDeeds, caller, round)
  const { name } = feedbackDeeds.roundReopened
  if (!actions.some(({ deed, allowed }) => deed === name && allowed)) return actions
  const because = await obstacleToReopening(tx, round)
  return actions.map((action) =>
    action.deed === name && because ? { ...action, allowed: false, because } : action,
  )
}

/** All rows of a filter, for the workbook. */
export async function everyBoardRow(
  tx: Tx,
  wish: Omit<BoardWish, 'page' | 'size'> & { planYear: number },
): Promise<BoardRow[]> {
  const round = await roundOfYear(tx, wish.planYear, wish.round)
  return (await boardRows(tx, round, { ...wish, page: 1, size: 20_000 })).rows
}

/** One statement: what day it is by the database's clock, and how many rounds the year has had. */
async function nowAndRounds(tx: Tx, { cycleId }: RoundRow) {
  const { rows } = await sql<{ clock: string; rounds: number }>`
    select clock_timestamp() as clock, max(number) as rounds from round where cycle_id = ${cycleId}`.execute(
    tx,
  )
  const { clock, rounds } = foundRow(rows[0])
  return { today: dayOfInstant(clock), rounds }
}

async function stancesOf(tx: Tx, round: RoundRow): Promise<BoardView['stances']> {
  const { rows } = await sql<BoardView['stances'][number]>`
    select p.id as "planId", p.title, s.stance, count(*)::integer as units
    from stance s
    join answer_version v on v.answer_id = s.answer_id and v.version = s.version
      and v.withdrawn_at is null
    join answer a on a.id = s.answer_id
    join plan p on p.id = s.plan_id
    where a.round_id = ${round.id}
    group by p.id, p.title, p.plan_type, s.stance
    order by p.plan_type desc, s.stance`.execute(tx)
  return rows
}
