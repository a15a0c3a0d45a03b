import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { countedBallots } from '../../domain/approval/ballot.ts'
import { approvalDeeds as deeds } from '../../domain/approval/deeds.ts'
import { obstaclesToReopening } from '../../domain/approval/quorum.ts'
import { day, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { tell } from '../outbox.ts'
import { performs } from '../performer.ts'
import { standingCommittee } from '../revision/committee.ts'
import { refuse } from '../revision/standing.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import {
  approvalForChange,
  approvalOf,
  type ApprovalRow,
  linkTo,
  objectOf,
} from './approval-row.ts'
import { ballotsOf } from './ballots.ts'
import { moveApproval, taskOf } from './move.ts'

/** Without a quorum or a majority the chair asks the members once more, until a new deadline. */
export const reopenVoting = performs(
  routes.reopenVoting,
  async ({ tx, caller, at }, { params, body }) => {
    const approval = await approvalForChange(tx, params.approvalId)
    const as = mustAllow(deeds.votingReopened, caller, { state: approval.state })
    if (approval.reopenedAt !== null) throw new Refusal('approval.reopened-before', 'wrong-state')
    const { reason } = body
    const dueOn = day(body.dueOn)
    const today = dayOfInstant(await clockOf(tx))
    refuse('approval.not-reopened', obstaclesToReopening({ dueOn, today }, await holidaysOf(tx)))
    const dueAt = instantAt(dueOn, '17:00')
    const { id: approvalId, federationId } = approval
    await tx
      .insertInto('voteReopening')
      .values({ approvalId, federationId, dueAt, reason, reopenedBy: caller.officialId })
      .execute()
    const state = 'AWAITING_COMMITTEE' as const
    // It has been prolonged: the deadline is the chair's and does not move by itself once more.
    await moveApproval(tx, approval, { to: state, dueAt, extendedAt: at, decidedAt: null })
    await finishTasks(tx, {
      kinds: ['approval.decide'],
      objectId: approvalId,
      by: caller.officialId,
    })
    await askMembers(tx, approval, { dueAt, reason })
    return {
      reply: { approvalId, state },
      as,
      object: objectOf(approval),
      facts: { title: approval.title, dueOn, reason },
      process: { state, id: approvalId },
    }
  },
  async (tx, { params }) => (await approvalOf(tx, params.approvalId)).processId,
)

/** Who has not voted finds the vote in the inbox again; everybody may still replace theirs. */
async function askMembers(
  tx: Tx,
  approval: ApprovalRow,
  { dueAt, reason }: { dueAt: string; reason: string },
): Promise<void> {
  const { members } = await standingCommittee(tx, approval.federationId)
  const ballots = countedBallots(await ballotsOf(tx, approval.id))
  const hasVoted = new Set(ballots.map(({ memberId }) => memberId))
  await openTasks(
    tx,
    members
      .filter(({ officialId }) => !hasVoted.has(officialId))
      .map(({ officialId }) => ({
        ...taskOf(approval, { kind: 'approval.vote', role: 'committeeMember', dueAt }),
        officialId,
      })),
  )
  await tell(
    tx,
    approval.federationId,
    members.map(({ officialId }) => officialId),
    {
      eventKey: `approval/${approval.id}/reopened`,
      textKey: 'approval.letters.reopened',
      params: { planTitle: approval.title, dueOn: dayOfInstant(dueAt), reason },
      link: linkTo(approval),
    },
  )
}
