import { type RawBuilder, sql } from 'kysely'
import { invitationForm } from '../../domain/feedback/preparation.contract.ts'
import { heldAs } from '../../domain/feedback/preparation.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { workingDaysLeft } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'
import { enterSystemDeed, type Facts } from '../register.ts'
import { found } from '../subject.ts'
import { conferencesOfRound } from './conference-row.ts'
import { contactOf, helpFacts } from './contact.ts'
import { isAskedAgain, type Reopened, askedBy } from './asked-again.ts'
import { comeToOpening } from './come-to-opening.ts'
import { isInvited } from './invited.ts'
import { holidaysOf, type RoundRow } from './round.ts'
import { linkOf } from './round-link.ts'
import { openRoundTasks } from './round-tasks.ts'
import { tellInvited } from './tell-invited.ts'

/**
 * Gives every invited union its obligation, number, tasks and letters: as many
 * statements for 43 units as for 10,000. A second time adds only units that came meanwhile; before
 * the moment that was planned it gives nothing.
 */
export async function openObligations(tx: Tx, roundId: string): Promise<{ units: number }> {
  const { round, hasJustOpened } = await comeToOpening(tx, roundId)
  if (round.state !== 'OPEN') return { units: 0 }
  const units = await giveObligations(tx, round)
  await openRoundTasks(tx, round)
  await inviteToConferences(tx, round, hasJustOpened)
  await enterSystemDeed(tx, round.federationId, {
    deed: 'round.opened',
    object: { type: 'round', id: roundId, revision: round.revision, cycleId: round.cycleId },
    facts: { units, planYear: round.planYear, dueAt: round.dueAt },
    trace: '',
    key: `round/${roundId}/opened`,
  })
  return { units }
}

/** With the round the conferences that were stated before it; one that comes later has its own letter. */
async function inviteToConferences(tx: Tx, round: RoundRow, hasJustOpened: boolean): Promise<void> {
  if (round.kinds.every((kind) => kind === 'WRITTEN')) return
  for (const { kind, revision } of await conferencesOfRound(tx, round.id))
    // however often it was set anew before, nobody has heard of it
    if (hasJustOpened || revision === 1)
      await tellInvited(tx, round, {
        kind,
        eventKey: `round/${round.id}/conference/${kind}`,
        textKey: 'feedback.letters.conferenceSet',
      })
}

/**
 * Numbers go by unit code, have at least four digits and are never used again (settled 8). With its
 * obligation a unit gets its tasks: whoever drafts in it answers, its president sees to it; where
 * nobody drafts, the president holds both keys; and all of them are told. One statement, because a
 * table that has just been filled has no statistics: reading it again took minutes for 10,000 units.
 */
async function giveObligations(tx: Tx, round: RoundRow): Promise<number> {
  const { invited, again } = await askedBy(tx, round.id)
  // as it was stated when the round opened; a reopened one asks whom the first one asked
  const isAsked = again ? isAskedAgain(again.reopens) : isInvited(invitationForm.parse(invited))
  const { rows } = await sql<{ units: number }>`
    with opened as (${answersOfUnits(round, isAsked)}),
    held as materialized (
      select g.official_id, g.unit_id, g.role from role_grant g
      where g.federation_id = ${round.federationId}::uuid and g.role in ('unitDrafter', 'unitHead')
        and g.since <= current_date and (g.until is null or g.until >= current_date)
    ),
    tasks as (${tasksOfHolders(round, again)}),
    letters as (${lettersToHolders(round, { again, said: await whatTheySay(tx, round) })})
    select ((select count(*) from answer a where a.round_id = ${round.id}::uuid)
      + (select count(*) from opened))::integer as units`.execute(tx)
  return found(rows[0]).units
}

function answersOfUnits(round: RoundRow, isAsked: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`
    with used as (
      select coalesce(max(substring(a.number from '(\\d+)$')::integer), 0) as last
      from answer a
      where a.federation_id = ${round.federationId}::uuid
        and a.number like ${`GY-${round.planYear}-%`}
    ), invited as (
      select u.id, u.path, row_number() over (order by u.code) + used.last as serial
      from used, unit u join unit office on office.id = ${round.unitId}::uuid
      where u.federation_id = ${round.federationId}::uuid and ${isAsked}
        and u.id not in (select a.unit_id from answer a where a.round_id = ${round.id}::uuid)
    )
    insert into answer (federation_id, round_id, unit_id, unit_path, number)
    select ${round.federationId}::uuid, ${round.id}::uuid, i.id, i.path,
      ${`GY-${round.planYear}-`} || lpad(i.serial::text, greatest(4, length(i.serial::text)), '0')
    from invited i
    on conflict (round_id, unit_id) do nothing
    returning id, unit_id, number`
}

function tasksOfHolders(round: RoundRow, again: Reopened | null): RawBuilder<unknown> {
  const told = { planYear: round.planYear, ...(again && { again: 'AGAIN', draft: again.draft }) }
  return sql`
    with drafters as (
      select distinct unit_id from held where role = 'unitDrafter'
    ), asked as (
      select o.*, 'feedback.answer' as kind,
        case when d.unit_id is null then 'unitHead' else 'unitDrafter' end as role
      from opened o left join drafters d on d.unit_id = o.unit_id
      union all
      select o.*, 'feedback.oversee', 'unitHead' from opened o join drafters d on d.unit_id = o.unit_id
    )
    insert into task (federation_id, cycle_id, kind, object_type, object_id, role, unit_id, params, link, due_at)
    select ${round.federationId}::uuid, ${round.cycleId}::uuid, asked.kind, 'answer', asked.id, asked.role,
      asked.unit_id, ${JSON.stringify(told)}::jsonb || jsonb_build_object('number', asked.number),
      ${linkOf(round)}, ${round.dueAt}::timestamptz
    from asked
    on conflict do nothing`
}

/** What, until when, how it is held, whom to call; what silence means stands in the sentence. */
async function whatTheySay(tx: Tx, round: RoundRow): Promise<Facts> {
  const dueOn = dayOfInstant(round.dueAt)
  const left = workingDaysLeft(dayOfInstant(round.opensAt), dueOn, await holidaysOf(tx))
  return {
    planYear: round.planYear,
    dueOn,
    dueTime: timeOfInstant(round.dueAt),
    daysLeft: left,
    held: heldAs(round.kinds),
    ...helpFacts(await contactOf(tx, round)),
  }
}

type Letter = { again: Reopened | null; said: Facts }

function lettersToHolders(round: RoundRow, { again, said }: Letter): RawBuilder<unknown> {
  const textKey = again ? 'feedback.letters.invitedAgain' : 'feedback.letters.invited'
  const params = again ? { ...said, draft: again.draft, reason: again.reason } : said
  return sql`
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (h.official_id) ${round.federationId}::uuid, h.official_id, h.unit_id,
      ${`round/${round.id}/opened`}, ${textKey}, ${JSON.stringify(params)}::jsonb,
      ${linkOf(round)}
    from held h join opened o on o.unit_id = h.unit_id
    on conflict do nothing`
}
