import { sql } from 'kysely'
import { boardRoutes as routes } from '../../domain/feedback/board.contract.ts'
import { obstaclesToClosingEarly } from '../../domain/feedback/round.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs } from '../performer.ts'
import { remindable, type Remindable } from './chosen-units.ts'
import { closeRound } from './close.ts'
import { extend } from './extend.ts'
import { moveOpening } from './move-opening.ts'
import { mustBePossible, officeOf, toldOfRound } from './office.ts'
import { linkOf } from './round-link.ts'
import { roundById, roundForClosing, type RoundRow } from './round.ts'

const remind = performs(routes.remind, async (stage, { params, body }) => {
  const { tx, caller } = stage
  // Two offices reminding at once must see each other's reminders (once in 24 hours).
  const round = await roundForClosing(tx, params.roundId)
  const as = officeOf(stage, routes.remind.deed, round)
  const { to, refused } = await remindable(tx, round, body.answerIds)
  if (to.length === 0)
    throw new Refusal('feedback.nobody-to-remind', 'wrong-state', { details: { refused } })
  const { text } = body
  const own = text ? { textKey: 'feedback.letters.reminder', text } : null
  await sendReminders(tx, round, { to, own, sentBy: caller.officialId, key: stage.key })
  return toldOfRound(round, {
    as,
    reply: { reminded: to.length, refused },
    facts: { units: to.length, refused: refused.length },
  })
})

type Sending = {
  to: readonly Remindable[]
  /** Words of one's own, the same for all, instead of the letter made for each unit. */
  own: { textKey: string; text: string } | null
  sentBy: string
  key: string
}

async function sendReminders(
  tx: Tx,
  round: RoundRow,
  { to, own, sentBy, key }: Sending,
): Promise<void> {
  const { planYear } = round
  const unitIds = to.map(({ unitId }) => unitId)
  const texts = to.map(({ text }) => own?.text ?? text)
  const params = to.map((unit) => JSON.stringify(own ? { planYear, text: own.text } : unit.params))
  await sql`
    with said as (
      select * from unnest(${unitIds}::uuid[], ${texts}::text[], ${params}::jsonb[])
        as t(unit_id, text, params)
    ), reminded as (
      insert into reminder (federation_id, round_id, unit_id, text, sent_by)
      select ${round.federationId}, ${round.id}, said.unit_id, said.text, ${sentBy} from said
    )
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id,
      ${`reminder/${key}`}, ${own?.textKey ?? 'feedback.letters.reminderMade'}, said.params,
      ${linkOf(round)}
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
    const { answered, spoke, silent } = await closeRound(tx, round.id, body.reason)
    return {
      ...toldOfRound(round, {
        as,
        reply: { roundId: round.id, answered, silent },
        facts: { answered, spoke, silent, reason: body.reason, early: true },
      }),
      process: { state: 'CLOSED', id: round.id },
    }
  },
  async (tx, { params }) => (await roundById(tx, params.roundId)).processId,
)

export const roundPerformers: Performer[] = [remind, extend, close, moveOpening]
