import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** Everything a plan consists of: six statements, whatever its size. */
export async function planRows(tx: Tx, planId: string) {
  const plan = found(await planRow(tx, planId))
  return {
    plan,
    legalBases: await legalBasesOf(tx, planId),
    clauses: await clausesOf(tx, planId),
    targets: await targetsOf(tx, planId),
    allocations: await allocationsOf(tx, planId),
    classLines: (await classLinesOf(tx, planId)).map(
      ({ budgetDong, lastYearBudgetDong, carriedFrom, ...line }) => ({
        ...line,
        // a text frozen before there was an origin keeps its hash
        ...(carriedFrom !== null && { carriedFrom }),
        budgetDong: Number(budgetDong),
        lastYearBudgetDong: lastYearBudgetDong === null ? null : Number(lastYearBudgetDong),
      }),
    ),
  }
}
export type PlanRows = Awaited<ReturnType<typeof planRows>>

function planRow(tx: Tx, planId: string) {
  return tx
    .selectFrom('plan')
    .innerJoin('federation', 'federation.id', 'plan.federationId')
    .leftJoin('plan as source', 'source.id', 'plan.copiedFrom')
    .leftJoin('body', (join) =>
      join
        .onRef('body.federationId', '=', 'plan.federationId')
        .on('body.kind', '=', 'STANDING_COMMITTEE'),
    )
    .leftJoin('cycleMoment', (join) =>
      join
        .onRef('cycleMoment.cycleId', '=', 'plan.cycleId')
        .on('cycleMoment.moment', '=', 'draftDue'),
    )
    .selectAll('plan')
    .select([
      'federation.name as federationName',
      'federation.superiorName',
      'federation.place',
      'federation.symbol',
      'source.planYear as copiedFromYear',
      'cycleMoment.at as dueAt',
      sql<string>`coalesce(body.name, '')`.as('bodyName'),
    ])
    .where('plan.id', '=', planId)
    .executeTakeFirst()
}

function legalBasesOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('legalBasis')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function clausesOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('clause')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('code')
    .execute()
}

function targetsOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('target')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('code')
    .execute()
}

function allocationsOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('allocation')
    .innerJoin('target', 'target.id', 'allocation.targetId')
    .innerJoin('unit', 'unit.id', 'allocation.unitId')
    .select([
      'allocation.targetId',
      'allocation.unitId',
      'unit.code as unitCode',
      'unit.name as unitName',
      'allocation.value',
      'allocation.lastYearValue',
      'allocation.lastYearDone',
    ])
    .where('target.planId', '=', planId)
    .orderBy('unit.code')
    .execute()
}

function classLinesOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('classLine')
    .selectAll()
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('code')
    .execute()
}
