import { sql } from 'kysely'
import type { PlanState } from '../../domain/cycle/plan-state.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { enterSystemDeed } from '../register.ts'
import { hasSpoken } from './board-rows.ts'
import { lapseEntries } from './lapse-entries.ts'
import { closingInstant, roundForClosing, type RoundRow } from './round.ts'

/** Who spoke at a conference and wrote nothing is not silent. */
type Counts = { answered: number; spoke: number; silent: number }
export type Closed = Counts & { isClosed: boolean }

/**
 * Closes a round. Its row is taken FOR UPDATE, so that what was acknowledged before is counted and
 * nothing comes in after (I6). By the timer (`because` null) only when every deadline and grace is
 * over; by a leader at once. A second time changes nothing.
 */
export async function closeRound(tx: Tx, roundId: string, because: string | null): Promise<Closed> {
  const round = await roundForClosing(tx, roundId)
  if (round.state === 'CLOSED') return { isClosed: true, ...(await tally(tx, roundId)) }
  if (because === null && (await clockOf(tx)) < (await closingInstant(tx, round)))
    return { isClosed: false, ...NOBODY }
  await sql`
    update round set state = 'CLOSED', closed_at = clock_timestamp(), closed_because = ${because},
      revision = revision + 1
    where id = ${roundId}`.execute(tx)
  await countAnswers(tx, roundId)
  await lapseEntries(tx, round)
  const counts = await tally(tx, roundId)
  await leadOnToRevision(tx, round)
  await tellOffices(tx, round, counts)
  await tellSilentUnits(tx, round)
  if (because === null) await enterClosing(tx, round, counts)
  return { isClosed: true, ...counts }
}

/** Silence is recorded as "no opinion", by name: every obligation gets its end. */
async function countAnswers(tx: Tx, roundId: string): Promise<void> {
  await sql`
    update answer set state = case when state = 'SUBMITTED' then 'COUNTED' else 'NO_ANSWER' end,
      revision = revision + 1
    where round_id = ${roundId} and state not in ('COUNTED', 'NO_ANSWER', 'EXCUSED')`.execute(tx)
  await sql`
    update extension_request set outcome = 'LAPSED', ended_at = clock_timestamp()
    where outcome = 'OPEN' and answer_id in (select id from answer where round_id = ${roundId})`.execute(
    tx,
  )
  await sql`
    update task set done_at = clock_timestamp(), ended_because = 'feedback.round-closed'
    where done_at is null and (object_id = ${roundId} or object_type = 'answer'
      and object_id in (select id from answer where round_id = ${roundId}))`.execute(tx)
}

const NOBODY: Counts = { answered: 0, spoke: 0, silent: 0 }

async function tally(tx: Tx, roundId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where a.state = 'COUNTED')::integer as answered,
      count(*) filter (where a.state = 'NO_ANSWER' and ${hasSpoken})::integer as spoke,
      count(*) filter (where a.state = 'NO_ANSWER' and not ${hasSpoken})::integer as silent
    from answer a where a.round_id = ${roundId}`.execute(tx)
  return rows[0] ?? NOBODY
}

async function leadOnToRevision(tx: Tx, round: RoundRow): Promise<void> {
  const { rows: plans } = await sql<{ id: string }>`
    update plan set state = ${'CONSOLIDATING' satisfies PlanState}, revision = revision + 1
    where state = ${'CONSULTING' satisfies PlanState}
      and id in (select plan_id from round_plan where round_id = ${round.id})
    returning id`.execute(tx)
  await tx
    .updateTable('cycle')
    .set((row) => ({ phase: 'revision', revision: row('revision', '+', 1) }))
    .where('id', '=', round.cycleId)
    .where('phase', '=', 'feedback')
    .execute()
  await openConsolidation(
    tx,
    round,
    plans.map(({ id }) => id),
  )
}

async function openConsolidation(tx: Tx, round: RoundRow, planIds: string[]): Promise<void> {
  const params = JSON.stringify({ planYear: round.planYear })
  const link = `/cycles/${round.planYear}/revision`
  await sql`
    insert into task (federation_id, cycle_id, kind, object_type, object_id, role, unit_id,
      department_id, params, link, due_at)
    select p.federation_id, p.cycle_id, 'revision.consolidate', 'plan', p.id, 'departmentDrafter',
      ${round.unitId}, p.department_id, ${params}::jsonb || jsonb_build_object('title', p.title),
      ${link}, m.at
    from plan p left join cycle_moment m on m.cycle_id = p.cycle_id and m.moment = 'consolidationDue'
    where p.id = any(${planIds}::uuid[])
    on conflict do nothing`.execute(tx)
}

function tellOffices(tx: Tx, round: RoundRow, counts: Counts) {
  const { answered, spoke, silent } = counts
  return tellHolders(
    tx,
    round.federationId,
    {
      roles: ['departmentDrafter', 'departmentHead', 'committeeLeader'],
      unitIds: [round.unitId],
    },
    {
      eventKey: `round/${round.id}/closed`,
      textKey: spoke > 0 ? 'feedback.letters.closedSpoke' : 'feedback.letters.closed',
      params: { planYear: round.planYear, ...counts, units: answered + spoke + silent },
      link: `/cycles/${round.planYear}/feedback`,
    },
  )
}

async function tellSilentUnits(tx: Tx, round: RoundRow): Promise<void> {
  const params = JSON.stringify({ planYear: round.planYear })
  await sql`
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id,
      ${`round/${round.id}/silent`}, 'feedback.letters.silent', ${params}::jsonb,
      ${`/cycles/${round.planYear}/feedback`}
    from role_grant g
    join answer a on a.unit_id = g.unit_id and a.round_id = ${round.id} and a.state = 'NO_ANSWER'
      and not ${hasSpoken}
    where g.federation_id = ${round.federationId} and g.role in ('unitDrafter', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date)
    on conflict do nothing`.execute(tx)
}

function enterClosing(tx: Tx, round: RoundRow, counts: Counts) {
  return enterSystemDeed(tx, round.federationId, {
    deed: 'round.closed',
    object: {
      type: 'round',
      id: round.id,
      revision: round.revision + 1,
      cycleId: round.cycleId,
    },
    facts: { ...counts, planYear: round.planYear, early: false },
    trace: '',
    key: `round/${round.id}/closed`,
  })
}
