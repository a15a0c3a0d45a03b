import { countedBallots, maySeeVotes, tallyOf } from '../../domain/approval/ballot.ts'
import type {
  ApprovalView,
  CheckView,
  DossierView,
} from '../../domain/approval/approval.contract.ts'
import { quorumOf } from '../../domain/approval/quorum.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { standingCommittee } from '../revision/committee.ts'
import { planOf, planOfCycle, plansOfCycle } from '../revision/plan.ts'
import { type ApprovalRow, approvalsOfPlan, quorumRule } from './approval-row.ts'
import { ballotsOf, ballotView } from './ballots.ts'
import { actionsOn } from './possible.ts'
import { summaryOf } from './summary.ts'

/** What a member, a checker or the chair opens: the same number of statements for everybody. */
export async function dossierOf({ tx, caller }: Entered, planId: string): Promise<DossierView> {
  const plan = await planOf(tx, planId)
  const [approval, ...earlier] = await approvalsOfPlan(tx, planId)
  const people = await peopleOf(tx, [plan.draftedBy, caller.officialId])
  const head = {
    plan: {
      ...planOfCycle(plan),
      planYear: plan.planYear,
      draftedBy: people.get(plan.draftedBy ?? '')?.fullName ?? null,
    },
    plans: await plansOfCycle(tx, plan.cycleId),
  }
  const position = people.get(caller.officialId)?.position ?? ''
  if (!approval) return { ...head, ...nothingYet(position) }
  const voting = await votingOf({ tx, caller }, approval)
  const checks = await checksOf(tx, approval.id)
  const { checkerIds, ...shown } = checks
  return {
    ...head,
    approval: viewOf(approval, voting.voted),
    earlier: earlier.map(({ number, version, returnerName, returnedBecause, decidedAt }) => ({
      number,
      version,
      returnedBy: returnerName,
      returnedBecause,
      decidedAt,
    })),
    summary: await summaryOf(tx, approval),
    checks: shown.checks,
    board: voting.board,
    tally: voting.tally,
    mine: { ...voting.mine, position },
    signature: await signatureOf(tx, approval.id),
    allowedActions: actionsOn(caller, approval, { checkerIds, isMember: voting.mine.isMember }),
  }
}

function nothingYet(position: string) {
  const mine = { isMember: false, position, readAt: null, placeCode: null, ballot: null }
  const none = { approval: null, summary: null, tally: null, signature: null, mine }
  return { ...none, earlier: [], checks: [], board: [], allowedActions: [] }
}

function viewOf(approval: ApprovalRow, voted: number): ApprovalView {
  return {
    id: approval.id,
    number: approval.number,
    version: approval.version,
    contentSha256: approval.contentSha256,
    state: approval.state,
    bodyName: approval.bodyName,
    openedAt: approval.openedAt,
    dueAt: approval.dueAt,
    extendedAt: approval.extendedAt,
    reopenedAt: approval.reopenedAt,
    reopenedBecause: approval.reopenedBecause,
    decidedAt: approval.decidedAt,
    submittedBy: approval.submitterName,
    membersTotal: approval.membersTotal,
    quorum: quorumOf(approval.membersTotal, quorumRule(approval)),
    voted,
    returnedBy: approval.returnerName,
    returnedBecause: approval.returnedBecause,
    revision: approval.revision,
  }
}

async function peopleOf(tx: Tx, ids: readonly (string | null)[]) {
  const rows = await tx
    .selectFrom('official')
    .select(['id', 'fullName', 'position'])
    .where('id', 'in', [...new Set(ids.filter((id) => id !== null))])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Who has read and voted; how they voted only for those who may see it (settled 11). */
async function votingOf({ tx, caller }: Pick<Entered, 'tx' | 'caller'>, approval: ApprovalRow) {
  const { members } = await standingCommittee(tx, approval.federationId)
  const ballots = await ballotsOf(tx, approval.id)
  const readings = await tx
    .selectFrom('dossierReading')
    .select(['officialId', 'firstReadAt', 'placeCode'])
    .where('approvalId', '=', approval.id)
    .execute()
  const isClosed = approval.decidedAt !== null
  const isShown = maySeeVotes(caller.officialId, ballots, isClosed)
  const counted = new Map(countedBallots(ballots).map((ballot) => [ballot.memberId, ballot]))
  const readingBy = new Map(readings.map((reading) => [reading.officialId, reading]))
  const own = counted.get(caller.officialId)
  const myReading = readingBy.get(caller.officialId)
  return {
    board: members.map(({ officialId, fullName, role }) => {
      const ballot = counted.get(officialId)
      const readAt = readingBy.get(officialId)?.firstReadAt ?? null
      const shown = isShown ? ballot : undefined
      return {
        officialId,
        fullName,
        role,
        readAt,
        votedAt: ballot?.castAt ?? null,
        vote: shown?.vote ?? null,
        remark: shown?.remark ?? null,
      }
    }),
    voted: counted.size,
    tally: isShown ? tallyOf(ballots) : null,
    mine: {
      isMember: members.some(({ officialId }) => officialId === caller.officialId),
      readAt: myReading?.firstReadAt ?? null,
      placeCode: myReading?.placeCode ?? null,
      ballot: own ? ballotView(approval.planYear, own) : null,
    },
  }
}

async function checksOf(tx: Tx, approvalId: string) {
  const rows = await tx
    .selectFrom('approvalCheck')
    .innerJoin('official', 'official.id', 'approvalCheck.checkedBy')
    .select([
      'kind',
      'outcome',
      'remark',
      'checkedBy as checkerId',
      'official.fullName',
      'checkedAt',
    ])
    .where('approvalId', '=', approvalId)
    .orderBy('kind')
    .execute()
  return {
    checkerIds: new Map(rows.map((row) => [row.kind, row.checkerId])),
    checks: rows.map(({ kind, outcome, remark, fullName, checkedAt }): CheckView => ({
      kind: kind === 'FORM' ? 'FORM' : 'CONTENT',
      outcome: outcome === 'PASSED' ? 'PASSED' : 'RETURNED',
      remark,
      checkedBy: fullName,
      checkedAt,
    })),
  }
}

async function signatureOf(tx: Tx, approvalId: string) {
  const row = await tx
    .selectFrom('signature')
    .select(['signerName', 'signerPosition', 'signedAt', 'contentSha256'])
    .where('approvalId', '=', approvalId)
    .executeTakeFirst()
  return row ?? null
}
