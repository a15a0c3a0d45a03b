import { sql } from 'kysely'
import { conferenceRoutes as routes } from '../../domain/feedback/conference.contract.ts'
import {
  faultsInMeeting,
  instantsOf,
  isWhole,
  type Meeting,
  type MeetingKind,
  minutesDueAt,
  obstaclesToMoving,
} from '../../domain/feedback/conference.ts'
import type { meetingsIn } from '../../domain/feedback/preparation.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { type ConferenceRow, conferencesOfRound } from './conference-row.ts'
import { recomputeNextMoment } from './extend.ts'
import { mustBePossible, officeOf, toldOfRound } from './office.ts'
import { officersOf } from './officers.ts'
import { holidaysOf, roundForClosing, type RoundRow } from './round.ts'
import { tellInvited } from './tell-invited.ts'

export const setConference = performs(
  routes.setConference,
  async (stage, { params, body, revision }) => {
    const { tx, key } = stage
    const { kind } = params
    const round = await roundForClosing(tx, params.roundId)
    const as = officeOf(stage, routes.setConference.deed, round)
    const before = (await conferencesOfRound(tx, round.id)).find((each) => each.kind === kind)
    mustBeCurrent({ revision: before?.revision ?? 0 }, revision, before ?? null)
    const meeting = await mustBeMeeting(tx, round, { kind, before, body })
    const { conferenceId } = await keepMeeting(tx, round, kind, meeting)
    await passOnMinutes(tx, conferenceId, meeting.secretaryId)
    await tellInvited(tx, round, {
      kind,
      eventKey: `conference-set/${key}`,
      textKey: before ? 'feedback.letters.conferenceMoved' : 'feedback.letters.conferenceSet',
    })
    await recomputeNextMoment(tx, round, key)
    return toldOfRound(round, {
      as,
      reply: { conferenceId, revision: revision + 1 },
      facts: { meeting: kind, day: meeting.on, from: meeting.from, place: meeting.place },
    })
  },
)

type Wanted = {
  kind: MeetingKind
  before: ConferenceRow | undefined
  body: Omit<Meeting, 'on'> & { on: string }
}

async function mustBeMeeting(
  tx: Tx,
  round: RoundRow,
  { kind, before, body }: Wanted,
): Promise<Meeting> {
  mustBePossible(faultsInMeeting(body))
  if (!isWhole(body)) throw new Error('a meeting without faults is whole')
  const { dueAt, opensAt } = round
  const isPlanned = round.state === 'PLANNED'
  const term = { now: await clockOf(tx), dueAt, ...(isPlanned && { opensAt }) }
  mustBePossible([
    ...(round.kinds.includes(kind) ? [] : [{ code: 'feedback.round-without-meeting' }]),
    ...(before?.state === 'CLOSED' ? [{ code: 'feedback.minutes-closed' }] : []),
    ...obstaclesToMoving({ before: isPlanned ? null : (before ?? null), meeting: body, ...term }),
    ...(await strangers(tx, body)),
  ])
  return body
}

/** Both must be able to sign the minutes. */
async function strangers(tx: Tx, { chairId, secretaryId }: Meeting): Promise<Obstacle[]> {
  const known = new Set((await officersOf(tx)).map(({ officialId }) => officialId))
  return [
    ...(known.has(chairId) ? [] : [{ code: 'feedback.meeting-chair-unknown', at: '/chairId' }]),
    ...(known.has(secretaryId)
      ? []
      : [{ code: 'feedback.meeting-secretary-unknown', at: '/secretaryId' }]),
  ]
}

/** Writes a meeting, new or anew; what was told of it stands beside it with the names of its people. */
async function keepMeeting(
  tx: Tx,
  round: Pick<RoundRow, 'id' | 'federationId'>,
  kind: MeetingKind,
  meeting: Meeting,
): Promise<{ conferenceId: string }> {
  const { startsAt, endsAt } = instantsOf(meeting)
  const names = new Map(
    (await officersOf(tx)).map(({ officialId, fullName }) => [officialId, fullName]),
  )
  const row = {
    startsAt,
    endsAt,
    place: meeting.place.trim(),
    agenda: meeting.agenda.trim(),
    chairId: meeting.chairId,
    chairName: names.get(meeting.chairId) ?? '',
    secretaryId: meeting.secretaryId,
    secretaryName: names.get(meeting.secretaryId) ?? '',
    minutesDueAt: minutesDueAt(startsAt, await holidaysOf(tx)),
  }
  const { id: conferenceId } = found(
    await tx
      .insertInto('conference')
      .values({ ...row, kind, roundId: round.id, federationId: round.federationId })
      .onConflict((conflict) =>
        conflict
          .columns(['roundId', 'kind'])
          .doUpdateSet((update) => ({ ...row, revision: update('conference.revision', '+', 1) })),
      )
      .returning('id')
      .executeTakeFirst(),
  )
  return { conferenceId }
}

/** Those that were stated when the round opened; everybody is told with the invitation. */
export async function keepMeetings(
  tx: Tx,
  round: Pick<RoundRow, 'id' | 'federationId'>,
  meetings: ReturnType<typeof meetingsIn>,
): Promise<void> {
  for (const { kind, meeting } of meetings)
    if (isWhole(meeting)) {
      mustBePossible(await strangers(tx, meeting))
      await keepMeeting(tx, round, kind, meeting)
    }
}

/** Another secretary takes over the minutes that wait. */
async function passOnMinutes(tx: Tx, conferenceId: string, secretaryId: string): Promise<void> {
  await sql`
    update task set official_id = ${secretaryId}
    where kind = 'feedback.minutes' and object_id = ${conferenceId} and done_at is null`.execute(tx)
}
