import { sql } from 'kysely'
import { conferenceRoutes as routes } from '../../domain/feedback/conference.contract.ts'
import type { InvitedConference, OwnOpinion } from '../../domain/feedback/conference.contract.ts'
import { type OpinionState, standingOfOpinion } from '../../domain/feedback/conference.ts'
import { feedbackDeeds } from '../../domain/feedback/deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions, type Caller, type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performed, type Performer, performs, type Stage } from '../performer.ts'
import { conferencesOfRound, objectOf } from './conference-row.ts'
import type { Obligation } from './obligation.ts'
import { decideOpinion, opinionOf } from './opinion-row.ts'
import { roundHeldOpen } from './round.ts'

/** From now on it is the unit's own, and is answered like every other. */
const confirm = performs(routes.confirmOpinion, (stage, { params, body }) =>
  decide(stage, params.opinionId, { deed: routes.confirmOpinion.deed, ...body }),
)

const disown = performs(routes.disownOpinion, (stage, { params }) =>
  decide(stage, params.opinionId, { deed: routes.disownOpinion.deed }),
)

/** `words`: the unit's own instead of those taken down; absent where it says that it is not its opinion. */
type Deciding = { deed: Deed; words?: string | null }

async function decide(
  { tx, caller, at }: Stage,
  opinionId: string,
  { deed, words }: Deciding,
): Promise<Performed<{ opinionId: string; state: OpinionState }>> {
  const { opinion, conference } = await opinionOf(tx, opinionId)
  const { unitId, unitPath } = opinion
  const as = mustAllow(deed, caller, { unitId, unitPath, state: opinion.state })
  const round = await roundHeldOpen(tx, opinion.roundId)
  if (round.state !== 'OPEN')
    throw new Refusal('feedback.round-closed', 'wrong-state', {
      params: { closedAt: round.closedAt ?? '' },
    })
  const state = words === undefined ? 'DISOWNED' : 'CONFIRMED'
  const ownWords = words && words !== opinion.words ? words : null
  await decideOpinion(tx, opinion.id, {
    state,
    unitWords: ownWords,
    decidedBy: caller.officialId,
    decidedName: caller.fullName,
    decidedAt: at,
  })
  if (state === 'CONFIRMED') await count(tx, opinion, ownWords ?? opinion.words)
  await endWhenDecided(tx, opinion.answerId, caller.officialId)
  return {
    reply: { opinionId, state },
    as,
    object: { ...objectOf(conference), unitId },
    facts: {
      planYear: conference.planYear,
      unitName: opinion.unitName,
      heldOn: dayOfInstant(conference.startsAt),
      corrected: ownWords !== null,
      ...(isOfAnother(opinion) && { takenOver: 'MERGED', successor: opinion.askedName }),
    },
    content: { opinionId, state, words: ownWords ?? opinion.words },
  }
}

/** The unit that spoke has been taken over by the one that says whose it is. */
const isOfAnother = ({ spokeId, unitId }: Opinion) => spokeId !== unitId

type Opinion = Awaited<ReturnType<typeof opinionOf>>['opinion']

/** It stands behind what the unit wrote, in the order in which it was said. */
async function count(tx: Tx, opinion: Opinion, words: string): Promise<void> {
  await sql`
    insert into comment (federation_id, answer_id, version, opinion_id, round_id, unit_id, plan_id, position,
      place_kind, place_code, kind, text)
    select o.federation_id, o.answer_id, null, o.id, o.round_id, ${opinion.unitId}::uuid, o.plan_id,
      10000 + (select count(*)::integer from conference_opinion e
        where e.answer_id = o.answer_id and e.recorded_at <= o.recorded_at),
      o.place_kind, o.place_code, o.kind, ${words}
    from conference_opinion o where o.id = ${opinion.id}::uuid`.execute(tx)
}

/** The line in the inbox is done once nothing that was taken down waits for the unit. */
export async function endWhenDecided(tx: Tx, answerId: string, by: string | null): Promise<void> {
  await sql`
    update task set done_at = clock_timestamp(), done_by = ${by}::uuid,
      ended_because = case when ${by}::uuid is null then 'feedback.opinion-struck' end
    where kind = 'feedback.confirmOpinion' and object_id = ${answerId}::uuid and done_at is null
      and not exists (select from conference_opinion where answer_id = ${answerId}::uuid
        and state = 'RECORDED')`.execute(tx)
}

/** Where the unit is invited to, and what it is said to have said; nothing is asked of a round in writing. */
export async function conferencesOfUnit(
  tx: Tx,
  { round, answer }: Obligation,
  caller: Caller,
): Promise<{ conferences: InvitedConference[]; opinions: OwnOpinion[] }> {
  if (round.kinds.every((kind) => kind === 'WRITTEN')) return { conferences: [], opinions: [] }
  const conferences = await conferencesOfRound(tx, round.id)
  const { rows } = await sql<Row>`
    select o.id as opinion_id, o.plan_id, o.place_kind, o.place_code, o.place_name, o.kind, o.words,
      o.unit_words, o.state, o.recorded_at, o.decided_at, o.decided_name as decided_by_name,
      c.kind as conference_kind, c.starts_at
    from conference_opinion o join conference c on c.id = o.conference_id
    where o.answer_id = ${answer.id}::uuid and o.state <> 'STRUCK'
    order by o.recorded_at, o.id`.execute(tx)
  const subject = { unitId: answer.unitId, unitPath: answer.unitPath }
  return {
    conferences: conferences.map(({ id: conferenceId, ...conference }) => ({
      conferenceId,
      ...conference,
    })),
    opinions: rows.map(({ state, startsAt, ...row }) => {
      const standing = standingOfOpinion(state, round.state === 'OPEN')
      return {
        ...row,
        standing,
        heldOn: dayOfInstant(startsAt),
        allowedActions: allowedActions(ofUnit, caller, { ...subject, state: standing }),
      }
    }),
  }
}

const ofUnit = [feedbackDeeds.opinionConfirmed, feedbackDeeds.opinionDisowned]

type Row = Omit<OwnOpinion, 'standing' | 'heldOn' | 'allowedActions'> & {
  state: OpinionState
  startsAt: string
}

export const ownOpinionPerformers: Performer[] = [confirm, disown]
