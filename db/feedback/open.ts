import { sql } from 'kysely'
import { dayOfInstant } from '../../domain/grammar/day.ts'
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
  await giveObligations(tx, round)
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

/**
 * Numbers go by unit code, have at least four digits and are never used again (settled 8). With its
 * obligation a unit gets its tasks: whoever drafts in it answers, its president sees to it; where
 * nobody drafts, the president holds both keys. One statement, because a table that has just been
 * filled has no statistics: reading it again here took minutes for 10,000 units.
 */
async function giveObligations(tx: Tx, round: RoundRow): Promise<void> {
  const params = JSON.stringify({ planYear: round.planYear })
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
        and u.id not in (select a.unit_id from answer a where a.round_id = ${round.id})
    ), opened as (
      insert into answer (federation_id, round_id, unit_id, unit_path, number)
      select ${round.federationId}, ${round.id}, i.id, i.path,
        ${`GY-${round.planYear}-`} || lpad(i.serial::text, greatest(4, length(i.serial::text)), '0')
      from invited i
      on conflict (round_id, unit_id) do nothing
      returning id, unit_id, number
    ), drafters as (
      select distinct g.unit_id from role_grant g
      where g.federation_id = ${round.federationId} and g.role = 'unitDrafter'
        and g.since <= current_date and (g.until is null or g.until >= current_date)
    ), asked as (
      select o.*, 'feedback.answer' as kind,
        case when d.unit_id is null then 'unitHead' else 'unitDrafter' end as role
      from opened o left join drafters d on d.unit_id = o.unit_id
      union all
      select o.*, 'feedback.oversee', 'unitHead' from opened o join drafters d on d.unit_id = o.unit_id
    )
    insert into task (federation_id, cycle_id, kind, object_type, object_id, role, unit_id, params, link, due_at)
    select ${round.federationId}, ${round.cycleId}, asked.kind, 'answer', asked.id, asked.role,
      asked.unit_id, ${params}::jsonb || jsonb_build_object('number', asked.number),
      ${linkOf(round)}, ${round.dueAt}
    from asked
    on conflict do nothing`.execute(tx)
}

async function tellUnits(tx: Tx, round: RoundRow): Promise<void> {
  const params = JSON.stringify({
    planYear: round.planYear,
    dueOn: dayOfInstant(round.dueAt),
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
