import { sql } from 'kysely'
import type { Tx } from './database.ts'

export type OpenProcess = {
  federationId: string
  workflowType: string
  workflowId: string
  input: Record<string, unknown>
}

/** Every process that is open in PostgreSQL and has been asked for already. */
export async function openProcesses(tx: Tx): Promise<OpenProcess[]> {
  const { rows } = await sql<OpenProcess>`
    select federation_id, 'trainingCycle' as workflow_type, process_id as workflow_id,
      jsonb_build_object('cycleId', id, 'from', phase) as input
    from cycle where closed_at is null
    union all
    select federation_id, 'consultation', process_id, jsonb_build_object('roundId', id)
    from round r where state in ('PLANNED', 'OPEN') or exists (
      -- the minutes of its conference are still waited for
      select from conference c where c.round_id = r.id and c.state = 'OPEN' and c.starts_at < r.closed_at
        and c.minutes_reminded_at is null)
    union all
    select federation_id, 'approval', process_id, jsonb_build_object('approvalId', id)
    from approval where state not in ('ISSUED', 'RETURNED')
    union all
    select federation_id, 'trainingClass', process_id, jsonb_build_object('classId', id)
    from training_class where state not in ('CLOSED', 'CANCELLED')
    union all
    select federation_id, 'inspection', process_id, jsonb_build_object('inspectionId', id)
    from inspection where state not in ('CLOSED', 'CANCELLED')
    union all
    select federation_id, 'commendation', process_id, jsonb_build_object('commendationId', id)
    from commendation where state not in ('DECIDED', 'CLOSED')`.execute(tx)
  const waiting = await tx
    .selectFrom('processRequest')
    .select('workflowId')
    .where('doneAt', 'is', null)
    .execute()
  const asked = new Set(waiting.map(({ workflowId }) => workflowId))
  return rows.filter(({ workflowId }) => !asked.has(workflowId))
}

export async function askAgain(tx: Tx, open: OpenProcess): Promise<void> {
  const { federationId, workflowType, workflowId, input } = open
  await tx
    .insertInto('processRequest')
    .values({
      federationId,
      workflowType,
      workflowId,
      message: 'start',
      name: workflowType,
      input: JSON.stringify(input),
      key: sql<string>`'again/' || ${workflowId} || '/' || clock_timestamp()`,
    })
    .execute()
}
