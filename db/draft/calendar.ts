import { defaultCalendar, recomputed } from '../../domain/cycle/calendar.ts'
import { type Moment, MOMENTS } from '../../domain/cycle/moments.ts'
import { type Day, dayOfInstant } from '../../domain/grammar/day.ts'
import type { Holiday } from '../../domain/grammar/working-days.ts'
import { announceMoments, calendarOf, writeMoments } from '../cycle/calendar.ts'
import type { CycleRow } from '../cycle/find.ts'
import type { Tx } from '../database.ts'

type Laid = {
  /** When the units are asked: now, or on the day that is planned. */
  opening: string
  opensAt: string | null
  dueAt: string
  graceUntil: string
  holidays: readonly Holiday[]
  /** The year opened its consultation before, and keeps that day. */
  isAgain?: boolean
}

/** The consultation's real days enter the calendar of the year, and what builds on them moves on. */
export async function layConsultation(tx: Tx, cycle: CycleRow, laid: Laid): Promise<void> {
  const before = await calendarOf(tx, cycle)
  const real: Partial<Record<Moment, Day>> = {
    ...(!laid.isAgain && { consultationOpens: dayOfInstant(laid.opening) }),
    consultationDue: dayOfInstant(laid.dueAt),
    consultationGraceOver: dayOfInstant(laid.graceUntil),
  }
  const first = laid.isAgain ? 'consultationDue' : 'consultationOpens'
  const passed = MOMENTS.slice(0, MOMENTS.indexOf(first))
  const fixed = Object.fromEntries(
    before.filter(({ moment }) => passed.includes(moment)).map((row) => [row.moment, row.day]),
  )
  const openedOn = dayOfInstant(cycle.openedAt)
  const after = defaultCalendar(cycle.planYear, openedOn, laid.holidays, { ...fixed, ...real })
  // what really happened is not bound by what was announced: the leader's rule has judged it
  const movable = before.map((row) => (real[row.moment] ? { ...row, announced: false } : row))
  await writeMoments(tx, cycle, recomputed(movable, after))
  const said = MOMENTS.filter((moment) => real[moment])
  // nobody is told of the days of a round before it opens
  await announceMoments(tx, cycle.id, said, laid.opensAt === null)
}
