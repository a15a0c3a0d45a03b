import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import {
  type NewShare,
  obstaclesInDecision,
  redistributed,
} from '../../domain/revision/redistribution.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { contentOfVersion } from './consolidation.ts'
import { handToHeadWhenFinished } from './finished.ts'
import { planForPart, roundOfPlan } from './plan.ts'
import { requestWithDecision, sharedTargets } from './requests.ts'
import { goalOf } from './share-facts.ts'
import { refuse } from './standing.ts'

export const decideRequest = performs(
  routes.decideRequest,
  async ({ tx, caller, at }, { params, body, revision }) => {
    const request = found(await requestForChange(tx, params.requestId))
    const plan = await planForPart(tx, request.planId)
    const as = mustAllow(deeds.requestDecided, caller, { state: plan.state })
    // @NOTE decisions on one target come one after the other: each moves the shares of all units
    const target = found(await targetForChange(tx, plan.id, request.targetCode))
    const before = (await requestWithDecision(tx, request.id))?.decision ?? null
    mustBeCurrent({ revision: before?.revision ?? 0 }, revision, before)
    const { outcome, granted, explanation, carriedBy } = body
    refuse('revision.decision-not-in-order', obstaclesInDecision({ ...request, ...body }))
    await writeDecision(tx, request, {
      outcome,
      granted,
      explanation,
      decidedBy: caller.officialId,
      decidedAt: at,
      revision: revision + 1,
    })
    const moved = target.isAllocated ? await shareOutAnew(tx, target, carriedBy) : []
    await handToHeadWhenFinished(tx, plan)
    const decided = found(await requestWithDecision(tx, request.id))
    return {
      reply: { request: decided, target: await sharedTarget(tx, plan.id, target.code) },
      as,
      object: {
        type: 'targetRequest',
        id: request.id,
        revision: revision + 1,
        cycleId: plan.cycleId,
        unitId: request.unitId,
      },
      facts: { number: decided.number, target: target.code, outcome, granted },
      content: { outcome, granted, explanation, shares: moved },
    }
  },
)

function requestForChange(tx: Tx, requestId: string) {
  return tx
    .selectFrom('targetRequest')
    .select([
      'id',
      'federationId',
      'roundId',
      'planId',
      'unitId',
      'targetCode',
      'assigned',
      'requested',
    ])
    .where('id', '=', requestId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
}

type RequestHead = NonNullable<Awaited<ReturnType<typeof requestForChange>>>

function targetForChange(tx: Tx, planId: string, code: string) {
  return tx
    .selectFrom('target')
    .select(['id', 'planId', 'code', 'kind', 'value', 'minValue', 'isAllocated'])
    .where('planId', '=', planId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
}

type TargetHead = NonNullable<Awaited<ReturnType<typeof targetForChange>>>

type Decision = {
  outcome: string
  granted: number
  explanation: string | null
  decidedBy: string
  decidedAt: string
  revision: number
}

async function writeDecision(tx: Tx, request: RequestHead, decision: Decision): Promise<void> {
  const { id: targetRequestId, federationId, roundId } = request
  await tx
    .insertInto('requestDecision')
    .values({ ...decision, targetRequestId, federationId, roundId })
    .onConflict((conflict) => conflict.column('targetRequestId').doUpdateSet(decision))
    .execute()
}

/** Every granted share is kept to the number; the others carry the rest, so the headline holds. */
async function shareOutAnew(tx: Tx, target: TargetHead, carriers: string[]): Promise<NewShare[]> {
  const shares = await tx
    .selectFrom('allocation')
    .select(['unitId', 'value'])
    .where('targetId', '=', target.id)
    .orderBy('unitId')
    .forUpdate()
    .execute()
  const named = carriers.length > 0 ? carriers : await unaskingIn(tx, target, shares)
  const anew = redistributed(goalOf(target, shares), shares, await grantsOf(tx, target), named)
  if ('problem' in anew)
    throw new Refusal(anew.problem.code, 'invalid', { params: anew.problem.params ?? {} })
  const moved = anew.shares.filter((share) => share.after !== share.before)
  for (const { unitId, after } of moved)
    await tx
      .updateTable('allocation')
      .set((update) => ({ value: after, revision: update('revision', '+', 1) }))
      .where('targetId', '=', target.id)
      .where('unitId', '=', unitId)
      .execute()
  return moved
}

/**
 * Those who have asked for nothing carry what the others are granted: who waits for an answer keeps
 * its share meanwhile. Where everybody has asked there is nobody such, and whoever waits carries it.
 */
async function unaskingIn(
  tx: Tx,
  { planId, code }: TargetHead,
  shares: readonly { unitId: string }[],
): Promise<string[]> {
  const asked = await tx
    .selectFrom('targetRequest')
    .select('unitId')
    .where('planId', '=', planId)
    .where('targetCode', '=', code)
    .where('withdrawnAt', 'is', null)
    .execute()
  const asking = new Set(asked.map(({ unitId }) => unitId))
  return shares.map(({ unitId }) => unitId).filter((unitId) => !asking.has(unitId))
}

/** Who was granted something in both rounds keeps the later one. */
function grantsOf(tx: Tx, target: TargetHead) {
  return tx
    .selectFrom('requestDecision')
    .innerJoin('targetRequest', 'targetRequest.id', 'requestDecision.targetRequestId')
    .innerJoin('round', 'round.id', 'targetRequest.roundId')
    .select(['targetRequest.unitId', 'requestDecision.granted'])
    .where('targetRequest.planId', '=', target.planId)
    .where('targetRequest.targetCode', '=', target.code)
    .where('targetRequest.withdrawnAt', 'is', null)
    .orderBy('round.number')
    .execute()
}

async function sharedTarget(tx: Tx, planId: string, code: string) {
  const round = await roundOfPlan(tx, planId)
  const consulted = round ? await contentOfVersion(tx, planId, round.version) : null
  const targets = sharedTargets(await workingContent(tx, planId), consulted)
  return (
    targets.find((target) => target.code === code) ?? {
      targetId: null,
      code,
      text: '',
      measuredIn: '',
      headline: 0,
      allocated: 0,
      shares: [],
    }
  )
}
