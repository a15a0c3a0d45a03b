import { sql } from 'kysely'
import type { Role } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { openTasks } from '../tasks.ts'
import type { RoundRow } from './round.ts'

const followers: readonly Role[] = ['departmentDrafter', 'departmentHead']
const readers: readonly Role[] = ['contentChecker', 'formChecker', 'committeeMember']

/**
 * What a round gives to others than the drafters of the units: the department follows it, a unit's
 * president sees to it, and those who will check and vote read the drafts in time.
 */
export async function openRoundTasks(tx: Tx, round: RoundRow): Promise<void> {
  const task = (kind: string, role: Role, link: string) => ({
    federationId: round.federationId,
    cycleId: round.cycleId,
    kind,
    objectType: 'round',
    objectId: round.id,
    role,
    unitId: round.unitId,
    params: { planYear: round.planYear },
    link,
    dueAt: round.dueAt,
  })
  const page = `/cycles/${round.planYear}`
  await openTasks(tx, [
    ...followers.map((role) => task('feedback.follow', role, `${page}/feedback`)),
    ...readers.map((role) => task('feedback.readAhead', role, page)),
  ])
  await askPresidents(tx, round)
}

/** Ends when the drafter sends the answer on: from then on the president has it to sign. */
async function askPresidents(tx: Tx, round: RoundRow): Promise<void> {
  const params = JSON.stringify({ planYear: round.planYear })
  await sql`
    insert into task (federation_id, cycle_id, kind, object_type, object_id, role, unit_id, params, link, due_at)
    select a.federation_id, ${round.cycleId}, 'feedback.oversee', 'answer', a.id, 'unitHead', a.unit_id,
      ${params}::jsonb || jsonb_build_object('number', a.number), ${`/cycles/${round.planYear}/feedback`},
      ${round.dueAt}
    from answer a
    where a.round_id = ${round.id} and exists (
      select from task t
      where t.object_id = a.id and t.kind = 'feedback.answer' and t.role = 'unitDrafter' and t.done_at is null)
    on conflict do nothing`.execute(tx)
}
