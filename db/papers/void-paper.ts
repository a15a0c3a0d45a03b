import { mustAllow } from '../../domain/grammar/deed.ts'
import { papersDeeds as deeds } from '../../domain/papers/deeds.ts'
import { papersRoutes as routes } from '../../domain/papers/papers.contract.ts'
import { approvalForChange, approvalOf } from '../approval/approval-row.ts'
import { taskOf } from '../approval/move.ts'
import { performs } from '../performer.ts'
import { endTasks, openTasks } from '../tasks.ts'
import { numberOf, paperById, paperForDeed } from './paper-row.ts'

/** The number stays in the register as void; the signed plan waits for another one. */
export const voidPaper = performs(
  routes.voidPaper,
  async ({ tx, caller }, { params, body }) => {
    const paper = await paperForDeed(tx, params.paperId)
    const as = mustAllow(deeds.voided, caller, { state: paper.state })
    const approval = await approvalForChange(tx, paper.approvalId)
    const { reason } = body
    await tx
      .updateTable('paper')
      .set({ state: 'VOID', voidBecause: reason })
      .where('id', '=', paper.id)
      .execute()
    await endTasks(tx, { kinds: ['papers.issue'], objectIds: [paper.id], because: 'voided' })
    const task = taskOf(approval, { kind: 'papers.number', role: 'recordsClerk' })
    await openTasks(tx, [{ ...task, link: '/papers' }])
    const number = numberOf(paper)
    return {
      reply: { paperId: paper.id, number },
      as,
      object: { type: 'paper', id: paper.id, revision: 2, cycleId: approval.cycleId },
      facts: { number, reason },
      process: { state: 'SIGNED', id: approval.id },
    }
  },
  async (tx, { params }) => {
    const { approvalId } = await paperById(tx, params.paperId)
    return (await approvalOf(tx, approvalId)).processId
  },
)
