import { sql } from 'kysely'
import type { Moment } from '../../domain/cycle/moments.ts'
import { clockOf } from '../context.ts'
import { announceMoments } from '../cycle/calendar.ts'
import type { Tx } from '../database.ts'
import { openedRoundHeld, roundForClosing, type RoundRow } from './round.ts'

const DAYS_OF_ROUND: readonly Moment[] = [
  'consultationOpens',
  'consultationDue',
  'consultationGraceOver',
]

type Coming = { round: RoundRow; hasJustOpened: boolean }

/**
 * A round as it is to be opened. One that is planned opens when its moment has come and not a second
 * before; whoever moves the moment is waited for, so that no round opens at the one that was given up.
 */
export async function comeToOpening(tx: Tx, roundId: string): Promise<Coming> {
  const opened = await openedRoundHeld(tx, roundId)
  if (opened) return { round: opened, hasJustOpened: false }
  const round = await roundForClosing(tx, roundId)
  if (round.state !== 'PLANNED' || (await clockOf(tx)) < round.opensAt)
    return { round, hasJustOpened: false }
  const revision = round.revision + 1
  await sql`update round set state = 'OPEN', revision = ${revision} where id = ${roundId}`.execute(
    tx,
  )
  await announceMoments(tx, round.cycleId, DAYS_OF_ROUND)
  return { round: { ...round, state: 'OPEN', revision }, hasJustOpened: true }
}
