import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { approvalDeeds as deeds } from '../../domain/approval/deeds.ts'
import { obstaclesToSigning } from '../../domain/approval/signature.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { signerOf } from '../signer.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import {
  approvalForChange,
  approvalOf,
  type ApprovalRow,
  drafterIdsOf,
  linkTo,
  objectOf,
} from './approval-row.ts'
import { moveApproval, returnPlan, taskOf } from './move.ts'

const processOf = async (tx: Tx, { params }: { params: { approvalId: string } }) =>
  (await approvalOf(tx, params.approvalId)).processId

export const returnApproval = performs(
  routes.returnApproval,
  async ({ tx, caller, at, key }, { params, body }) => {
    const approval = await approvalForChange(tx, params.approvalId)
    const as = mustAllow(deeds.approvalReturned, caller, { state: approval.state })
    const { reason } = body
    await returnPlan(tx, approval, { officialId: caller.officialId, reason, at, key })
    return {
      reply: { approvalId: approval.id, state: 'RETURNED' as const },
      as,
      object: objectOf(approval),
      facts: { title: approval.title, reason },
      process: { state: 'RETURNED', id: approval.id },
    }
  },
  processOf,
)

export const signApproval = performs(
  routes.signApproval,
  async ({ tx, caller, at }, { params, body }) => {
    const approval = await approvalForChange(tx, params.approvalId)
    const as = mustAllow(deeds.approvalSigned, caller, { state: approval.state })
    await mustBeInOrder(tx, approval, { signerId: caller.officialId, ...body })
    const signer = await signerOf(tx, caller)
    await tx
      .insertInto('signature')
      .values({
        approvalId: approval.id,
        federationId: approval.federationId,
        officialId: caller.officialId,
        ...signer,
        capacity: approval.signingCapacity,
        contentSha256: approval.contentSha256,
        signedAt: at,
      })
      .execute()
    await moveApproval(tx, approval, { to: 'SIGNED', planState: 'SIGNED' })
    await handToClerk(tx, approval, caller.officialId)
    return {
      reply: { approvalId: approval.id, state: 'SIGNED' as const },
      as,
      object: objectOf(approval),
      facts: { title: approval.title, signer: signer.signerName },
      content: { contentSha256: approval.contentSha256, version: approval.version },
      process: { state: 'SIGNED', id: approval.id },
    }
  },
  processOf,
)

/** What is signed is the frozen text itself, hashed anew, and not merely what a row says of it (I3). */
async function mustBeInOrder(
  tx: Tx,
  approval: ApprovalRow,
  act: { signerId: string; contentSha256: string },
): Promise<void> {
  const frozen = await tx
    .selectFrom('planVersion')
    .select('content')
    .where('planId', '=', approval.planId)
    .where('version', '=', approval.version)
    .executeTakeFirstOrThrow()
  const formCheck = await tx
    .selectFrom('approvalCheck')
    .select('checkedBy')
    .where('approvalId', '=', approval.id)
    .where('kind', '=', 'FORM')
    .executeTakeFirst()
  if (sha256Of(frozen.content) !== approval.contentSha256)
    throw new Refusal('approval.text-was-changed', 'stale')
  const obstacles = obstaclesToSigning({
    signerId: act.signerId,
    drafterIds: drafterIdsOf(approval),
    formCheckerId: formCheck?.checkedBy ?? null,
    seenSha256: act.contentSha256,
    approvedSha256: approval.contentSha256,
  })
  if (obstacles[0]?.code === 'approval.other-text-signed')
    throw new Refusal(obstacles[0].code, 'stale')
  refuse('approval.signature-not-in-order', obstacles)
}

async function handToClerk(tx: Tx, approval: ApprovalRow, signerId: string): Promise<void> {
  await finishTasks(tx, { kinds: ['approval.sign'], objectId: approval.id, by: signerId })
  const task = taskOf(approval, { kind: 'papers.number', role: 'recordsClerk' })
  await openTasks(tx, [{ ...task, link: '/papers' }])
  await tellHolders(
    tx,
    approval.federationId,
    { roles: ['recordsClerk'], unitIds: [approval.unitId] },
    {
      eventKey: `approval/${approval.id}/signed`,
      textKey: 'approval.letters.signed',
      params: { planTitle: approval.title },
      link: linkTo(approval),
    },
  )
}
