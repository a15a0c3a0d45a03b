import { sql } from 'kysely'
import { boardRoutes as routes } from '../../domain/feedback/board.contract.ts'
import { obstaclesToClosingEarly } from '../../domain/feedback/round.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs } from '../performer.ts'
import { remindable, type Remindable } from './chosen-units.ts'
import { closeRound } from './close.ts'
import { extend } from './extend.ts'
import { mustBePossible, officeOf, toldOfRound } from './office.ts'
import { linkOf } from './open.ts'
import { roundById, roundForClosing, type RoundRow } from './round.ts'

const remind = performs(routes.remind, async (stage, { params, body }) => {
  const { tx, caller } = stage
  // Two offices reminding at once must see each other's reminders (once in 24 hours).
  const round = await roundForClosing(tx, params.roundId)
  const as = officeOf(stage, routes.remind.deed, round)
  const { to, refused } = await remindable(tx, round, body.answerIds)
  if (to.length === 0)
    throw new Refusal('feedback.nobody-to-remind', 'wrong-state', { details: { refused } })
  const letters = body.text ? to.map((unit) => ({ ...unit, text: body.text ?? '' })) : to
  await sendReminders(tx, round, { letters, sentBy: caller.officialId, key: stage.key })
  return toldOfRound(round, {
    as,
    reply: { reminded: to.length, refused },
    facts: { units: to.length, refused: refused.length },
  })
})

type Sending = { letters: readonly Remindable[]; sentBy: string; key: string }

async function sendReminders(
  tx: Tx,
  round: RoundRow,
  { letters, sentBy, key }: Sending,
): Promise<void> {
  const unitIds = letters.map(({ unitId }) => unitId)
  const texts = letters.map(({ text }) => text)
  await sql`
    with said as (
      select * from unnest(${unitIds}::uuid[], ${texts}::text[]) as t(unit_id, text)
    ), reminded as (
      insert into reminder (federation_id, round_id, unit_id, text, sent_by)
      select ${round.federationId}, ${round.id}, said.unit_id, said.text, ${sentBy} from said
    )
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id,
      ${`reminder/${key}`}, 'feedback.letters.reminder',
      jsonb_build_object('planYear', ${round.planYear}::integer, 'text', said.text), ${linkOf(round)}
    from role_grant g join said on said.unit_id = g.unit_id
    where g.federation_id = ${round.federationId} and g.role in ('unitDrafter', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date)
    on conflict do nothing`.execute(tx)
}

const close = performs(
  routes.close,
  async (stage, { params, body }) => {
    const { tx } = stage
    const round = await roundForClosing(tx, params.roundId)
    const as = officeOf(stage, routes.close.deed, round)
    mustBePossible(obstaclesToClosingEarly({ reason: body.reason, closedAt: round.closedAt }))
    const { answered, silent } = await closeRound(tx, round.id, body.reason)
    return {
      ...toldOfRound(round, {
        as,
        reply: { roundId: round.id, answered, silent },
        facts: { answered, silent, reason: body.reason, early: true },
      }),
      process: { state: 'CLOSED', id: round.id },
    }
  },
  async (tx, { params }) => (await roundById(tx, params.roundId)).processId,
)

export const roundPerformers: Performer[] = [remind, extend, close]
