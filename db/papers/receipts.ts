import { sql } from 'kysely'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { papersDeeds as deeds } from '../../domain/papers/deeds.ts'
import { papersRoutes as routes, type ReceiptView } from '../../domain/papers/papers.contract.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { numberOf } from './paper-row.ts'

type Receipts = { number: string; abstract: string; receipts: ReceiptView[] }

/** Who has the paper, and who has not said so yet. */
export async function receiptsOf(tx: Tx, paperId: string): Promise<Receipts> {
  const paper = found(
    await tx
      .selectFrom('paper')
      .select(['number', 'symbol', 'abstract'])
      .where('id', '=', paperId)
      .executeTakeFirst(),
  )
  const receipts = await tx
    .selectFrom('receipt')
    .innerJoin('unit', 'unit.id', 'receipt.unitId')
    .leftJoin('official', 'official.id', 'receipt.receivedBy')
    .select([
      'receipt.unitId',
      'unit.code as unitCode',
      'unit.name as unitName',
      'receipt.sentAt',
      'receipt.receivedAt',
      'official.fullName as receivedBy',
    ])
    .where('receipt.paperId', '=', paperId)
    .orderBy(sql`receipt.received_at is not null`)
    .orderBy(sql`unit.name collate vi_natural`)
    .execute()
  return { number: numberOf(paper), abstract: paper.abstract, receipts }
}

export const acknowledgeReceipt = performs(
  routes.acknowledgeReceipt,
  async ({ tx, caller, at }, { params }) => {
    const { paperId, unitId } = params
    const receipt = found(
      await tx
        .selectFrom('receipt')
        .innerJoin('paper', 'paper.id', 'receipt.paperId')
        .select(['receipt.receivedAt', 'paper.number', 'paper.symbol', 'paper.cycleId'])
        .where('receipt.paperId', '=', paperId)
        .where('receipt.unitId', '=', unitId)
        .executeTakeFirst(),
    )
    const state = receipt.receivedAt ? 'RECEIVED' : 'SENT'
    const as = mustAllow(deeds.receiptAcknowledged, caller, { unitId, state })
    await tx
      .updateTable('receipt')
      .set({ receivedAt: at, receivedBy: caller.officialId })
      .where('paperId', '=', paperId)
      .where('unitId', '=', unitId)
      .where('receivedAt', 'is', null)
      .execute()
    await finishOwnTask(tx, { paperId, unitId, by: caller.officialId })
    return {
      reply: { receivedAt: at },
      as,
      object: { type: 'paper', id: paperId, cycleId: receipt.cycleId, unitId },
      facts: { number: numberOf(receipt) },
    }
  },
)

/** The other units' tasks about the same paper stay open. */
async function finishOwnTask(
  tx: Tx,
  { paperId, unitId, by }: { paperId: string; unitId: string; by: string },
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ doneAt: sql`clock_timestamp()`, doneBy: by })
    .where('kind', '=', 'papers.acknowledge')
    .where('objectId', '=', paperId)
    .where('unitId', '=', unitId)
    .where('doneAt', 'is', null)
    .execute()
}
