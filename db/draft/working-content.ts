import { type PlanContent, planContent } from '../../domain/draft/plan-content.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** The plan as it would be printed now: the same number of statements whatever its size. */
export async function workingContent(tx: Tx, planId: string): Promise<PlanContent> {
  const head = found(await headOf(tx, planId))
  const [legalBases, clauses, targets, allocations, lines] = [
    await legalBasesOf(tx, planId),
    await clausesOf(tx, planId),
    await targetsOf(tx, planId),
    await allocationsOf(tx, planId),
    await classLinesOf(tx, planId),
  ]
  const classLines = lines.map(({ budgetDong, lastYearBudgetDong, ...line }) => ({
    ...line,
    budgetDong: Number(budgetDong),
    lastYearBudgetDong: lastYearBudgetDong === null ? null : Number(lastYearBudgetDong),
  }))
  const { planType, planYear, title, term, recipients, signingCapacity } = head
  return planContent.parse({
    planType,
    planYear,
    title,
    term,
    head: {
      superiorName: head.superiorName,
      federationName: head.federationName,
      place: head.place,
      symbol: head.symbol,
    },
    legalBases,
    clauses,
    targets: targets.map(({ id, ...target }) => ({
      ...target,
      allocations: allocations
        .filter((row) => row.targetId === id)
        .map(({ targetId: _, ...row }) => row),
    })),
    classLines,
    totals: totalsOf(head, classLines),
    recipients,
    signing: { capacity: signingCapacity, bodyName: head.bodyName ?? '' },
  })
}

type Counted = {
  seats: number
  budgetDong: number
  lastYearSeats: number | null
  lastYearBudgetDong: number | null
}
type Headline = { headlineClasses: number | null; headlineTrainees: number | null }

function totalsOf({ headlineClasses, headlineTrainees }: Headline, lines: readonly Counted[]) {
  const sum = (of: (line: Counted) => number | null) =>
    lines.reduce((total, line) => total + (of(line) ?? 0), 0)
  return {
    classes: lines.length,
    trainees: sum((line) => line.seats),
    budgetDong: sum((line) => line.budgetDong),
    headlineClasses,
    headlineTrainees,
    lastYearClasses: lines.filter((line) => line.lastYearSeats !== null).length,
    lastYearTrainees: sum((line) => line.lastYearSeats),
    lastYearBudgetDong: sum((line) => line.lastYearBudgetDong),
  }
}

function headOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('plan')
    .innerJoin('federation', 'federation.id', 'plan.federationId')
    .leftJoin('body', (join) =>
      join
        .onRef('body.federationId', '=', 'plan.federationId')
        .on('body.kind', '=', 'STANDING_COMMITTEE'),
    )
    .select([
      'plan.planType',
      'plan.planYear',
      'plan.title',
      'plan.term',
      'plan.recipients',
      'plan.signingCapacity',
      'plan.headlineClasses',
      'plan.headlineTrainees',
      'federation.name as federationName',
      'federation.superiorName',
      'federation.place',
      'federation.symbol',
      'body.name as bodyName',
    ])
    .where('plan.id', '=', planId)
    .executeTakeFirst()
}

function legalBasesOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('legalBasis')
    .select(['docType', 'number', 'issuedOn', 'issuer', 'abstract'])
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function clausesOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('clause')
    .select(['code', 'section', 'heading', 'text', 'lastYearText'])
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('code')
    .execute()
}

function targetsOf(tx: Tx, planId: string) {
  return tx
    .selectFrom('target')
    .select([
      'id',
      'code',
      'clauseCode',
      'text',
      'kind',
      'value',
      'minValue',
      'maxValue',
      'formula',
      'measuredIn',
      'measure',
      'period',
      'population',
      'denominator',
      'denominatorOn',
      'isAllocated',
      'lastYearText',
      'lastYearValue',
      'lastYearDone',
    ])
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
    .select([
      'code',
      'topic',
      'audience',
      'deliveryForm',
      'days',
      'seats',
      'month',
      'venue',
      'leadUnit',
      'coordinatingUnit',
      'budgetDong',
      'lastYearSeats',
      'lastYearDone',
      'lastYearBudgetDong',
    ])
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('code')
    .execute()
}
