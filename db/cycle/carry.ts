import { sql } from 'kysely'
import type { AnnouncedRow } from '../../domain/cycle/calendar.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import { workingDaysLater } from '../../domain/grammar/working-days.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import { RUNNING } from '../../domain/feedback/round.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import type { Stage } from '../performer.ts'
import { requestProcess, type ProcessRequest } from '../process-requests.ts'
import { type Moved, writeMoments } from './calendar.ts'
import type { CycleRow } from './find.ts'

export type Carrying = {
  cycle: CycleRow
  rows: readonly AnnouncedRow[]
  moves: readonly Moved[]
  holidays: readonly Holiday[]
}

/** Writes moved dates and takes along what already runs by them: deadlines, timers, people. */
export async function carryMoves(stage: Stage, carrying: Carrying): Promise<void> {
  const { tx } = stage
  const { cycle, rows, moves, holidays } = carrying
  if (moves.length === 0) return
  const changed = rows.filter((row) => moves.some((move) => move.moment === row.moment))
  await writeMoments(tx, cycle, changed)
  for (const move of moves) {
    if (move.moment === 'consultationDue') await moveRound(tx, cycle.id, move.at, holidays)
    if (move.moment === 'voteDue') await moveVote(tx, cycle.id, move.at)
  }
  await ringProcesses(stage, cycle)
  await tellOfMoves(stage, cycle, moves)
}

/** A round that is open or will be follows its date; what single units were granted stays. */
async function moveRound(
  tx: Tx,
  cycleId: string,
  dueAt: string,
  holidays: readonly Holiday[],
): Promise<void> {
  const round = await tx
    .selectFrom('round')
    .select(['id', 'dueAt', 'graceDays'])
    .where('cycleId', '=', cycleId)
    .where('state', 'in', RUNNING)
    .where('dueAt', '<', dueAt)
    .forUpdate()
    .executeTakeFirst()
  if (!round) return
  const graceUntil = workingDaysLater(dueAt, round.graceDays, holidays)
  await tx
    .updateTable('round')
    .set((row) => ({ dueAt, graceUntil, revision: row('revision', '+', 1) }))
    .where('id', '=', round.id)
    .execute()
  await moveTasks(tx, cycleId, 'feedback.%', { from: round.dueAt, to: dueAt })
}

async function moveVote(tx: Tx, cycleId: string, dueAt: string): Promise<void> {
  const voting = await tx
    .selectFrom('approval')
    .select(['id', 'dueAt'])
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'AWAITING_COMMITTEE')
    .where('dueAt', '<', dueAt)
    .forUpdate()
    .execute()
  for (const approval of voting) {
    await tx
      .updateTable('approval')
      .set((row) => ({ dueAt, revision: row('revision', '+', 1) }))
      .where('id', '=', approval.id)
      .execute()
    await moveTasks(tx, cycleId, 'approval.vote', { from: approval.dueAt, to: dueAt })
  }
}

async function moveTasks(
  tx: Tx,
  cycleId: string,
  kind: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ dueAt: to })
    .where('cycleId', '=', cycleId)
    .where('kind', 'like', kind)
    .where('doneAt', 'is', null)
    .where('dueAt', '=', from)
    .execute()
}

/** Each process that waits for a date of this year reads the calendar again. */
export async function ringProcesses({ tx, key }: Stage, cycle: CycleRow): Promise<void> {
  const { rows } = await sql<{
    workflowType: ProcessRequest['workflowType']
    workflowId: string
  }>`
    select 'trainingCycle' as workflow_type, process_id as workflow_id from cycle where id = ${cycle.id}
    union all select 'consultation', process_id from round where cycle_id = ${cycle.id}
      and (state in ('PLANNED', 'OPEN') or exists (select from conference c where c.round_id = round.id and c.state = 'OPEN'
        and c.minutes_reminded_at is null))
    union all select 'approval', process_id from approval
      where cycle_id = ${cycle.id} and state not in ('ISSUED', 'RETURNED')`.execute(tx)
  for (const { workflowType, workflowId } of rows) {
    await requestProcess(tx, {
      federationId: cycle.federationId,
      workflowType,
      workflowId,
      message: 'signal',
      name: 'calendarChanged',
      input: {},
      key: `${key}/calendarChanged/${workflowId}`,
    })
  }
}

const officeRoles: readonly Role[] = [
  'departmentHead',
  'departmentDrafter',
  'committeeLeader',
  'recordsClerk',
]
const unitRoles: readonly Role[] = ['unitDrafter', 'unitHead']

/** Who must hear of it: the offices of every announced date, the units of what they are asked for. */
export async function readersOf(tx: Tx, cycle: { unitId: string }, moves: readonly Moved[]) {
  const announced = moves.filter((move) => move.announced)
  const forUnits = announced.some(({ phase }) => phase === 'needs' || phase === 'feedback')
  const roles = forUnits ? [...officeRoles, ...unitRoles] : [...officeRoles]
  return { announced, roles, unitIds: await addressedUnits(tx, cycle, forUnits) }
}

async function tellOfMoves(
  { tx, key }: Stage,
  cycle: CycleRow,
  moves: readonly Moved[],
): Promise<void> {
  const { announced, ...readers } = await readersOf(tx, cycle, moves)
  const first = announced[0]
  if (!first) return
  await tellHolders(tx, cycle.federationId, readers, {
    eventKey: `calendar/${key}/${cycle.id}`,
    textKey: 'cycle.letters.moved',
    params: {
      planYear: cycle.planYear,
      moment: first.moment,
      day: first.to,
      count: announced.length,
    },
    link: `/cycles/${cycle.planYear}`,
  })
}

async function addressedUnits(
  tx: Tx,
  cycle: { unitId: string },
  withUnits: boolean,
): Promise<string[]> {
  if (!withUnits) return [cycle.unitId]
  const rows = await tx
    .selectFrom('unit')
    .select('id')
    .where((unit) =>
      unit.or([
        unit('id', '=', cycle.unitId),
        unit.and([unit('level', '=', 'IMMEDIATE_UPPER'), unit('validTo', 'is', null)]),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}
