import { sql } from 'kysely'
import type { DeadlineKind } from '../../domain/cycle/moved-due.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'
import { tell, tellHolders } from '../outbox.ts'
import type { Stage } from '../performer.ts'
import type { CycleRow } from './find.ts'
import type { OpenDeadline } from './open-deadlines.ts'

/** Writes where the deadlines go, with the tasks that run by them, and tells whose they are. */
export async function carryDeadlines(
  stage: Stage,
  cycle: CycleRow,
  { deadlines, because }: { deadlines: readonly OpenDeadline[]; because: string },
): Promise<void> {
  for (const kind of new Set(deadlines.map((each) => each.kind))) {
    const moved = JSON.stringify(
      deadlines.filter((each) => each.kind === kind).map(({ id, to }) => ({ id, to })),
    )
    await writers[kind](stage, moved, because)
  }
  for (const deadline of deadlines) await tellOfDeadline(stage, cycle, deadline)
}

type Write = (stage: Stage, moved: string, because: string) => Promise<unknown>

const writers: Record<DeadlineKind, Write> = {
  opening: ({ tx }, moved) =>
    sql`
      update round r set opens_at = m."to", revision = revision + 1
      from ${rows(moved)} where r.id = m.id and r.state = 'PLANNED'`.execute(tx),
  grace: ({ tx }, moved) =>
    sql`
      update round r set grace_until = m."to", revision = revision + 1
      from ${rows(moved)} where r.id = m.id`.execute(tx),
  // what was granted stays as it was; the day it became stands beside it, with the holiday as its reason
  extension: ({ tx, caller }, moved, because) =>
    sql`
      with given as (
        insert into extension (federation_id, round_id, unit_id, due_at, reason, granted_by)
        select e.federation_id, e.round_id, e.unit_id, m."to", ${because}, ${caller.officialId}::uuid
        from extension e join ${rows(moved)} on e.id = m.id
        returning round_id, unit_id, due_at
      )
      update task t set due_at = g.due_at
      from given g join answer a on a.round_id = g.round_id and a.unit_id = g.unit_id
      where t.object_type = 'answer' and t.object_id = a.id and t.done_at is null`.execute(tx),
  minutes: async ({ tx }, moved) => {
    await sql`
      update conference c set minutes_due_at = m."to", revision = revision + 1
      from ${rows(moved)} where c.id = m.id`.execute(tx)
    await moveTasksOf(tx, 'conference', moved)
  },
  assignment: async ({ tx }, moved) => {
    await sql`
      update revision_task t set due_on = (m."to" at time zone 'Asia/Ho_Chi_Minh')::date,
        revision = revision + 1
      from ${rows(moved)} where t.id = m.id`.execute(tx)
    await moveTasksOf(tx, 'revisionTask', moved)
  },
  forwarded: ({ tx }, moved) =>
    sql`update task t set due_at = m."to" from ${rows(moved)} where t.id = m.id`.execute(tx),
  // its secretary is told and sets it anew
  conference: () => Promise.resolve(),
}

function rows(moved: string) {
  return sql`jsonb_to_recordset(${moved}::jsonb) as m (id uuid, "to" timestamptz)`
}

function moveTasksOf(tx: Tx, objectType: string, moved: string) {
  return sql`
    update task t set due_at = m."to" from ${rows(moved)}
    where t.object_type = ${objectType} and t.object_id = m.id and t.done_at is null`.execute(tx)
}

/** Those whose day it is; the days of late answers are told with the deadline itself. */
async function tellOfDeadline(
  { tx, key }: Stage,
  { federationId, planYear, unitId }: CycleRow,
  { kind, id, name, from, to, officialIds, unitId: ofUnit }: OpenDeadline,
): Promise<void> {
  if (kind === 'grace') return
  const letter = {
    eventKey: `deadline/${key}/${id}`,
    textKey: kind === 'conference' ? 'cycle.letters.conferenceOff' : 'cycle.letters.deadlineMoved',
    params: { planYear, deadline: kind, name, day: dayOfInstant(to), was: dayOfInstant(from) },
    link: kind === 'conference' || kind === 'minutes' ? pageOf(planYear) : `/cycles/${planYear}`,
  }
  if (officialIds.length > 0) return tell(tx, federationId, officialIds, letter)
  const roles = ofUnit ? ['unitDrafter', 'unitHead'] : officesOf(kind)
  return tellHolders(tx, federationId, { roles, unitIds: [ofUnit ?? unitId] }, letter)
}

const officesOf = (kind: DeadlineKind) =>
  kind === 'opening'
    ? ['departmentHead', 'departmentDrafter', 'committeeLeader']
    : ['departmentHead']

const pageOf = (planYear: number) => `/cycles/${planYear}/feedback/conferences`
