import { nextCode, withCodes } from '../../domain/draft/codes.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import type { LineForm } from '../../domain/draft/forms.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { mustBeFree, onPlan, planToWrite, saved, standingColumns } from './writing.ts'

export const classLinePerformers = [
  performs(routes.addLines, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(routes.addLines.deed, caller, plan)
    const { planId, federationId } = plan
    const taken = await tx
      .selectFrom('classLine')
      .select(['code', 'position'])
      .where('planId', '=', planId)
      .execute()
    const codes = taken.map(({ code }) => code)
    const rows = withCodes(body.rows, codes, (_, used) => nextCode('L', used, 2))
    mustBeFree(rows, codes)
    const last = Math.max(0, ...taken.map(({ position }) => position))
    const added = await tx
      .insertInto('classLine')
      .values(
        rows.map(({ budgetDong, lastYearBudgetDong, ...row }, index) => ({
          ...row,
          budgetDong: BigInt(budgetDong),
          lastYearBudgetDong: lastYearBudgetDong === null ? null : BigInt(lastYearBudgetDong),
          planId,
          federationId,
          position: last + 1 + index,
        })),
      )
      .returning('id')
      .execute()
    const facts = { count: added.length, first: rows[0]?.code ?? '' }
    return { reply: { ids: added.map(({ id }) => id) }, as, ...onPlan(plan), facts }
  }),

  performs(routes.editLine, async ({ tx, caller, at }, { params, body, revision }) => {
    const row = await lineToWrite(tx, params.lineId)
    const as = mustAllow(routes.editLine.deed, caller, row)
    mustBeCurrent(row, revision, asForm(row))
    await tx
      .updateTable('classLine')
      .set({ ...body, budgetDong: BigInt(body.budgetDong), revision: revision + 1 })
      .where('id', '=', row.id)
      .execute()
    return saved(row, as, { revision: revision + 1, at })
  }),

  performs(routes.moveLine, async ({ tx, caller }, { params, body }) => {
    const row = await lineToWrite(tx, params.lineId)
    const as = mustAllow(routes.moveLine.deed, caller, row)
    const plan = await planToWrite(tx, row.planId)
    await changePlaces(tx, plan.planId, { id: row.id, isUp: body.to === 'up' })
    const facts = { code: row.code, topic: row.topic }
    return { reply: { id: row.id }, as, ...onPlan(plan), facts }
  }),

  performs(routes.removeLine, async ({ tx, caller }, { params, revision }) => {
    const row = await lineToWrite(tx, params.lineId)
    const as = mustAllow(routes.removeLine.deed, caller, row)
    mustBeCurrent(row, revision, null)
    await tx.deleteFrom('classLine').where('id', '=', row.id).execute()
    const facts = { code: row.code, topic: row.topic }
    return { reply: { id: row.id }, as, ...onPlan(row), facts }
  }),
]

/** With its neighbour; at either end of the annex nothing moves. */
async function changePlaces(
  tx: Tx,
  planId: string,
  { id, isUp }: { id: string; isUp: boolean },
): Promise<void> {
  const lines = await tx
    .selectFrom('classLine')
    .select(['id', 'position'])
    .where('planId', '=', planId)
    .orderBy('position')
    .orderBy('code')
    .execute()
  const at = lines.findIndex((line) => line.id === id)
  const [line, neighbour] = [lines[at], lines[isUp ? at - 1 : at + 1]]
  if (!line || !neighbour) return
  for (const [each, position] of [
    [line, neighbour.position],
    [neighbour, line.position],
  ] as const)
    await tx.updateTable('classLine').set({ position }).where('id', '=', each.id).execute()
}

async function lineToWrite(tx: Tx, id: string) {
  return found(
    await tx
      .selectFrom('classLine')
      .innerJoin('plan', 'plan.id', 'classLine.planId')
      .selectAll('classLine')
      .select(standingColumns)
      .where('classLine.id', '=', id)
      .forUpdate('classLine')
      .forShare('plan')
      .executeTakeFirst(),
  )
}

type LineRow = Awaited<ReturnType<typeof lineToWrite>>

/** What stands there now, in the form's own words, for the screen of an edit conflict. */
function asForm(row: LineRow): Record<keyof LineForm, unknown> {
  const { topic, audience, deliveryForm, days, seats, month } = row
  const { venue, leadUnit, coordinatingUnit, budgetDong } = row
  return {
    topic,
    audience,
    deliveryForm,
    days,
    seats,
    month,
    venue,
    leadUnit,
    coordinatingUnit,
    budgetDong: Number(budgetDong),
  }
}
