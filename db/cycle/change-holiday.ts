import type { HolidayView, PreviewView } from '../../domain/cycle/calendar.contract.ts'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import type { AnnouncedRow } from '../../domain/cycle/calendar.ts'
import { movedDue, type TableChange } from '../../domain/cycle/moved-due.ts'
import { pushed } from '../../domain/cycle/push-calendar.ts'
import { RUNNING } from '../../domain/feedback/round.ts'
import { day, dayOfInstant, weekdayOf, yearOf } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { performs } from '../performer.ts'
import { calendarOf, movedBetween } from './calendar.ts'
import { type Carrying, carryMoves, ringProcesses } from './carry.ts'
import { carryDeadlines } from './carry-deadlines.ts'
import { finishWhenDecreed } from './confirm-holidays.ts'
import { everyCycle } from './find.ts'
import { deadlineView, type OpenDeadline, openDeadlines } from './open-deadlines.ts'
import { movedView, mustBeClear, told, writable } from './move-moment.ts'

type Change = { day: string; kind: 'OFF' | 'MAKE_UP' | 'WORKING'; name: string }

export async function holidaysOfYear(tx: Tx, year: number): Promise<HolidayView[]> {
  const rows = await tx
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'provisional'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind === 'MAKE_UP' ? 'MAKE_UP' : 'OFF' }))
}

/** What would move in every open year. */
export async function previewOfHoliday({ tx, at }: Entered, change: Change): Promise<PreviewView> {
  const obstacles = obstaclesTo(change, at)
  const carryings = obstacles.length > 0 ? [] : await movesOf(tx, change, at)
  const lettersTo = await Promise.all(carryings.map(({ cycle, moves }) => told(tx, cycle, moves)))
  return {
    moves: carryings.flatMap(({ cycle, moves }) =>
      moves.map((move) => movedView(move, cycle.planYear)),
    ),
    deadlines: carryings.flatMap(({ cycle, deadlines }) =>
      deadlines.map((deadline) => deadlineView(cycle.planYear, deadline)),
    ),
    obstacles: obstacles.map(writable),
    lettersTo: Math.max(0, ...lettersTo),
  }
}

export const changeHoliday = performs(routes.changeHoliday, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const as = mustAllow(deeds.holidayChanged, caller, {})
  const change = { day: params.day, ...body }
  mustBeClear(obstaclesTo(change, at))
  const carryings = await movesOf(tx, change, at)
  await write(tx, caller.federationId, change)
  await finishWhenDecreed(tx, yearOf(day(change.day)), caller.officialId)
  for (const carrying of carryings) {
    await carryMoves(stage, carrying)
    await carryDeadlines(stage, carrying.cycle, { ...carrying, because: change.name })
    if (carrying.deadlines.length > 0) await ringProcesses(stage, carrying.cycle)
  }
  const moves = carryings.flatMap(({ cycle, moves: of }) =>
    of.map((move) => movedView(move, cycle.planYear)),
  )
  return {
    reply: { moves },
    as,
    object: { type: 'holiday', id: caller.federationId },
    facts: { day: change.day, kind: change.kind, name: change.name, moved: moves.length },
  }
})

function obstaclesTo({ day: on, kind, name }: Change, at: string): Obstacle[] {
  const params = { day: on }
  if (on < dayOfInstant(at)) return [{ code: 'cycle.day-gone-by', params, at: '/day' }]
  if (kind === 'MAKE_UP' && weekdayOf(day(on)) <= 5)
    return [{ code: 'cycle.make-up-on-weekday', params, at: '/kind' }]
  if (kind !== 'WORKING' && name === '') return [{ code: 'cycle.holiday-unnamed', at: '/name' }]
  return []
}

type Weighed = Carrying & { deadlines: readonly OpenDeadline[] }

async function movesOf(tx: Tx, change: Change, at: string): Promise<Weighed[]> {
  const holidaysBefore = await holidaysOf(tx)
  const holidays = changed(holidaysBefore, change)
  const table = { today: dayOfInstant(at), holidays, holidaysBefore }
  const open = (await everyCycle(tx)).filter((cycle) => !cycle.closedAt && !cycle.imported)
  const weighed: Weighed[] = []
  for (const cycle of open) {
    const { id: cycleId, planYear } = cycle
    const rows = await calendarOf(tx, cycle)
    const after = await calendarAfter(tx, cycleId, { rows, table })
    const moves = movedBetween(rows, after)
    const dueAt = moves.find(({ moment }) => moment === 'consultationDue')?.at ?? null
    const deadlines = await openDeadlines(tx, { cycleId, planYear, dueAt, change: table })
    weighed.push({ cycle, rows: after, moves, holidays, deadlines })
  }
  return weighed
}

/** A round that was given more days than the calendar asks for keeps all of them, and pushes what follows. */
async function calendarAfter(
  tx: Tx,
  cycleId: string,
  { rows, table }: { rows: readonly AnnouncedRow[]; table: TableChange },
): Promise<AnnouncedRow[]> {
  const after = pushed({ rows, ...table })
  const round = await tx
    .selectFrom('round')
    .select('dueAt')
    .where('cycleId', '=', cycleId)
    .where('state', 'in', RUNNING)
    .executeTakeFirst()
  if (!round) return after
  const kept = dayOfInstant(movedDue(round.dueAt, table))
  const due = after.find(({ moment }) => moment === 'consultationDue')
  if (!due || kept === dayOfInstant(round.dueAt) || kept <= due.day) return after
  return pushed({ rows, ...table, moved: { moment: 'consultationDue', day: kept } })
}

function changed(holidays: readonly Holiday[], { day: on, kind, name }: Change): Holiday[] {
  const others = holidays.filter((holiday) => holiday.day !== on)
  return kind === 'WORKING' ? others : [...others, { day: day(on), kind, name }]
}

async function write(tx: Tx, federationId: string, { day: on, kind, name }: Change) {
  if (kind === 'WORKING') return tx.deleteFrom('holiday').where('day', '=', on).execute()
  return tx
    .insertInto('holiday')
    .values({ federationId, day: on, kind, name, provisional: false })
    .onConflict((conflict) =>
      conflict.columns(['federationId', 'day']).doUpdateSet((row) => ({
        kind,
        name,
        provisional: false,
        revision: row('holiday.revision', '+', 1),
      })),
    )
    .execute()
}
