import { nextCode, withCodes } from '../../domain/draft/codes.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import type { TargetForm } from '../../domain/draft/forms.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { canonical } from '../canonical.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { mustBeFree, onPlan, planToWrite, saved, standingColumns } from './writing.ts'

export const targetPerformers = [
  performs(routes.addTargets, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(routes.addTargets.deed, caller, plan)
    const { planId, federationId } = plan
    await mustStandUnderClauses(tx, planId, body.rows)
    const taken = await tx
      .selectFrom('target')
      .select(['code', 'position'])
      .where('planId', '=', planId)
      .execute()
    const codes = taken.map(({ code }) => code)
    const rows = withCodes(body.rows, codes, (_, used) => nextCode('T', used))
    mustBeFree(rows, codes)
    const last = Math.max(0, ...taken.map(({ position }) => position))
    const added = await tx
      .insertInto('target')
      .values(
        rows.map((row, index) => ({
          ...row,
          population: JSON.stringify(row.population),
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

  performs(routes.editTarget, async ({ tx, caller, at }, { params, body, revision }) => {
    const row = await targetToWrite(tx, params.targetId)
    const as = mustAllow(routes.editTarget.deed, caller, row)
    mustBeCurrent(row, revision, asForm(row))
    await mustStandUnderClauses(tx, row.planId, [body])
    await tx
      .updateTable('target')
      .set({
        ...body,
        population: JSON.stringify(body.population),
        // a number counted over other people is not this target's denominator
        ...(samePeople(row.population, body.population)
          ? {}
          : { denominator: null, denominatorOn: null }),
        revision: revision + 1,
      })
      .where('id', '=', row.id)
      .execute()
    return saved(row, as, { revision: revision + 1, at })
  }),

  performs(routes.removeTarget, async ({ tx, caller }, { params, revision }) => {
    const row = await targetToWrite(tx, params.targetId)
    const as = mustAllow(routes.removeTarget.deed, caller, row)
    mustBeCurrent(row, revision, null)
    await tx.deleteFrom('allocation').where('targetId', '=', row.id).execute()
    await tx.deleteFrom('target').where('id', '=', row.id).execute()
    const facts = { code: row.code, text: row.text }
    return { reply: { id: row.id }, as, ...onPlan(row), facts }
  }),
]

export async function targetToWrite(tx: Tx, id: string) {
  return found(
    await tx
      .selectFrom('target')
      .innerJoin('plan', 'plan.id', 'target.planId')
      .selectAll('target')
      .select(standingColumns)
      .where('target.id', '=', id)
      .forUpdate('target')
      .forShare('plan')
      .executeTakeFirst(),
  )
}

type TargetRow = Awaited<ReturnType<typeof targetToWrite>>

function asForm(row: TargetRow): Record<keyof TargetForm, unknown> {
  const { clauseCode, text, kind, value, minValue, maxValue, formula } = row
  const { measuredIn, measure, period, population, isAllocated } = row
  return {
    clauseCode,
    text,
    kind,
    value,
    minValue,
    maxValue,
    formula,
    measuredIn,
    measure,
    period,
    population,
    isAllocated,
  }
}

async function mustStandUnderClauses(
  tx: Tx,
  planId: string,
  rows: readonly { clauseCode: string | null }[],
): Promise<void> {
  const wanted = rows.flatMap(({ clauseCode }) => clauseCode ?? [])
  if (wanted.length === 0) return
  const clauses = await tx
    .selectFrom('clause')
    .select('code')
    .where('planId', '=', planId)
    .where('code', 'in', wanted)
    .execute()
  const missing = wanted.find((code) => !clauses.some((clause) => clause.code === code))
  if (missing)
    throw new Refusal('grammar.invalid-input', 'invalid', {
      faults: [{ code: 'draft.no-such-clause', at: '/clauseCode', params: { clause: missing } }],
    })
}

function samePeople(before: unknown, after: unknown): boolean {
  return canonical(before) === canonical(after)
}
