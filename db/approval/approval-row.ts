import { sql } from 'kysely'
import type { Quorum } from '../../domain/approval/quorum.ts'
import type { ApprovalState } from '../../domain/approval/signature.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/**
 * An approval with what every deed on it asks for. `dueAt` is the later of what was promised and
 * what the calendar says now: a moved deadline moves the vote, never to an earlier day (settled 5).
 */
export async function approvalOf(tx: Tx, approvalId: string) {
  return asApproval(await rows(tx).where('approval.id', '=', approvalId).executeTakeFirst())
}

/** The same, held against ballots, checks and the close until the transaction ends. */
export async function approvalForChange(tx: Tx, approvalId: string) {
  const row = await rows(tx)
    .where('approval.id', '=', approvalId)
    .forUpdate('approval')
    .executeTakeFirst()
  return asApproval(row)
}

export type ApprovalRow = Awaited<ReturnType<typeof approvalOf>>

/** The approvals of a plan, the latest first. */
export async function approvalsOfPlan(tx: Tx, planId: string): Promise<ApprovalRow[]> {
  const found = await rows(tx)
    .where('approval.planId', '=', planId)
    .orderBy('approval.number', 'desc')
    .execute()
  return found.map(asApproval)
}

const columns = [
  'approval.id',
  'approval.federationId',
  'approval.planId',
  'approval.cycleId',
  'approval.number',
  'approval.version',
  'approval.contentSha256',
  'approval.state',
  'approval.processId',
  'approval.extendedAt',
  'approval.membersTotal',
  'approval.submittedBy',
  'approval.openedAt',
  'approval.decidedAt',
  'approval.returnedBecause',
  'approval.revision',
  'plan.title',
  'plan.planYear',
  'plan.unitId',
  'plan.departmentId',
  'plan.draftedBy',
  'plan.signingCapacity',
  'plan.state as planState',
  'cycle.processId as cycleProcessId',
  'body.id as bodyId',
  'body.name as bodyName',
  'body.quorumNumerator',
  'body.quorumDenominator',
  'submitter.fullName as submitterName',
  'returner.fullName as returnerName',
  'voteReopening.reopenedAt',
  'voteReopening.reason as reopenedBecause',
] as const

function rows(tx: Tx) {
  return tx
    .selectFrom('approval')
    .innerJoin('plan', 'plan.id', 'approval.planId')
    .innerJoin('body', 'body.id', 'approval.bodyId')
    .innerJoin('cycle', 'cycle.id', 'approval.cycleId')
    .leftJoin('cycleMoment', (join) =>
      join
        .onRef('cycleMoment.cycleId', '=', 'approval.cycleId')
        .on(
          'cycleMoment.moment',
          '=',
          sql<string>`case approval.state when 'CHECKING' then 'checksDue' else 'voteDue' end`,
        ),
    )
    .innerJoin('official as submitter', 'submitter.id', 'approval.submittedBy')
    .leftJoin('official as returner', 'returner.id', 'approval.returnedBy')
    .leftJoin('voteReopening', 'voteReopening.approvalId', 'approval.id')
    .select(columns)
    .select(
      sql<string>`case when approval.extended_at is null
        then greatest(approval.due_at, cycle_moment.at) else approval.due_at end`.as('dueAt'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function asApproval(row: Row | undefined) {
  const { state, ...rest } = found(row)
  // Held to these words by a check of the table.
  return { ...rest, state: state as ApprovalState }
}

/** Who may not check or sign: those who wrote the text and who handed it in. */
export function drafterIdsOf(approval: Pick<ApprovalRow, 'draftedBy' | 'submittedBy'>): string[] {
  return [approval.draftedBy, approval.submittedBy].filter((id) => id !== null)
}

export function objectOf(approval: ApprovalRow, revision = approval.revision + 1) {
  const { id, cycleId, unitId } = approval
  return { type: 'approval', id, revision, cycleId, unitId }
}

export function linkTo(approval: Pick<ApprovalRow, 'planYear' | 'planId'>): string {
  return `/cycles/${approval.planYear}/approval?plan=${approval.planId}`
}

export function quorumRule(approval: ApprovalRow): Quorum {
  return { numerator: approval.quorumNumerator, denominator: approval.quorumDenominator }
}
