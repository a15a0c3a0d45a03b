import type { MatterView } from '../../domain/draft/carry.contract.ts'
import { clausePosition, nextClauseCode, nextCode } from '../../domain/draft/codes.ts'
import { SECTIONS } from '../../domain/draft/plan.ts'
import type { Tx } from '../database.ts'
import type { Before } from './matters.ts'
import type { PlanStanding } from './writing.ts'

type Taking = { plan: PlanStanding; before: Before; matter: MatterView }

/** Makes an unfinished matter a part of the draft, and says which one. */
export async function takeMatter(tx: Tx, taking: Taking): Promise<string> {
  const { kind } = taking.matter
  return kind === 'CLASS' || kind === 'NEED' ? asLine(tx, taking) : asClause(tx, taking)
}

/**
 * A class that was not run, or people it left waiting, become a line of the annex with their origin.
 * Where the line was copied with the plan of that year, it is given its origin and not written twice.
 */
async function asLine(tx: Tx, taking: Taking): Promise<string> {
  const { plan, matter } = taking
  const { planId, federationId } = plan
  const lines = await tx
    .selectFrom('classLine')
    .select(['id', 'code', 'position', 'topic', 'carriedFrom'])
    .where('planId', '=', planId)
    .execute()
  const copied = lines.find(
    ({ topic, carriedFrom }) =>
      matter.kind === 'CLASS' && topic === matter.title && carriedFrom === null,
  )
  const carriedFrom = matter.origin
  if (copied) {
    await tx.updateTable('classLine').set({ carriedFrom }).where('id', '=', copied.id).execute()
    return copied.code
  }
  const code = nextCode(
    'L',
    lines.map((line) => line.code),
    2,
  )
  await tx
    .insertInto('classLine')
    .values({
      ...(await lineOf(tx, taking)),
      planId,
      federationId,
      code,
      position: Math.max(0, ...lines.map(({ position }) => position)) + 1,
      lastYearSeats: matter.planned,
      lastYearDone: matter.done,
      carriedFrom,
    })
    .execute()
  return code
}

/** As that year had planned it; of a year from before this system only the name is known. */
async function lineOf(tx: Tx, { before, matter }: Taking) {
  const seats = Math.max(1, (matter.planned ?? 1) - (matter.done ?? 0))
  const planned = await tx
    .selectFrom('classLine')
    .innerJoin('plan', 'plan.id', 'classLine.planId')
    .select([
      'classLine.audience',
      'classLine.deliveryForm',
      'classLine.days',
      'classLine.month',
      'classLine.venue',
      'classLine.leadUnit',
      'classLine.coordinatingUnit',
      'classLine.budgetDong',
    ])
    .where('plan.cycleId', '=', before.id)
    .where('classLine.code', '=', await lineCodeOf(tx, matter))
    .executeTakeFirst()
  const unknown = { audience: matter.title, days: '1', month: 4, leadUnit: '', budgetDong: 0n }
  return { deliveryForm: 'DIRECT', ...(planned ?? unknown), topic: matter.title, seats }
}

/** 'L07' of 'L07-2026'; of people who were left waiting, the line of the class they waited for. */
async function lineCodeOf(tx: Tx, { kind, origin }: MatterView): Promise<string> {
  if (kind !== 'NEED') return origin.slice(0, origin.lastIndexOf('-'))
  const row = await tx
    .selectFrom('trainingClass')
    .select('lineCode')
    .where('code', '=', origin)
    .executeTakeFirst()
  return row?.lineCode ?? ''
}

/** Anything else becomes a clause of the measures, whose words name their origin. */
async function asClause(tx: Tx, { plan, matter }: Taking): Promise<string> {
  const { planId, federationId } = plan
  const taken = await tx.selectFrom('clause').select('code').where('planId', '=', planId).execute()
  const section = SECTIONS.VI
  const code = nextClauseCode(
    section,
    taken.map((clause) => clause.code),
  )
  await tx
    .insertInto('clause')
    .values({
      planId,
      federationId,
      code,
      section,
      position: clausePosition(code),
      // the paper's own words, in Vietnamese whoever takes it over
      heading: `Việc chuyển từ năm trước (${matter.origin})`,
      text: matter.title,
    })
    .execute()
  return code
}
