import { sql } from 'kysely'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'
import { enterSystemDeed } from '../register.ts'
import { roundHeldOpen, type RoundRow } from './round.ts'
import { openRoundTasks } from './round-tasks.ts'

/**
 * Gives every open immediate-upper union its obligation, number, task and letter: as many
 * statements for 43 units as for 10,000. A second time adds only units that came meanwhile.
 */
export async function openObligations(tx: Tx, roundId: string): Promise<{ units: number }> {
  const round = await roundHeldOpen(tx, roundId)
  if (round.state !== 'OPEN') return { units: 0 }
  await giveNumbers(tx, round)
  await putIntoInboxes(tx, round)
  await openRoundTasks(tx, round)
  await tellUnits(tx, round)
  const units = await invitedUnits(tx, roundId)
  await enterSystemDeed(tx, round.federationId, {
    deed: 'round.opened',
    object: { type: 'round', id: roundId, revision: round.revision, cycleId: round.cycleId },
    facts: { units, planYear: round.planYear, dueAt: round.dueAt },
    trace: '',
    key: `round/${roundId}/opened`,
  })
  return { units }
}

/** Numbers go by unit code, have at least four digits and are never used again (settled 8). */
async function giveNumbers(tx: Tx, round: RoundRow): Promise<void> {
  await sql`
    with used as (
      select coalesce(max(substring(a.number from '(\\d+)$')::integer), 0) as last
      from answer a
      where a.federation_id = ${round.federationId}
        and a.number like ${`GY-${round.planYear}-%`}
    ), invited as (
      select u.id, u.path, row_number() over (order by u.code) + used.last as serial
      from used, unit u join unit office on office.id = ${round.unitId}
      where u.federation_id = ${round.federationId} and u.level = 'IMMEDIATE_UPPER'
        and u.path <@ office.path
        and u.valid_from <= current_date and (u.valid_to is null or u.valid_to >= current_date)
        and not exists (select from answer a where a.round_id = ${round.id} and a.unit_id = u.id)
    )
    insert into answer (federation_id, round_id, unit_id, unit_path, number)
    select ${round.federationId}, ${round.id}, i.id, i.path,
      ${`GY-${round.planYear}-`} || lpad(i.serial::text, greatest(4, length(i.serial::text)), '0')
    from invited i
    on conflict (round_id, unit_id) do nothing`.execute(tx)
}

/** To whoever drafts in the unit; where nobody does, to its president, who holds both keys. */
async function putIntoInboxes(tx: Tx, round: RoundRow): Promise<void> {
  const params = JSON.stringify({ planYear: round.planYear })
  await sql`
    insert into task (federation_id, cycle_id, kind, object_type, object_id, role, unit_id, params, link, due_at)
    select a.federation_id, ${round.cycleId}, 'feedback.answer', 'answer', a.id,
      case when drafters.unit_id is null then 'unitHead' else 'unitDrafter' end,
      a.unit_id, ${params}::jsonb || jsonb_build_object('number', a.number),
      ${linkOf(round)}, ${round.dueAt}
    from answer a
    left join (
      select distinct g.unit_id from role_grant g
      where g.federation_id = ${round.federationId} and g.role = 'unitDrafter'
        and g.since <= current_date and (g.until is null or g.until >= current_date)
    ) drafters on drafters.unit_id = a.unit_id
    where a.round_id = ${round.id}
      and not exists (select from task t where t.object_type = 'answer' and t.object_id = a.id)
    on conflict do nothing`.execute(tx)
}

async function tellUnits(tx: Tx, round: RoundRow): Promise<void> {
  const params = JSON.stringify({
    planYear: round.planYear,
    dueOn: writeDay(dayOfInstant(round.dueAt)),
  })
  await sql`
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id,
      ${`round/${round.id}/opened`}, 'feedback.letters.opened', ${params}::jsonb, ${linkOf(round)}
    from role_grant g join answer a on a.unit_id = g.unit_id and a.round_id = ${round.id}
    where g.federation_id = ${round.federationId} and g.role in ('unitDrafter', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date)
    on conflict do nothing`.execute(tx)
}

async function invitedUnits(tx: Tx, roundId: string): Promise<number> {
  const row = await tx
    .selectFrom('answer')
    .select((eb) => eb.fn.countAll<bigint>().as('units'))
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow()
  return Number(row.units)
}

/** Where the units and the department find the round. */
export function linkOf(round: { planYear: number }): string {
  return `/cycles/${round.planYear}/feedback`
}
