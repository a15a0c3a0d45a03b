import type { RequestRow, SharedTarget } from '../../domain/revision/views.contract.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import type { Tx } from '../database.ts'

/** Every effective request to change a target of the plan, of both its rounds, with its decision. */
export async function requestsOnPlan(tx: Tx, planId: string): Promise<RequestRow[]> {
  const rows = await requests(tx)
    .where('targetRequest.planId', '=', planId)
    .where('targetRequest.withdrawnAt', 'is', null)
    .orderBy('targetRequest.targetCode')
    .orderBy('round.number')
    .orderBy('answer.number')
    .execute()
  return rows.map(requestOfRow)
}

export async function openRequestsOn(tx: Tx, planId: string): Promise<number> {
  const { open } = await tx
    .selectFrom('targetRequest')
    .leftJoin('requestDecision', 'requestDecision.targetRequestId', 'targetRequest.id')
    .select(({ fn }) => fn.countAll<bigint>().as('open'))
    .where('targetRequest.planId', '=', planId)
    .where('targetRequest.withdrawnAt', 'is', null)
    .where('requestDecision.targetRequestId', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}

export async function requestWithDecision(tx: Tx, requestId: string) {
  const row = await requests(tx).where('targetRequest.id', '=', requestId).executeTakeFirst()
  return row && requestOfRow(row)
}

function requests(tx: Tx) {
  return tx
    .selectFrom('targetRequest')
    .innerJoin('answer', 'answer.id', 'targetRequest.answerId')
    .innerJoin('round', 'round.id', 'targetRequest.roundId')
    .innerJoin('unit', 'unit.id', 'targetRequest.unitId')
    .leftJoin('requestDecision', 'requestDecision.targetRequestId', 'targetRequest.id')
    .leftJoin('official as decider', 'decider.id', 'requestDecision.decidedBy')
    .select([
      'targetRequest.id',
      'answer.number',
      'round.number as round',
      'targetRequest.unitId',
      'unit.name as unitName',
      'targetRequest.targetCode',
      'targetRequest.assigned',
      'targetRequest.requested',
      'targetRequest.reason',
      'targetRequest.particularity',
      'targetRequest.feasibility',
      'targetRequest.commitment',
      'requestDecision.outcome',
      'requestDecision.granted',
      'requestDecision.explanation',
      'decider.fullName as decidedBy',
      'requestDecision.decidedAt',
      'requestDecision.revision',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

function requestOfRow(row: Row): RequestRow {
  const { outcome, granted, explanation, decidedBy, decidedAt, revision, reason, ...request } = row
  return {
    ...request,
    // Both are held to these words by a check of the table.
    reason: reason as RequestRow['reason'],
    decision:
      outcome === null
        ? null
        : {
            outcome: outcome as NonNullable<RequestRow['decision']>['outcome'],
            granted: granted ?? 0,
            explanation,
            decidedBy: decidedBy ?? '',
            decidedAt: decidedAt ?? '',
            revision: revision ?? 0,
          },
  }
}

/** The targets of a plan that are shared out among units, now and as they were consulted on. */
export function sharedTargets(
  now: PlanContent,
  consulted: PlanContent | null,
  ids: ReadonlyMap<string, string> = new Map(),
): SharedTarget[] {
  return now.targets
    .filter((target) => target.isAllocated)
    .map((target) => {
      const before = new Map(
        consulted?.targets
          .find((each) => each.code === target.code)
          ?.allocations.map((share) => [share.unitId, share.value]),
      )
      return {
        targetId: ids.get(target.code) ?? null,
        code: target.code,
        text: target.text,
        measuredIn: target.measuredIn,
        headline: target.value ?? target.minValue ?? 0,
        allocated: target.allocations.reduce((sum, share) => sum + share.value, 0),
        shares: target.allocations.map(({ unitId, unitName, value, lastYearDone }) => ({
          unitId,
          unitName,
          value,
          consulted: before.get(unitId) ?? null,
          lastYearDone,
        })),
      }
    })
}

/** The rows of the targets, by code. */
export async function targetIds(tx: Tx, planId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('target')
    .select(['id', 'code'])
    .where('planId', '=', planId)
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}
