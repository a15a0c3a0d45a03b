import { sql } from 'kysely'
import type { BoardRow, BoardView } from '../../domain/feedback/board.contract.ts'
import { countsOfCells } from '../../domain/feedback/board-figures.ts'
import { feedbackDeeds } from '../../domain/feedback/deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import { workingDaysLeft } from '../../domain/grammar/working-days.ts'
import { clockOf, type Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { boardCells } from './board-cells.ts'
import { boardRows, type BoardWish } from './board-rows.ts'
import { closingInstant, holidaysOf, roundOfYear, type RoundRow } from './round.ts'

const officeDeeds = [
  feedbackDeeds.roundReminded,
  feedbackDeeds.roundExtended,
  feedbackDeeds.roundClosed,
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
  const round = await roundOfYear(tx, wish.planYear)
  const { found, rows } = await boardRows(tx, round, wish)
  const cells = await boardCells(tx, round)
  return {
    roundId: round.id,
    cycleId: round.cycleId,
    planYear: round.planYear,
    number: round.number,
    state: round.state === 'OPEN' ? 'OPEN' : 'CLOSED',
    opensAt: round.opensAt,
    dueAt: round.dueAt,
    closesAt: await closingInstant(tx, round),
    closedAt: round.closedAt,
    closedBecause: round.closedBecause,
    workingDaysLeft: await daysLeft(tx, round),
    revision: round.revision,
    kinds: round.kinds,
    counts: countsOfCells(cells),
    cells,
    stances: await stancesOf(tx, round),
    found,
    rows,
    allowedActions: allowedActions(officeDeeds, caller, {
      unitId: round.unitId,
      state: round.state,
    }),
  }
}

/** All rows of a filter, for the workbook. */
export async function everyBoardRow(
  tx: Tx,
  wish: Omit<BoardWish, 'page' | 'size'> & { planYear: number },
): Promise<BoardRow[]> {
  const round = await roundOfYear(tx, wish.planYear)
  return (await boardRows(tx, round, { ...wish, page: 1, size: 20_000 })).rows
}

async function daysLeft(tx: Tx, round: RoundRow): Promise<number> {
  const today = dayOfInstant(await clockOf(tx))
  return workingDaysLeft(today, dayOfInstant(round.dueAt), await holidaysOf(tx))
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
