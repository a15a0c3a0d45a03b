import type { Role } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import type { NewTask } from '../tasks.ts'

export type DraftTaskKind = 'draft.write' | 'draft.check' | 'draft.publish'

type PlanOfTask = {
  planId: string
  federationId: string
  cycleId: string
  unitId: string
  planYear: number
  title: string
  departmentId: string | null
}

/** What waits for the next person on a draft's way to the units. */
export function draftTask(
  kind: DraftTaskKind,
  role: Role,
  plan: PlanOfTask,
  dueAt: string | null,
): NewTask {
  const { federationId, cycleId, unitId, planYear, title, departmentId, planId } = plan
  return {
    federationId,
    cycleId,
    kind,
    objectType: 'plan',
    objectId: planId,
    role,
    unitId,
    departmentId: role === 'committeeLeader' ? null : departmentId,
    params: { title, planYear },
    link: `/cycles/${planYear}/draft?plan=${planId}`,
    dueAt,
  }
}

/** When the draft is due by the calendar of its year. */
export async function draftDueAt(tx: Tx, cycleId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('cycleMoment')
    .select('at')
    .where('cycleId', '=', cycleId)
    .where('moment', '=', 'draftDue')
    .executeTakeFirst()
  return row?.at ?? null
}
