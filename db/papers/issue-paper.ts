import { sql } from 'kysely'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { papersDeeds as deeds } from '../../domain/papers/deeds.ts'
import { papersRoutes as routes } from '../../domain/papers/papers.contract.ts'
import { approvalForChange, approvalOf, type ApprovalRow } from '../approval/approval-row.ts'
import { moveApproval } from '../approval/move.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { finishTasks } from '../tasks.ts'
import { askForAnswerLetters } from './answer-letters.ts'
import { numberOf, paperById, paperForDeed, type PaperRow } from './paper-row.ts'
import { sendToUnits } from './send-to-units.ts'

/** The plan becomes binding: sent to every unit, answers to all who commented, and the year goes on. */
export const issuePaper = performs(
  routes.issuePaper,
  async (stage, { params }) => {
    const { tx, caller } = stage
    const paper = await paperForDeed(tx, params.paperId)
    const as = mustAllow(deeds.issued, caller, { state: paper.state })
    const approval = await approvalForChange(tx, paper.approvalId)
    await markIssued(tx, approval, paper)
    await finishTasks(tx, { kinds: ['papers.issue'], objectId: paper.id, by: caller.officialId })
    const number = numberOf(paper)
    const sentTo = await sendToUnits(tx, approval, { paperId: paper.id, number })
    await askForAnswerLetters(stage, approval)
    await tellTheYear(stage, approval)
    return {
      reply: { paperId: paper.id, number, sentTo },
      as,
      object: { type: 'paper', id: paper.id, revision: 2, cycleId: approval.cycleId },
      facts: { number, title: approval.title, sentTo },
      content: { number, contentSha256: approval.contentSha256 },
      process: { state: 'ISSUED', id: approval.id },
    }
  },
  async (tx, { params }) => {
    const { approvalId } = await paperById(tx, params.paperId)
    return (await approvalOf(tx, approvalId)).processId
  },
)

async function markIssued(tx: Tx, approval: ApprovalRow, paper: PaperRow): Promise<void> {
  await tx
    .updateTable('paper')
    .set({ state: 'ISSUED', issuedAt: sql`clock_timestamp()` })
    .where('id', '=', paper.id)
    .execute()
  await moveApproval(tx, approval, { to: 'ISSUED', planState: 'ISSUED' })
  // The training plan is what the classes are opened by (settled 1).
  await tx
    .updateTable('cycle')
    .set((row) => ({ phase: 'classes', revision: row('revision', '+', 1) }))
    .where('id', '=', approval.cycleId)
    .where('phase', 'in', ['revision', 'approval'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('plan')
          .select('plan.id')
          .where('plan.id', '=', approval.planId)
          .where('plan.planType', '=', 'TRAINING'),
      ),
    )
    .execute()
}

function tellTheYear({ tx, key }: Stage, approval: ApprovalRow): Promise<void> {
  return requestProcess(tx, {
    federationId: approval.federationId,
    workflowType: 'trainingCycle',
    workflowId: approval.cycleProcessId,
    message: 'signal',
    name: 'planMoved',
    input: { planId: approval.planId, state: 'ISSUED' },
    key: `${key}/planMoved`,
  })
}
