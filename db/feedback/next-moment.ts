import { sql } from 'kysely'
import { dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { addWorkingDays, type Holiday } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'

export type RoundMoment = { moment: 'D-5' | 'D-1' | 'close'; at: string }

/** What the round waits for next: a reminder that has not gone out, or its end. Null: it is closed. */
export async function nextOfRound(tx: Tx, roundId: string): Promise<RoundMoment | null> {
  const round = await tx
    .selectFrom('round')
    .select(['state', 'dueAt', 'closedAt', 'federationId'])
    .select(({ selectFrom, fn, val }) => [
      fn<string>('greatest', [
        'round.graceUntil',
        fn.coalesce(
          selectFrom('extension')
            .whereRef('extension.roundId', '=', 'round.id')
            .select(({ fn: inner }) => inner.max('extension.dueAt').as('last')),
          'round.graceUntil',
        ),
      ]).as('endsAt'),
      selectFrom('registerEntry')
        .whereRef('registerEntry.objectId', '=', 'round.id')
        .where('registerEntry.deed', '=', val('round.remindedByClock'))
        .select(sql<string[]>`coalesce(array_agg(register_entry.facts->>'moment'), '{}')`.as('m'))
        .as('reminded'),
    ])
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  if (round.state === 'CLOSED') return null
  const reminders = remindersOf(round.dueAt, await holidaysOf(tx))
  const open = reminders.filter(({ moment }) => !(round.reminded ?? []).includes(moment))
  // A reminder whose hour passed while nobody worked gives way to the next moment.
  const next = open.find((reminder) => Date.parse(reminder.at) > Date.now() - anHourMs)
  const end: RoundMoment = { moment: 'close', at: new Date(round.endsAt).toISOString() }
  return next && next.at < end.at ? next : end
}

const anHourMs = 3_600_000

/** Five working days and one working day before the deadline, at eight in the morning. */
function remindersOf(dueAt: string, holidays: readonly Holiday[]): RoundMoment[] {
  const due = dayOfInstant(dueAt)
  const on = (days: number) => instantAt(addWorkingDays(due, -days, holidays), '08:00')
  return [
    { moment: 'D-5', at: on(5) },
    { moment: 'D-1', at: on(1) },
  ]
}
