import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { onPlan, planToWrite, saved, standingColumns } from './writing.ts'

export const legalBasisPerformers = [
  performs(routes.addLegalBases, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(routes.addLegalBases.deed, caller, plan)
    const { planId, federationId } = plan
    const last = await lastPosition(tx, planId)
    const added = await tx
      .insertInto('legalBasis')
      .values(
        body.rows.map((row, index) => ({
          ...row,
          planId,
          federationId,
          position: last + 1 + index,
        })),
      )
      .returning('id')
      .execute()
    const facts = { count: added.length, first: body.rows[0]?.abstract ?? '' }
    return { reply: { ids: added.map(({ id }) => id) }, as, ...onPlan(plan), facts }
  }),

  performs(routes.editLegalBasis, async ({ tx, caller, at }, { params, body, revision }) => {
    const row = await legalBasisToWrite(tx, params.legalBasisId)
    const as = mustAllow(routes.editLegalBasis.deed, caller, row)
    const { docType, number, issuedOn, issuer, abstract } = row
    mustBeCurrent(row, revision, { docType, number, issuedOn, issuer, abstract })
    await tx
      .updateTable('legalBasis')
      .set({ ...body, revision: revision + 1 })
      .where('id', '=', row.id)
      .execute()
    return saved(row, as, { revision: revision + 1, at })
  }),

  performs(routes.removeLegalBasis, async ({ tx, caller }, { params, revision }) => {
    const row = await legalBasisToWrite(tx, params.legalBasisId)
    const as = mustAllow(routes.removeLegalBasis.deed, caller, row)
    mustBeCurrent(row, revision, null)
    await tx.deleteFrom('legalBasis').where('id', '=', row.id).execute()
    const facts = { abstract: row.abstract, number: row.number }
    return { reply: { id: row.id }, as, ...onPlan(row), facts }
  }),
]

async function legalBasisToWrite(tx: Tx, id: string) {
  return found(
    await tx
      .selectFrom('legalBasis')
      .innerJoin('plan', 'plan.id', 'legalBasis.planId')
      .selectAll('legalBasis')
      .select(standingColumns)
      .where('legalBasis.id', '=', id)
      .forUpdate('legalBasis')
      .forShare('plan')
      .executeTakeFirst(),
  )
}

async function lastPosition(tx: Tx, planId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('legalBasis')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}
