import { sql } from 'kysely'
import type {
  TakenOverOpinion,
  TakenOverOpinionsView,
} from '../../domain/feedback/taken-over-opinions.contract.ts'
import { type OpinionState, standingOfOpinion } from '../../domain/feedback/conference.ts'
import { feedbackDeeds } from '../../domain/feedback/deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { lastRoundOf } from './round.ts'

/** Whom to ask: the unit, or the one that has taken it over; it is held, as a merger holds it. */
export async function standingFor(tx: Tx, unitId: string): Promise<{ id: string; path: string }> {
  await sql`select from unit where id = ${unitId}::uuid for share`.execute(tx)
  const { rows } = await sql<{ id: string; path: string }>`
    select id, path from unit where id = unit_standing_for(${unitId}::uuid)`.execute(tx)
  return found(rows[0])
}

type Row = Omit<TakenOverOpinion, 'standing' | 'heldOn' | 'allowedActions'> & {
  state: OpinionState
  startsAt: string
  unitId: string
  unitPath: string
}

const ofUnit = [feedbackDeeds.opinionConfirmed, feedbackDeeds.opinionDisowned]

/** What stayed with the answer of the unit that spoke; beside an answer that came along it stands there. */
export async function takenOverOpinionsOf(
  { tx, caller }: Entered,
  planYear: number,
): Promise<TakenOverOpinionsView> {
  const round = await lastRoundOf(tx, planYear)
  if (!round) throw new Refusal('feedback.not-consulted', 'not-found', { params: { planYear } })
  const unitIds = caller.grants
    .filter(({ role }) => role === 'unitDrafter' || role === 'unitHead')
    .map(({ unitId }) => unitId)
  const { rows } = await sql<Row>`
    select o.id as opinion_id, o.unit_name, o.plan_id, o.place_kind, o.place_code, o.place_name, o.kind,
      o.words, o.unit_words, o.state, o.recorded_at, o.decided_at, o.decided_name as decided_by_name,
      c.kind as conference_kind, c.starts_at, o.unit_id, o.unit_path
    from conference_opinion o join conference c on c.id = o.conference_id
    where o.round_id = ${round.id}::uuid and o.unit_id = any (${unitIds}::uuid[]) and o.state <> 'STRUCK'
      and not exists (select from answer a where a.id = o.answer_id and a.unit_id = o.unit_id)
    order by o.unit_name collate vi_natural, o.recorded_at, o.id`.execute(tx)
  return {
    planYear,
    dueAt: round.dueAt,
    closedAt: round.closedAt,
    opinions: rows.map(({ state, startsAt, unitId, unitPath, ...row }) => {
      const standing = standingOfOpinion(state, round.state === 'OPEN')
      return {
        ...row,
        standing,
        heldOn: dayOfInstant(startsAt),
        allowedActions: allowedActions(ofUnit, caller, { unitId, unitPath, state: standing }),
      }
    }),
  }
}
