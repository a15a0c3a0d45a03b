import {
  type AnnouncedRow,
  defaultCalendar,
  instantOf,
  recomputed,
} from '../../domain/cycle/calendar.ts'
import { MOMENTS, type Moment } from '../../domain/cycle/moments.ts'
import { isPhase } from '../../domain/cycle/phases.ts'
import { type Day, day, dayOfInstant } from '../../domain/grammar/day.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'

type Cycle = { id: string; planYear: number; openedAt: string }
type Laid = { at: string; dueAt: string; graceUntil: string; holidays: readonly Holiday[] }

/** The consultation's real days enter the calendar of the year, and what builds on them moves on. */
export async function layConsultation(tx: Tx, cycle: Cycle, laid: Laid): Promise<void> {
  const before = await calendarOf(tx, cycle.id)
  const real = {
    consultationOpens: dayOfInstant(laid.at),
    consultationDue: dayOfInstant(laid.dueAt),
    consultationGraceOver: dayOfInstant(laid.graceUntil),
  } satisfies Partial<Record<Moment, Day>>
  const passed = MOMENTS.slice(0, MOMENTS.indexOf('consultationOpens'))
  const fixed = Object.fromEntries(
    before.filter(({ moment }) => passed.includes(moment)).map((row) => [row.moment, row.day]),
  )
  const openedOn = dayOfInstant(cycle.openedAt)
  const after = defaultCalendar(cycle.planYear, openedOn, laid.holidays, { ...fixed, ...real })
  const known = before.map((row) => (row.moment in real ? { ...row, announced: false } : row))
  const rows = recomputed(known, after)
  for (const row of rows.filter(({ moment, day: on }) => isMoved(before, moment, on, real)))
    await tx
      .updateTable('cycleMoment')
      .set({ day: row.day, at: instantOf(row), announced: row.announced || row.moment in real })
      .where('cycleId', '=', cycle.id)
      .where('moment', '=', row.moment)
      .execute()
}

function isMoved(before: readonly AnnouncedRow[], moment: Moment, on: Day, real: object): boolean {
  return moment in real || before.find((row) => row.moment === moment)?.day !== on
}

async function calendarOf(tx: Tx, cycleId: string): Promise<AnnouncedRow[]> {
  const rows = await tx
    .selectFrom('cycleMoment')
    .select(['moment', 'phase', 'day', 'at', 'announced'])
    .where('cycleId', '=', cycleId)
    .execute()
  return rows.flatMap(({ moment, phase, day: on, at, announced }) => {
    const known = MOMENTS.find((each) => each === moment)
    if (!known || !isPhase(phase)) return []
    const time = at.endsWith('T01:00:00.000Z') ? '08:00' : '17:00'
    return [{ moment: known, phase, day: day(on), time, announced }]
  })
}
