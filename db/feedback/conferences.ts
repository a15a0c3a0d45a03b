import { sql } from 'kysely'
import type {
  ConferencesView,
  ConferenceView,
  OpinionView,
} from '../../domain/feedback/conference.contract.ts'
import {
  type Attendance,
  MEETING_KINDS,
  type OpinionState,
  standingOfOpinion,
} from '../../domain/feedback/conference.ts'
import { feedbackDeeds as deeds } from '../../domain/feedback/deeds.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import { sha256Of } from '../canonical.ts'
import { clockOf, type Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { type ConferenceRow, conferencesOfRound } from './conference-row.ts'
import { plansConsulted } from './consulted-plans.ts'
import { contentOfMinutes, latestMinutes, recordedIn } from './minutes-row.ts'
import { namePlace } from './name-place.ts'
import { officersOf } from './officers.ts'
import { roundOfYear, type RoundRow } from './round.ts'

/** The department's page of the meetings of a round: before, during and after. */
export async function conferencesOf(
  { tx, caller }: Entered,
  planYear: number,
): Promise<ConferencesView> {
  const round = await roundThatMet(tx, planYear)
  const plans = await plansConsulted(tx, round.id)
  const invited = await invitedTo(tx, round)
  const held = await conferencesOfRound(tx, round.id)
  const kinds = MEETING_KINDS.filter((kind) => round.kinds.includes(kind))
  const subject = { unitId: round.unitId, state: round.state }
  return {
    roundId: round.id,
    planYear: round.planYear,
    roundState: round.state,
    dueAt: round.dueAt,
    drafts: plans.map(({ planId, title, version }) => ({ planId, title, version })),
    readBy: invited.filter(({ hasRead }) => hasRead).length,
    units: invited.map(({ unitId, unitName }) => ({ unitId, unitName })),
    places: plans.flatMap((plan) => [
      {
        planId: plan.planId,
        placeKind: 'GENERAL' as const,
        placeCode: null,
        name: `Toàn dự thảo ${plan.title}`,
      },
      ...placesOf(plan).map((place) => ({
        planId: place.planId,
        placeKind: place.placeKind,
        placeCode: place.placeCode,
        name: namePlace(place),
      })),
    ]),
    officers: await officersOf(tx),
    meetings: await inOrder(kinds, async (kind) => {
      const conference = held.find((each) => each.kind === kind)
      return {
        kind,
        conference: conference ? await viewOf(tx, caller, conference, invited.length) : null,
        allowedActions: allowedActions([deeds.conferenceSet], caller, subject),
      }
    }),
  }
}

/** The last round at which people met; its minutes may still be written when units are asked again. */
async function roundThatMet(tx: Tx, planYear: number): Promise<RoundRow> {
  const last = await roundOfYear(tx, planYear)
  const hasMet = last.kinds.some((kind) => kind !== 'WRITTEN')
  return hasMet || last.number === 1 ? last : roundOfYear(tx, planYear, last.number - 1)
}

async function inOrder<T, R>(list: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const each of list) done.push(await work(each))
  return done
}

type Invited = { unitId: string; unitName: string; hasRead: boolean }

async function invitedTo(tx: Tx, round: RoundRow): Promise<Invited[]> {
  const { rows } = await sql<Invited>`
    select a.unit_id, u.name as unit_name, a.state not in ('NOT_OPENED', 'OPENED') as has_read
    from answer a join unit u on u.id = a.unit_id
    where a.round_id = ${round.id}::uuid and a.state <> 'EXCUSED'
    order by u.name collate vi_natural, u.id`.execute(tx)
  return rows
}

const officeDeeds = [
  deeds.conferenceAttended,
  deeds.opinionRecorded,
  { ...deeds.opinionStruck, in: ['OPEN'] },
  deeds.conferenceMinutesDrawn,
]

async function viewOf(
  tx: Tx,
  caller: Caller,
  conference: ConferenceRow,
  units: number,
): Promise<ConferenceView> {
  const { id: conferenceId, unitId, state, chairId, secretaryId } = conference
  // nobody has been invited to it yet
  const recordable = conference.roundState === 'PLANNED' ? 'PLANNED' : state
  const attendance = await attendanceOf(tx, conferenceId)
  const clock = await clockOf(tx)
  const came = (which: Attendance) => attendance.filter((mark) => mark.state === which).length
  const officialId = [chairId, secretaryId].find((each) => each === caller.officialId) ?? null
  return {
    ...conference,
    conferenceId,
    state: state === 'OPEN' ? 'OPEN' : 'CLOSED',
    isOnDay: dayOfInstant(conference.startsAt) <= dayOfInstant(clock),
    hasBegun: conference.startsAt <= clock,
    counts: { present: came('PRESENT'), absent: came('ABSENT'), excused: came('EXCUSED'), units },
    attendance,
    opinions: await opinionsOf(tx, conference),
    minutes: await minutesOf(tx, caller, conference),
    allowedActions: [
      ...allowedActions(officeDeeds, caller, { unitId, state: recordable }),
      ...allowedActions([deeds.conferenceMinutesSigned], caller, { officialId, state: recordable }),
    ],
  }
}

async function attendanceOf(tx: Tx, conferenceId: string): Promise<ConferenceView['attendance']> {
  const rows = await tx
    .selectFrom('conferenceAttendance')
    .select(['unitId', 'state', 'representative'])
    // the column's check says which they are
    .$narrowType<{ state: Attendance }>()
    .where('conferenceId', '=', conferenceId)
    .execute()
  return rows
}

async function opinionsOf(tx: Tx, conference: ConferenceRow): Promise<OpinionView[]> {
  const { rows } = await sql<Omit<OpinionView, 'standing'> & { state: OpinionState }>`
    select o.id as opinion_id, a.unit_id, o.unit_name, o.plan_id, o.place_kind, o.place_code, o.place_name,
      o.kind, o.words, o.unit_words, o.state, o.recorded_at, w.full_name as recorded_by_name, o.decided_at,
      o.decided_name as decided_by_name, o.struck_because
    from conference_opinion o join answer a on a.id = o.answer_id join official w on w.id = o.recorded_by
    where o.conference_id = ${conference.id}::uuid
    order by o.recorded_at desc, o.id`.execute(tx)
  return rows.map(({ state, ...row }) => ({
    ...row,
    standing: standingOfOpinion(state, conference.roundState === 'OPEN'),
  }))
}

async function minutesOf(
  tx: Tx,
  { officialId }: Caller,
  conference: ConferenceRow,
): Promise<ConferenceView['minutes']> {
  const minutes = await latestMinutes(tx, conference.id)
  if (!minutes) return null
  const { content, signatures, ...drawn } = minutes
  const now = await contentOfMinutes(tx, conference)
  return {
    ...drawn,
    isStale:
      conference.state === 'OPEN' && sha256Of(recordedIn(now)) !== sha256Of(recordedIn(content)),
    isSignedByMe: signatures.some((signature) => signature.officialId === officialId),
    signatures: signatures.map(({ side, signerName, signedAt }) => ({
      side,
      signerName,
      signedAt,
    })),
  }
}
