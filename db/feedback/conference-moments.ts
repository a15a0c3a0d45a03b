import { sql } from 'kysely'
import { minutesReminderAt } from '../../domain/feedback/conference.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'
import { tell } from '../outbox.ts'
import { enterSystemDeed } from '../register.ts'
import { openTasks } from '../tasks.ts'
import {
  conferenceForChange,
  type ConferenceRow,
  conferencesOfRound,
  pageOf,
} from './conference-row.ts'
import type { RoundRow } from './round.ts'

type Moment = { moment: string; at: string }

/**
 * What the process of a round still has to do about its conferences: their end, when the minutes are
 * asked for, and the morning on which they are due. It lives on after the close until that is done.
 */
export async function nextOfConferences(tx: Tx, round: RoundRow): Promise<Moment | null> {
  if (round.kinds.every((kind) => kind === 'WRITTEN')) return null
  const moments = (await conferencesOfRound(tx, round.id))
    .flatMap((conference) => momentsOf(conference, round.closedAt))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return moments[0] ?? null
}

/** A round that was closed before its conference began has none. */
function momentsOf(conference: ConferenceRow, closedAt: string | null): Moment[] {
  const { id, state, startsAt, endsAt, endedAt, minutesDueAt, minutesRemindedAt } = conference
  if (state === 'CLOSED' || (closedAt !== null && closedAt < startsAt)) return []
  if (endedAt === null) return [{ moment: `over/${id}`, at: endsAt }]
  return minutesRemindedAt === null
    ? [{ moment: `minutes/${id}`, at: minutesReminderAt(minutesDueAt) }]
    : []
}

/** Whether a moment of a round's process is one of its conferences'; its id stands behind the stroke. */
export function conferenceMoment(moment: string): { what: string; conferenceId: string } | null {
  const [, what, conferenceId] = /^(over|minutes)\/(.+)$/.exec(moment) ?? []
  return what && conferenceId ? { what, conferenceId } : null
}

/** Each once, however often it is asked for. */
export async function comeToConference(
  tx: Tx,
  { what, conferenceId }: { what: string; conferenceId: string },
): Promise<void> {
  const conference = await conferenceForChange(tx, conferenceId)
  if (what === 'over') await askForMinutes(tx, conference)
  else await remindOfMinutes(tx, conference)
}

async function askForMinutes(tx: Tx, conference: ConferenceRow): Promise<void> {
  const { id, federationId, planYear, secretaryId, minutesDueAt, endedAt, revision } = conference
  if (endedAt !== null) return
  await sql`update conference set ended_at = clock_timestamp() where id = ${id}`.execute(tx)
  const params = paramsOf(conference)
  await openTasks(tx, [
    {
      federationId,
      cycleId: conference.cycleId,
      kind: 'feedback.minutes',
      objectType: 'conference',
      objectId: id,
      role: 'departmentDrafter',
      unitId: conference.unitId,
      officialId: secretaryId,
      params,
      link: pageOf(conference),
      dueAt: minutesDueAt,
    },
  ])
  await tell(tx, federationId, [secretaryId], {
    eventKey: `conference/${id}/over`,
    textKey: 'feedback.letters.minutesAsked',
    params,
    link: pageOf(conference),
  })
  await enterSystemDeed(tx, federationId, {
    deed: 'conference.ended',
    object: { type: 'conference', id, revision, cycleId: conference.cycleId },
    facts: { planYear, meeting: conference.kind, dueOn: params.dueOn },
    trace: '',
    key: `conference/${id}/over`,
  })
}

async function remindOfMinutes(tx: Tx, conference: ConferenceRow): Promise<void> {
  const { id, federationId, secretaryId, chairId, state, minutesRemindedAt, revision } = conference
  if (state === 'CLOSED' || minutesRemindedAt !== null) return
  await sql`update conference set minutes_reminded_at = clock_timestamp() where id = ${id}`.execute(
    tx,
  )
  await tell(tx, federationId, [secretaryId, chairId], {
    eventKey: `conference/${id}/minutes-due`,
    textKey: 'feedback.letters.minutesDue',
    params: paramsOf(conference),
    link: pageOf(conference),
  })
  await enterSystemDeed(tx, federationId, {
    deed: 'conference.minutesReminded',
    object: { type: 'conference', id, revision, cycleId: conference.cycleId },
    facts: { planYear: conference.planYear, meeting: conference.kind },
    trace: '',
    key: `conference/${id}/minutes-due`,
  })
}

function paramsOf({ planYear, kind, startsAt, minutesDueAt }: ConferenceRow) {
  return {
    planYear,
    meeting: kind,
    heldOn: dayOfInstant(startsAt),
    dueOn: dayOfInstant(minutesDueAt),
  }
}
