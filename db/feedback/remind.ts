import { sql } from 'kysely'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { workingDaysLeft } from '../../domain/grammar/working-days.ts'
import { sayLetter } from '../../domain/text/say-letter.ts'
import { vi } from '../../domain/text/vi.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { enterSystemDeed } from '../register.ts'
import { contactOf, helpFacts } from './contact.ts'
import { linkOf } from './round-link.ts'
import { holidaysOf, roundForClosing, type RoundRow } from './round.ts'
import { tellSuperiors } from './silent-branches.ts'

/**
 * The process reminds every unit that is still open, in one statement, at a moment of the round
 * (`D-5`, `D-1`). Doing a moment twice reminds once; a unit reminded in the last 24 hours rests.
 */
export async function remindOpen(
  tx: Tx,
  roundId: string,
  moment: string,
): Promise<{ units: number }> {
  // Two workers at one moment must not both find it undone.
  const round = await roundForClosing(tx, roundId)
  if (round.state !== 'OPEN' || (await remindedAt(tx, roundId)).has(moment)) return { units: 0 }
  const units = await writeReminders(tx, round, moment)
  await enterSystemDeed(tx, round.federationId, {
    deed: 'round.reminded',
    object: { type: 'round', id: roundId, revision: round.revision, cycleId: round.cycleId },
    facts: { units, planYear: round.planYear, moment },
    trace: '',
    key: keyOf(roundId, moment),
  })
  return { units }
}

async function writeReminders(tx: Tx, round: RoundRow, moment: string): Promise<number> {
  const today = dayOfInstant(await clockOf(tx))
  const daysLeft = workingDaysLeft(today, dayOfInstant(round.dueAt), await holidaysOf(tx))
  const params = {
    planYear: round.planYear,
    dueOn: dayOfInstant(round.dueAt),
    daysLeft,
    ...helpFacts(await contactOf(tx, round)),
  }
  const text = sayLetter(vi, { textKey: 'feedback.letters.dueSoon', params }).body
  const { rows } = await sql<{ units: number }>`
    with reminded as (
      insert into reminder (federation_id, round_id, unit_id, text)
      select a.federation_id, a.round_id, a.unit_id, ${text}
      from answer a
      where a.round_id = ${round.id}
        and a.state not in ('SUBMITTED', 'COUNTED', 'NO_ANSWER', 'EXCUSED')
        and not exists (
          select from reminder r where r.round_id = a.round_id and r.unit_id = a.unit_id
            and r.sent_at > clock_timestamp() - interval '24 hours')
      returning unit_id
    ), told as (
      insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
      select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id,
        ${keyOf(round.id, moment)}, 'feedback.letters.dueSoon',
        ${JSON.stringify(params)}::jsonb, ${linkOf(round)}
      from role_grant g join reminded on reminded.unit_id = g.unit_id
      where g.federation_id = ${round.federationId} and g.role in ('unitDrafter', 'unitHead')
        and g.since <= current_date and (g.until is null or g.until >= current_date)
      on conflict do nothing
    )
    select count(*)::integer as units from reminded`.execute(tx)
  await tellSuperiors(tx, round, {
    eventKey: `${keyOf(round.id, moment)}/superiors`,
    dueOn: params.dueOn,
    daysLeft,
  })
  return rows[0]?.units ?? 0
}

/** The moments of the round at which the process has reminded already. */
export async function remindedAt(tx: Tx, roundId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('registerEntry')
    .select('key')
    .where('objectType', '=', 'round')
    .where('objectId', '=', roundId)
    .where('deed', '=', 'round.reminded')
    .where('officialId', 'is', null)
    .execute()
  return new Set(rows.map(({ key }) => key.slice(key.lastIndexOf('/') + 1)))
}

function keyOf(roundId: string, moment: string): string {
  return `round/${roundId}/reminded/${moment}`
}
