import { sql } from 'kysely'
import { balanceOf } from '../../domain/draft/allocation.ts'
import { draftDeeds } from '../../domain/draft/deeds.ts'
import { type TargetAllocations, targetAllocations } from '../../domain/draft/views.contract.ts'
import { allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { standingColumns } from './writing.ts'

/** How a target is shared out, and which units have no share yet. */
export async function readAllocations(
  tx: Tx,
  caller: Caller,
  targetId: string,
): Promise<TargetAllocations> {
  const target = found(
    await tx
      .selectFrom('target')
      .innerJoin('plan', 'plan.id', 'target.planId')
      .selectAll('target')
      .select(standingColumns)
      .where('target.id', '=', targetId)
      .executeTakeFirst(),
  )
  const rows = await sharesOf(tx, targetId)
  // the kind is guarded by the table's own check
  const asTarget = target as typeof target & Parameters<typeof balanceOf>[0]
  const { headline, allocated } = balanceOf(asTarget, rows)
  return targetAllocations.parse({
    ...target,
    targetId,
    headline,
    sum: allocated,
    rows,
    others: await unitsWithoutShare(tx, targetId),
    allowedActions: allowedActions(
      [draftDeeds.allocationEdited, draftDeeds.targetAllocated],
      caller,
      target,
    ),
  })
}

function sharesOf(tx: Tx, targetId: string) {
  return tx
    .selectFrom('allocation')
    .innerJoin('unit', 'unit.id', 'allocation.unitId')
    .select([
      'allocation.unitId',
      'unit.code as unitCode',
      'unit.name as unitName',
      'allocation.value',
      'allocation.lastYearValue',
      'allocation.lastYearDone',
      'allocation.revision',
    ])
    .where('allocation.targetId', '=', targetId)
    .orderBy('unit.code')
    .execute()
}

/** Targets are given to the unions directly above the grassroots, while they stand. */
function unitsWithoutShare(tx: Tx, targetId: string) {
  return tx
    .selectFrom('unit')
    .select(['unit.id as unitId', 'unit.code as unitCode', 'unit.name as unitName'])
    .where('unit.level', '=', 'IMMEDIATE_UPPER')
    .where((eb) =>
      eb.or([eb('unit.validTo', 'is', null), eb('unit.validTo', '>=', sql<string>`current_date`)]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('allocation')
            .select('allocation.unitId')
            .whereRef('allocation.unitId', '=', 'unit.id')
            .where('allocation.targetId', '=', targetId),
        ),
      ),
    )
    .orderBy('unit.code')
    .execute()
}
