import { sql } from 'kysely'
import { conferenceRoutes as routes } from '../../domain/feedback/conference.contract.ts'
import type { OpinionForm } from '../../domain/feedback/conference.contract.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { type Performer, performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { openTasks } from '../tasks.ts'
import { conferenceForChange, type ConferenceRow, mustBeOpen, objectOf } from './conference-row.ts'
import { namePlace } from './name-place.ts'
import { plansConsulted } from './consulted-plans.ts'
import { linkOf, takenOverLinkOf } from './round-link.ts'
import { decideOpinion, opinionOf } from './opinion-row.ts'
import { endWhenDecided } from './own-opinions.ts'
import { standingFor } from './taken-over-opinions.ts'

const attend = performs(
  routes.takeConferenceAttendance,
  async ({ tx, caller }, { params, body }) => {
    const conference = await conferenceForChange(tx, params.conferenceId)
    const { unitId, state } = conference
    const as = mustAllow(routes.takeConferenceAttendance.deed, caller, { unitId, state })
    mustBeOpen(conference)
    // of several marks of one unit the last counts
    const marks = [...new Map(body.marks.map((mark) => [mark.unitId, mark])).values()]
    const { rows } = await sql<{ unitId: string }>`
      insert into conference_attendance (conference_id, unit_id, federation_id, state, representative, noted_by)
      select ${conference.id}::uuid, a.unit_id, ${conference.federationId}::uuid, m.state,
        case when m.state = 'PRESENT' then nullif(btrim(m.representative), '') end, ${caller.officialId}::uuid
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m ("unitId" uuid, state text, representative text)
      join answer a on a.unit_id = m."unitId" and a.round_id = ${conference.roundId}::uuid
      on conflict (conference_id, unit_id) do update set state = excluded.state,
        representative = excluded.representative, noted_by = excluded.noted_by, noted_at = clock_timestamp()
      returning unit_id`.execute(tx)
    if (rows.length < marks.length) throw new Refusal('feedback.not-invited', 'invalid')
    return {
      reply: { marked: marks.length },
      as,
      object: objectOf(conference),
      facts: {
        planYear: conference.planYear,
        units: marks.length,
        present: marks.filter((mark) => mark.state === 'PRESENT').length,
      },
      content: marks,
    }
  },
)

const record = performs(routes.recordOpinion, async (stage, { params, body }) => {
  const { tx, caller, key } = stage
  const conference = await conferenceForChange(tx, params.conferenceId)
  const { unitId, state } = conference
  const as = mustAllow(routes.recordOpinion.deed, caller, { unitId, state })
  mustBeOpen(conference)
  if (dayOfInstant(stage.at) < dayOfInstant(conference.startsAt))
    throw new Refusal('feedback.meeting-not-begun', 'wrong-state')
  const answer = await answerOf(tx, conference, body.unitId)
  const asked = await standingFor(tx, answer.unitId)
  const placeName = await placeIn(tx, conference, body)
  const { planId, placeKind, placeCode, kind, words } = body
  await tx
    .insertInto('conferenceOpinion')
    .values({
      id: key,
      federationId: conference.federationId,
      conferenceId: conference.id,
      roundId: conference.roundId,
      answerId: answer.id,
      unitName: answer.unitName,
      spokeId: answer.unitId,
      unitId: asked.id,
      unitPath: asked.path,
      planId,
      placeKind,
      placeCode,
      placeName,
      kind,
      words,
      recordedBy: caller.officialId,
    })
    .execute()
  // after the close nobody can confirm it any more: it stays in the minutes
  if (conference.roundState === 'OPEN')
    await askTheUnit(stage, conference, { answer, unitId: asked.id })
  return {
    reply: { opinionId: key, state: 'RECORDED' as const },
    as,
    object: { ...objectOf(conference), unitId: answer.unitId },
    facts: { planYear: conference.planYear, unitName: answer.unitName, place: placeName },
    content: body,
  }
})

type Spoke = { id: string; unitId: string; unitName: string }

async function answerOf(tx: Tx, { roundId }: ConferenceRow, unitId: string): Promise<Spoke> {
  const row = await tx
    .selectFrom('answer')
    .innerJoin('unit', 'unit.id', 'answer.unitId')
    .select(['answer.id', 'answer.unitId', 'unit.name as unitName'])
    .where('answer.roundId', '=', roundId)
    .where('answer.unitId', '=', unitId)
    .executeTakeFirst()
  if (!row)
    throw new Refusal('feedback.not-invited', 'invalid', {
      faults: [{ code: 'feedback.not-invited', at: '/unitId' }],
    })
  return row
}

/** The words of the place, as the draft that was laid before the units has it. */
async function placeIn(tx: Tx, { roundId }: ConferenceRow, form: OpinionForm): Promise<string> {
  const plans = await plansConsulted(tx, roundId)
  const plan = plans.find(({ planId }) => planId === form.planId)
  const place = plan && placesOf(plan).find((each) => isAt(each, form))
  if (plan && form.placeKind === 'GENERAL' && form.placeCode === null)
    return `Toàn dự thảo ${plan.title}`
  if (place) return namePlace(place)
  throw new Refusal('feedback.wrong-place', 'invalid', {
    faults: [{ code: 'feedback.wrong-place', at: '/placeCode' }],
  })
}

type At = { placeKind: string; placeCode: string | null }
const isAt = (one: At, other: At) =>
  one.placeKind === other.placeKind && one.placeCode === other.placeCode

/** One line in the inbox of the president for all that waits; a letter for each to both keys. */
async function askTheUnit(
  { tx, key }: Stage,
  conference: ConferenceRow,
  { answer, unitId }: { answer: Spoke; unitId: string },
): Promise<void> {
  const { federationId, planYear } = conference
  const params = {
    planYear,
    meeting: conference.kind,
    heldOn: dayOfInstant(conference.startsAt),
  }
  const link = unitId === answer.unitId ? linkOf(conference) : takenOverLinkOf(conference)
  await openTasks(tx, [
    {
      federationId,
      cycleId: conference.cycleId,
      kind: 'feedback.confirmOpinion',
      objectType: 'answer',
      objectId: answer.id,
      role: 'unitHead',
      unitId,
      params,
      link,
      dueAt: await dueOf(tx, conference),
    },
  ])
  await tellHolders(
    tx,
    federationId,
    { roles: ['unitDrafter', 'unitHead'], unitIds: [unitId] },
    { eventKey: `opinion/${key}`, textKey: 'feedback.letters.opinionRecorded', params, link },
  )
}

async function dueOf(tx: Tx, { roundId }: ConferenceRow): Promise<string> {
  const row = await tx
    .selectFrom('round')
    .select('dueAt')
    .where('id', '=', roundId)
    .executeTakeFirst()
  return found(row).dueAt
}

const strike = performs(routes.strikeOpinion, async ({ tx, caller, at }, { params, body }) => {
  const { opinion, conference } = await opinionOf(tx, params.opinionId)
  const { unitId } = conference
  const as = mustAllow(routes.strikeOpinion.deed, caller, { unitId, state: opinion.state })
  if (conference.state !== 'OPEN') throw new Refusal('feedback.minutes-closed', 'wrong-state')
  await decideOpinion(tx, opinion.id, {
    state: 'STRUCK',
    struckBecause: body.reason,
    decidedBy: caller.officialId,
    decidedName: caller.fullName,
    decidedAt: at,
  })
  await endWhenDecided(tx, opinion.answerId, null)
  return {
    reply: { opinionId: opinion.id, state: 'STRUCK' as const },
    as,
    object: { ...objectOf(conference), unitId: opinion.unitId },
    facts: { planYear: conference.planYear, unitName: opinion.unitName, reason: body.reason },
  }
})

export const hallPerformers: Performer[] = [attend, record, strike]
