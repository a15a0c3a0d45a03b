import { sql } from 'kysely'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import type { AttentionView } from '../../domain/cycle/history.contract.ts'
import { type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs, type Performed, type Stage } from '../performer.ts'
import { type ProcessRequest, requestProcess } from '../process-requests.ts'
import { found } from '../subject.ts'

/** Steps that finally failed: what still waits first, then the last that were answered. */
export async function attentionsOf(
  tx: Tx,
): Promise<{ waiting: number; attentions: AttentionView[] }> {
  const rows = await tx
    .selectFrom('attention')
    .leftJoin('official', 'official.id', 'attention.resolvedBy')
    .select([
      'attention.id as attentionId',
      'attention.workflowId as process',
      'attention.step',
      'attention.error',
      'attention.raisedAt',
      'attention.resolution',
      'attention.resolvedAt',
      'official.fullName as resolvedBy',
    ])
    .orderBy(sql`attention.resolution is null`, 'desc')
    .orderBy('attention.raisedAt', 'desc')
    .limit(100)
    .execute()
  const attentions = rows.map((row) => ({ ...row, resolution: resolutionOf(row.resolution) }))
  return { waiting: attentions.filter((row) => !row.resolution).length, attentions }
}

function resolutionOf(text: string | null): 'RETRY' | 'SKIP' | null {
  return text === 'RETRY' || text === 'SKIP' ? text : null
}

export const retryAttention = performs(routes.retryAttention, (stage, { params }) =>
  resolve(stage, params.attentionId, { deed: deeds.attentionRetried, resolution: 'RETRY' }),
)

export const skipAttention = performs(routes.skipAttention, (stage, { params, body }) =>
  resolve(stage, params.attentionId, {
    deed: deeds.attentionSkipped,
    resolution: 'SKIP',
    reason: body.reason,
  }),
)

type Answer = { deed: Deed; resolution: 'RETRY' | 'SKIP'; reason?: string }

/** The process that asked hears the answer; it is asked once only. */
async function resolve(
  { tx, caller }: Stage,
  attentionId: string,
  { deed, resolution, reason }: Answer,
): Promise<Performed<{ attentionId: string }>> {
  const row = found(
    await tx
      .selectFrom('attention')
      .select(['federationId', 'workflowId', 'step', 'resolution'])
      .where('id', '=', attentionId)
      .forUpdate()
      .executeTakeFirst(),
  )
  const as = mustAllow(deed, caller, { state: row.resolution ? 'RESOLVED' : 'WAITING' })
  await tx
    .updateTable('attention')
    .set({ resolution, resolvedAt: sql`clock_timestamp()`, resolvedBy: caller.officialId })
    .where('id', '=', attentionId)
    .execute()
  await requestProcess(tx, {
    federationId: row.federationId,
    workflowType: typeOf(row.workflowId),
    workflowId: row.workflowId,
    message: 'signal',
    name: 'attentionResolved',
    input: { id: attentionId, resolution },
    key: `attention/${attentionId}`,
  })
  return {
    reply: { attentionId },
    as,
    object: { type: 'attention', id: attentionId },
    facts: { step: row.step, process: row.workflowId, ...(reason && { reason }) },
  }
}

/** The form of its id says what a process is (domain/cycle/process-ids.ts). */
function typeOf(workflowId: string): ProcessRequest['workflowType'] {
  if (workflowId.includes('/consultation/')) return 'consultation'
  const [kind = ''] = workflowId.split('/')
  return typesByKind.get(kind) ?? 'trainingCycle'
}

const typesByKind = new Map<string, ProcessRequest['workflowType']>([
  ['plan', 'approval'],
  ['class', 'trainingClass'],
  ['inspection', 'inspection'],
  ['commendation', 'commendation'],
  ['job', 'bulkJob'],
])
