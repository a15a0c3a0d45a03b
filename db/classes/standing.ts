import { nextOfClass } from '../../domain/classes/class-calendar.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { classOf } from './class-row.ts'
import { countsOf } from './counts.ts'
import { spanOf } from './sessions.ts'

/** How a class stands, and what it will do by itself and when. */
export async function standingOfClass(tx: Tx, classId: string) {
  const trained = await classOf(tx, classId)
  const counts = await countsOf(tx, classId)
  const span = await spanOf(tx, classId)
  const now = await clockOf(tx)
  const next = nextOfClass({
    state: trained.state,
    // @NOTE a class has its dates from the moment it is opened; only older rows could lack them
    nominationsOpenAt: trained.nominationsOpenAt ?? now,
    nominationsDueAt: trained.nominationsDueAt ?? now,
    nominationsClosedAt: trained.nominationsClosedAt,
    releaseDueAt: trained.releaseDueAt,
    releasesClosedAt: trained.releasesClosedAt,
    listDueAt: trained.listDueAt ?? now,
    firstStartsAt: span.firstStartsAt ?? now,
    lastEndsAt: span.lastEndsAt ?? now,
    freeSeats: trained.seats - counts.confirmed,
    waiting: counts.waitlisted,
    now,
  })
  return { state: trained.state, next }
}
