import { type Expression, sql } from 'kysely'
import {
  type AnnouncedRow,
  type CalendarRow,
  instantOf,
  type MovedMoment,
} from '../../domain/cycle/calendar.ts'
import type { MomentView } from '../../domain/cycle/calendar.contract.ts'
import { type Moment, MOMENT_RULES, MOMENTS } from '../../domain/cycle/moments.ts'
import { type Phase, stepOf } from '../../domain/cycle/phases.ts'
import { day, dayOfInstant } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'

/** The dates of a year, each behind the one it builds on. */
export async function calendarOf(
  tx: Tx,
  cycle: { id: string; phase: Phase },
): Promise<AnnouncedRow[]> {
  const rows = await tx
    .selectFrom('cycleMoment')
    .select((row) => [
      'moment',
      'day',
      'announced',
      hasPlannedRound(row.ref('cycleId')).as('isPlanned'),
    ])
    .where('cycleId', '=', cycle.id)
    .execute()
  const byName = new Map(rows.map((row) => [row.moment, row]))
  return MOMENTS.flatMap((moment) => {
    const row = byName.get(moment)
    const { phase, time } = MOMENT_RULES[moment]
    // What a station asks of people is known to them once the year has reached it, and its round is open.
    const isKnown =
      stepOf(phase) <= stepOf(cycle.phase) && !(row?.isPlanned && phase === 'feedback')
    return row
      ? [{ moment, phase, time, day: day(row.day), announced: row.announced || isKnown }]
      : []
  })
}

function hasPlannedRound(cycleId: Expression<string>) {
  return sql<boolean>`exists (select from round r where r.cycle_id = ${cycleId} and r.state = 'PLANNED')`
}

export function momentViews(rows: readonly AnnouncedRow[], now: string): MomentView[] {
  return rows.map((row) => ({
    moment: row.moment,
    phase: row.phase,
    on: row.day,
    at: instantOf(row),
    announced: row.announced,
    isPast: row.day < dayOfInstant(now),
  }))
}

/** From now on these dates may only move later: people were told of them. */
export async function announceMoments(
  tx: Tx,
  cycleId: string,
  moments: readonly Moment[],
  announced = true,
): Promise<void> {
  await tx
    .updateTable('cycleMoment')
    .set({ announced })
    .where('cycleId', '=', cycleId)
    .where('moment', 'in', [...moments])
    .execute()
}

export type Moved = MovedMoment & { at: string }

export function movedBetween(
  before: readonly AnnouncedRow[],
  after: readonly AnnouncedRow[],
): Moved[] {
  return after.flatMap((row, index) => {
    const from = before[index]?.day ?? row.day
    const { moment, phase, announced, day: to } = row
    return from === to ? [] : [{ moment, phase, from, to, announced, at: instantOf(row) }]
  })
}

type Owner = { id: string; federationId: string }

export async function writeMoments(
  tx: Tx,
  cycle: Owner,
  rows: readonly CalendarRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('cycleMoment')
    .values(
      rows.map((row) => ({
        cycleId: cycle.id,
        federationId: cycle.federationId,
        moment: row.moment,
        phase: row.phase,
        day: row.day,
        at: instantOf(row),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['cycleId', 'moment']).doUpdateSet((row) => ({
        day: row.ref('excluded.day'),
        at: row.ref('excluded.at'),
      })),
    )
    .execute()
}
