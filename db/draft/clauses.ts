import { clausePosition, nextClauseCode, withCodes } from '../../domain/draft/codes.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { mustBeFree, onPlan, planToWrite, saved, standingColumns } from './writing.ts'

export const clausePerformers = [
  performs(routes.addClauses, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(routes.addClauses.deed, caller, plan)
    const { planId, federationId } = plan
    const taken = await tx
      .selectFrom('clause')
      .select('code')
      .where('planId', '=', planId)
      .execute()
    const codes = taken.map(({ code }) => code)
    const rows = withCodes(body.rows, codes, ({ section }, used) => nextClauseCode(section, used))
    mustBeFree(rows, codes)
    const added = await tx
      .insertInto('clause')
      .values(
        rows.map((row) => ({ ...row, planId, federationId, position: clausePosition(row.code) })),
      )
      .returning('id')
      .execute()
    const facts = { count: added.length, first: rows[0]?.code ?? '' }
    return { reply: { ids: added.map(({ id }) => id) }, as, ...onPlan(plan), facts }
  }),

  performs(routes.editClause, async ({ tx, caller, at }, { params, body, revision }) => {
    const row = await clauseToWrite(tx, params.clauseId)
    const as = mustAllow(routes.editClause.deed, caller, row)
    const { heading, text, finished } = row
    mustBeCurrent(row, revision, { heading, text, finished })
    await tx
      .updateTable('clause')
      .set({ ...body, revision: revision + 1 })
      .where('id', '=', row.id)
      .execute()
    return saved(row, as, { revision: revision + 1, at })
  }),

  performs(routes.removeClause, async ({ tx, caller }, { params, revision }) => {
    const row = await clauseToWrite(tx, params.clauseId)
    const as = mustAllow(routes.removeClause.deed, caller, row)
    mustBeCurrent(row, revision, null)
    await mustCarryNoTarget(tx, row)
    await tx.deleteFrom('clause').where('id', '=', row.id).execute()
    const facts = { code: row.code, heading: row.heading }
    return { reply: { id: row.id }, as, ...onPlan(row), facts }
  }),
]

async function clauseToWrite(tx: Tx, id: string) {
  return found(
    await tx
      .selectFrom('clause')
      .innerJoin('plan', 'plan.id', 'clause.planId')
      .selectAll('clause')
      .select(standingColumns)
      .where('clause.id', '=', id)
      .forUpdate('clause')
      .forShare('plan')
      .executeTakeFirst(),
  )
}

async function mustCarryNoTarget(tx: Tx, clause: { planId: string; code: string }) {
  const target = await tx
    .selectFrom('target')
    .select('code')
    .where('planId', '=', clause.planId)
    .where('clauseCode', '=', clause.code)
    .executeTakeFirst()
  if (target)
    throw new Refusal('draft.clause-carries-target', 'wrong-state', {
      params: { clause: clause.code, target: target.code },
    })
}
