import { reminderInstants } from '../../domain/feedback/round.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { nextOfConferences } from './conference-moments.ts'
import { remindedAt } from './remind.ts'
import { closingInstant, holidaysOf, roundById, type RoundRow } from './round.ts'

export type NextOfRound = { moment: string; at: string } | null

/**
 * What the process of a round waits for: its opening, its next reminder, then its close; null once
 * it is closed and the minutes of its conferences are made or asked for. A reminder whose hour had passed before the round opened, or whose deadline is over, is
 * left out.
 */
export async function nextOfRound(tx: Tx, roundId: string): Promise<NextOfRound> {
  const round = await roundById(tx, roundId)
  if (round.state === 'PLANNED') return { moment: 'open', at: round.opensAt }
  const ofConferences = await nextOfConferences(tx, round)
  if (round.state !== 'OPEN') return ofConferences
  const next = await nextOfOpen(tx, round)
  return ofConferences && ofConferences.at < next.at ? ofConferences : next
}

async function nextOfOpen(tx: Tx, round: RoundRow): Promise<{ moment: string; at: string }> {
  const done = await remindedAt(tx, round.id)
  const isOverdue = (await clockOf(tx)) > round.dueAt
  const reminder = isOverdue
    ? undefined
    : (await reminders(tx, round)).find((r) => !done.has(r.moment))
  return reminder ?? { moment: 'close', at: await closingInstant(tx, round) }
}

async function reminders(tx: Tx, round: RoundRow): Promise<{ moment: string; at: string }[]> {
  const instants = reminderInstants(round.dueAt, await holidaysOf(tx), round.reminderDays)
  return instants.filter(({ at }) => at > round.opensAt)
}
