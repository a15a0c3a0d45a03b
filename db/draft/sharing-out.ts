import { sql } from 'kysely'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { targetToWrite } from './targets.ts'
import { saved, standingColumns } from './writing.ts'

export const allocationPerformers = [
  performs(routes.allocate, async ({ tx, caller, at }, { params, body, revision }) => {
    const target = await targetToWrite(tx, params.targetId)
    const as = mustAllow(routes.allocate.deed, caller, target)
    mustBeCurrent(target, revision, null)
    await mustReceiveTargets(tx, body.rows)
    const lastYear = await replaceShares(tx, target.id)
    await tx
      .insertInto('allocation')
      .values(
        body.rows.map(({ unitId, value, ...told }) => ({
          targetId: target.id,
          federationId: target.federationId,
          unitId,
          value,
          lastYearValue: told.lastYearValue ?? lastYear.get(unitId)?.lastYearValue ?? null,
          lastYearDone: told.lastYearDone ?? lastYear.get(unitId)?.lastYearDone ?? null,
        })),
      )
      .execute()
    await tx
      .updateTable('target')
      .set({ isAllocated: true, revision: revision + 1 })
      .where('id', '=', target.id)
      .execute()
    const sum = body.rows.reduce((total, row) => total + row.value, 0)
    const facts = { code: target.code, units: body.rows.length, sum }
    return saved(target, as, { revision: revision + 1, at }, facts)
  }),

  performs(routes.editAllocation, async ({ tx, caller, at }, { params, body, revision }) => {
    const row = found(
      await tx
        .selectFrom('allocation')
        .innerJoin('target', 'target.id', 'allocation.targetId')
        .innerJoin('plan', 'plan.id', 'target.planId')
        .select(['allocation.value', 'allocation.revision', ...standingColumns])
        .where('allocation.targetId', '=', params.targetId)
        .where('allocation.unitId', '=', params.unitId)
        .forUpdate('allocation')
        .forShare('plan')
        .executeTakeFirst(),
    )
    const as = mustAllow(routes.editAllocation.deed, caller, row)
    mustBeCurrent(row, revision, { value: row.value })
    await tx
      .updateTable('allocation')
      .set({ value: body.value, revision: revision + 1 })
      .where('targetId', '=', params.targetId)
      .where('unitId', '=', params.unitId)
      .execute()
    return saved(row, as, { revision: revision + 1, at })
  }),
]

/** Takes the shares away and remembers what each unit was given and did last year. */
async function replaceShares(tx: Tx, targetId: string) {
  const before = await tx
    .deleteFrom('allocation')
    .where('targetId', '=', targetId)
    .returning(['unitId', 'lastYearValue', 'lastYearDone'])
    .execute()
  return new Map(before.map((row) => [row.unitId, row]))
}

/** Only unions directly above the grassroots that stand today, and each of them once. */
async function mustReceiveTargets(tx: Tx, rows: readonly { unitId: string }[]): Promise<void> {
  const wanted = rows.map(({ unitId }) => unitId)
  const known = await tx
    .selectFrom('unit')
    .select('id')
    .where('id', 'in', wanted)
    .where('level', '=', 'IMMEDIATE_UPPER')
    .where((eb) =>
      eb.or([eb('validTo', 'is', null), eb('validTo', '>=', sql<string>`current_date`)]),
    )
    .execute()
  const standing = new Set(known.map(({ id }) => id))
  const faults = wanted.flatMap((unitId, index) => {
    const at = `/rows/${index}/unitId`
    if (!standing.has(unitId)) return [{ code: 'draft.unit-takes-no-target', at }]
    return wanted.indexOf(unitId) === index ? [] : [{ code: 'draft.unit-named-twice', at }]
  })
  if (faults.length > 0) throw new Refusal('grammar.invalid-input', 'invalid', { faults })
}
