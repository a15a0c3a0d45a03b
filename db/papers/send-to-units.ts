import { sql } from 'kysely'
import type { ApprovalRow } from '../approval/approval-row.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'

type Sent = { paperId: string; number: string }

/** A receipt, a task and a letter for every unit that stands today: three statements for any number. */
export async function sendToUnits(tx: Tx, approval: ApprovalRow, sent: Sent): Promise<number> {
  const { rows } = await sql<{ unitId: string }>`
    insert into receipt (paper_id, unit_id, federation_id)
    select ${sent.paperId}, u.id, u.federation_id from unit u
    where u.level = 'IMMEDIATE_UPPER' and u.valid_to is null
    on conflict do nothing
    returning unit_id`.execute(tx)
  const unitIds = rows.map(({ unitId }) => unitId)
  const { title: planTitle, planYear } = approval
  const params = { planTitle, planYear, number: sent.number }
  const link = `/print/plans/${approval.planId}`
  await sql`
    insert into task (federation_id, cycle_id, kind, object_type, object_id, role, unit_id, params, link)
    select ${approval.federationId}, ${approval.cycleId}, 'papers.acknowledge', 'paper', ${sent.paperId},
      'unitDrafter', u, ${JSON.stringify(params)}::jsonb, ${link}
    from unnest(${unitIds}::uuid[]) u
    on conflict do nothing`.execute(tx)
  await tellHolders(
    tx,
    approval.federationId,
    { roles: ['unitDrafter', 'unitHead'], unitIds },
    { eventKey: `paper/${sent.paperId}/issued`, textKey: 'papers.letters.issued', params, link },
  )
  return unitIds.length
}
