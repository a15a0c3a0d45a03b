import { sql } from 'kysely'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { sharedOut, type SharedUnit, weighedBy } from '../../domain/revision/share-out.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { layDownAct, sharesNow } from './acts.ts'
import { handToHeadWhenFinished } from './finished.ts'
import { planForPart } from './plan.ts'
import { shareFactsOf } from './share-facts.ts'

/** A target divided anew over chosen units; what was seen is what is written, or nothing is. */
export const redistribute = performs(routes.redistribute, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const { targetId } = params
  const plan = await planForPart(tx, await planIdOf(tx, targetId))
  const as = mustAllow(deeds.targetRedistributed, caller, { state: plan.state })
  // @NOTE as for decisions on requests: each moves the shares of all units
  await sql`select from target where id = ${targetId} for update`.execute(tx)
  const facts = await shareFactsOf(tx, targetId)
  const { basis, unitIds, shares } = body
  const anew = sharedOut(facts.headline, weighedBy(basis, facts.units), new Set(unitIds))
  if ('problem' in anew)
    throw new Refusal(anew.problem.code, 'invalid', { params: { ...anew.problem.params } })
  mustBeAsSeen(anew.shares, shares)
  const before = await sharesNow(tx, targetId)
  await write(tx, targetId, anew.shares)
  const after = await sharesNow(tx, targetId)
  const actId = await layDownAct(stage, plan, { kind: 'REDISTRIBUTED', targetId, before, after })
  await handToHeadWhenFinished(tx, plan)
  const moved = anew.shares.filter((share) => share.after !== share.before)
  return {
    reply: { actId, moved: moved.length },
    as,
    object: { type: 'plan', id: plan.id, cycleId: plan.cycleId, unitId: plan.unitId },
    facts: { target: facts.code, basis, count: moved.length },
    content: { targetId, basis, unitIds, shares: anew.shares },
  }
})

async function planIdOf(tx: Tx, targetId: string): Promise<string> {
  const row = await tx
    .selectFrom('target')
    .select('planId')
    .where('id', '=', targetId)
    .executeTakeFirst()
  return found(row).planId
}

function mustBeAsSeen(
  now: readonly SharedUnit[],
  seen: readonly { unitId: string; value: number }[],
): void {
  const wanted = new Map(seen.map(({ unitId, value }) => [unitId, value]))
  const isSame =
    wanted.size === now.length && now.every(({ unitId, after }) => wanted.get(unitId) === after)
  if (!isSame) throw new Refusal('revision.shares-moved-since', 'wrong-state')
}

async function write(tx: Tx, targetId: string, shares: readonly SharedUnit[]): Promise<void> {
  const moved = shares
    .filter(({ before, after }) => before !== after)
    .map(({ unitId, after }) => ({ unitId, after }))
  await sql`
    update allocation a set value = m.after, revision = a.revision + 1
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m ("unitId" uuid, after numeric)
    where a.target_id = ${targetId} and a.unit_id = m."unitId"`.execute(tx)
}
