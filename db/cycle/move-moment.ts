import type { MovedView, PreviewView } from '../../domain/cycle/calendar.contract.ts'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import type { Moment } from '../../domain/cycle/moments.ts'
import { obstaclesToMovingMoment, pushed } from '../../domain/cycle/push-calendar.ts'
import { type Day, day, dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { calendarOf, type Moved, movedBetween } from './calendar.ts'
import { carryMoves, readersOf } from './carry.ts'
import { cycleForDeed, type CycleRow, cycleOfYear } from './find.ts'

type Wish = { moment: Moment; day: Day; at: string }

async function weigh(tx: Tx, cycle: CycleRow, wish: Wish) {
  const rows = await calendarOf(tx, cycle)
  const holidays = await holidaysOf(tx)
  const today = dayOfInstant(wish.at)
  const row = found(rows.find((each) => each.moment === wish.moment))
  const { phase } = cycle
  const isLeaders = row.phase === 'feedback' && (await isRoundPlanned(tx, cycle.id))
  const obstacles = isLeaders
    ? [{ code: 'cycle.opening-is-the-leaders', at: '/day' }]
    : obstaclesToMovingMoment({ row, day: wish.day, today, phase, holidays })
  const after = pushed({ rows, today, holidays, moved: { moment: wish.moment, day: wish.day } })
  return { row, rows: after, holidays, obstacles, moves: movedBetween(rows, after) }
}

/** The days of a round that is not open yet are moved where its opening is. */
async function isRoundPlanned(tx: Tx, cycleId: string): Promise<boolean> {
  const planned = await tx
    .selectFrom('round')
    .select('id')
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'PLANNED')
    .executeTakeFirst()
  return planned !== undefined
}

/** What would move, and how many people would get a letter. */
export async function previewOfMoment(
  { tx, at }: Entered,
  { planYear, moment, day: wished }: { planYear: number; moment: Moment; day: string },
): Promise<PreviewView> {
  const cycle = await cycleOfYear(tx, planYear)
  const { moves, obstacles } = await weigh(tx, cycle, { moment, day: day(wished), at })
  const views = obstacles.length > 0 ? [] : moves.map((move) => movedView(move, planYear))
  return {
    moves: views,
    obstacles: obstacles.map(writable),
    deadlines: [],
    lettersTo: await told(tx, cycle, moves),
  }
}

export const moveMoment = performs(routes.moveMoment, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const cycle = await cycleForDeed(tx, params.planYear)
  const state = cycle.closedAt ? 'CLOSED' : 'OPEN'
  const as = mustAllow(deeds.momentMoved, caller, { unitId: cycle.unitId, state })
  const weighed = await weigh(tx, cycle, { moment: params.moment, day: day(body.day), at })
  mustBeClear(weighed.obstacles)
  await carryMoves(stage, { cycle, ...weighed })
  const { row, moves } = weighed
  return {
    reply: { moves: moves.map((move) => movedView(move, cycle.planYear)) },
    as,
    object: { type: 'cycle', id: cycle.id, revision: cycle.revision, cycleId: cycle.id },
    facts: {
      moment: params.moment,
      from: row.day,
      to: body.day,
      reason: body.reason,
      others: moves.length - 1,
    },
  }
})

export function movedView({ at: _, ...move }: Moved, planYear: number): MovedView {
  return { planYear, ...move }
}

export function mustBeClear(obstacles: readonly Obstacle[]): void {
  const first = obstacles[0]
  if (!first) return
  throw new Refusal(first.code, 'invalid', {
    ...(first.params && { params: first.params }),
    faults: obstacles.flatMap(({ code, at, params }) =>
      at ? [{ code, at, ...(params && { params }) }] : [],
    ),
  })
}

export function writable({ code, params, at }: Obstacle) {
  return { code, ...(params && { params: { ...params } }), ...(at && { at }) }
}

/** How many people hold a key that a letter about these dates goes to. */
export async function told(tx: Tx, cycle: CycleRow, moves: readonly Moved[]): Promise<number> {
  const { announced, roles, unitIds } = await readersOf(tx, cycle, moves)
  if (announced.length === 0) return 0
  const { count } = await tx
    .selectFrom('roleGrant')
    .select(({ fn }) => fn.count<bigint>('officialId').distinct().as('count'))
    .where('unitId', 'in', unitIds)
    .where('role', 'in', roles)
    .executeTakeFirstOrThrow()
  return Number(count)
}
