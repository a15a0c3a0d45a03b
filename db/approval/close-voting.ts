import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { approvalDeeds as deeds } from '../../domain/approval/deeds.ts'
import { tallyOf } from '../../domain/approval/ballot.ts'
import {
  obstaclesToClosingVoting,
  type Outcome,
  votingOutcome,
} from '../../domain/approval/quorum.ts'
import type { ApprovalState } from '../../domain/approval/signature.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { tell, tellHolders } from '../outbox.ts'
import { performs } from '../performer.ts'
import { enterSystemDeed, type Facts } from '../register.ts'
import { refuse } from '../revision/standing.ts'
import { endTasks, openTasks } from '../tasks.ts'
import {
  approvalForChange,
  approvalOf,
  type ApprovalRow,
  linkTo,
  objectOf,
  quorumRule,
} from './approval-row.ts'
import { ballotsOf } from './ballots.ts'
import { moveApproval, taskOf } from './move.ts'

/** The chair ends the voting before its deadline, with a reason. */
export const closeVotingEarly = performs(
  routes.closeVoting,
  async ({ tx, caller }, { params, body }) => {
    const approval = await approvalForChange(tx, params.approvalId)
    const as = mustAllow(deeds.votingClosed, caller, { state: approval.state })
    const ballots = await ballotsOf(tx, approval.id)
    const voting = { ballots, membersTotal: approval.membersTotal, quorum: quorumRule(approval) }
    refuse('approval.not-closed', obstaclesToClosingVoting(voting, body.reason))
    const { state, facts } = await close(tx, approval, { at: await clockOf(tx), byChair: true })
    return {
      reply: { approvalId: approval.id, state },
      as,
      object: objectOf(approval),
      facts: { ...facts, reason: body.reason, early: true },
      process: { state, id: approval.id },
    }
  },
  async (tx, { params }) => (await approvalOf(tx, params.approvalId)).processId,
)

/**
 * The timer's close: the vote is counted, prolonged once, or laid before the chair. Before the
 * deadline, and a second time, nothing changes.
 */
export async function closeVoting(
  tx: Tx,
  approvalId: string,
  at: string,
): Promise<{ state: string }> {
  const approval = await approvalForChange(tx, approvalId)
  if (approval.state !== 'AWAITING_COMMITTEE') return { state: approval.state }
  const { state, facts, outcome } = await close(tx, approval, { at, byChair: false })
  if (outcome.kind === 'open') return { state }
  await enterSystemDeed(tx, approval.federationId, {
    deed: outcome.kind === 'extended' ? 'voting.extended' : 'voting.closed',
    object: objectOf(approval),
    facts,
    trace: '',
    // the revision: a voting that was opened once more is closed once more
    key: `approval/${approval.id}/${outcome.kind === 'extended' ? 'extended' : 'closed'}/${approval.revision}`,
  })
  return { state }
}

type Closing = { at: string; byChair: boolean }
type Closed = { state: ApprovalState; outcome: Outcome; facts: Facts }

async function close(tx: Tx, approval: ApprovalRow, { at, byChair }: Closing): Promise<Closed> {
  const ballots = await ballotsOf(tx, approval.id)
  const { membersTotal, dueAt, extendedAt } = approval
  const quorum = quorumRule(approval)
  const outcome = votingOutcome(
    { ballots, membersTotal, quorum, now: at, dueAt, extendedAt, isClosedByChair: byChair },
    await holidaysOf(tx),
  )
  const tally = tallyOf(ballots)
  const voted = Object.values(tally).reduce((sum, each) => sum + each, 0)
  const facts = { title: approval.title, outcome: outcome.kind, voted, membersTotal, ...tally }
  return { state: await settle(tx, approval, outcome, at), outcome, facts }
}

async function settle(tx: Tx, approval: ApprovalRow, outcome: Outcome, at: string) {
  switch (outcome.kind) {
    case 'open':
      return approval.state
    case 'extended':
      await prolong(tx, approval, outcome.dueAt, at)
      return approval.state
    case 'passed':
      await moveApproval(tx, approval, { to: 'APPROVED', planState: 'APPROVED', decidedAt: at })
      await layBeforeChair(tx, approval, 'approval.sign')
      return 'APPROVED' as const
    case 'rejected':
    case 'withChair':
      await moveApproval(tx, approval, { to: 'WITH_CHAIR', decidedAt: at })
      await layBeforeChair(tx, approval, 'approval.decide')
      return 'WITH_CHAIR' as const
  }
}

async function layBeforeChair(
  tx: Tx,
  approval: ApprovalRow,
  kind: 'approval.sign' | 'approval.decide',
): Promise<void> {
  const { id, federationId, unitId } = approval
  await endTasks(tx, { kinds: ['approval.vote'], objectIds: [id], because: 'voting-closed' })
  await openTasks(tx, [taskOf(approval, { kind, role: 'committeeLeader' })])
  await tellHolders(
    tx,
    federationId,
    { roles: ['committeeLeader', 'departmentHead'], unitIds: [unitId] },
    {
      eventKey: `approval/${id}/${kind}/${approval.revision}`,
      textKey: kind === 'approval.sign' ? 'approval.letters.passed' : 'approval.letters.withChair',
      params: { planTitle: approval.title },
      link: linkTo(approval),
    },
  )
}

/** No quorum at the deadline: three more working days, once, and those still to vote are told. */
async function prolong(tx: Tx, approval: ApprovalRow, dueAt: string, at: string): Promise<void> {
  await moveApproval(tx, approval, { to: approval.state, dueAt, extendedAt: at })
  const late = await tx
    .updateTable('task')
    .set({ dueAt })
    .where('kind', '=', 'approval.vote')
    .where('objectId', '=', approval.id)
    .where('doneAt', 'is', null)
    .returning('officialId')
    .execute()
  await tell(
    tx,
    approval.federationId,
    late.flatMap(({ officialId }) => officialId ?? []),
    {
      eventKey: `approval/${approval.id}/extended`,
      textKey: 'approval.letters.extended',
      params: { planTitle: approval.title, dueOn: dayOfInstant(dueAt) },
      link: linkTo(approval),
    },
  )
}
