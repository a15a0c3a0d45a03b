import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { parseTerm, writeTerm } from '../../domain/federation/term.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { saved, standingColumns } from './writing.ts'

const fields = [
  'title',
  'term',
  'headlineClasses',
  'headlineTrainees',
  'recipients',
  'signingCapacity',
] as const

export const headPerformers = [
  performs(routes.editHead, async ({ tx, caller, at }, { params, body, revision }) => {
    const plan = found(
      await tx
        .selectFrom('plan')
        .select([...standingColumns, 'plan.revision'])
        .where('plan.id', '=', params.planId)
        .forUpdate()
        .executeTakeFirst(),
    )
    const as = mustAllow(routes.editHead.deed, caller, plan)
    const theirs = await tx
      .selectFrom('plan')
      .select(fields)
      .where('id', '=', plan.planId)
      .executeTakeFirst()
    mustBeCurrent(plan, revision, theirs)
    await tx
      .updateTable('plan')
      .set({ ...body, term: plausibleTerm(body.term), revision: revision + 1 })
      .where('id', '=', plan.planId)
      .execute()
    return saved(plan, as, { revision: revision + 1, at })
  }),
]

/** "2018-2923" is refused with its reason; a plausible term is written in one way. */
function plausibleTerm(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null
  const read = parseTerm(typed)
  if ('term' in read) return writeTerm(read.term)
  const { code, params = {} } = read.problem
  throw new Refusal('grammar.invalid-input', 'invalid', {
    faults: [{ code, at: '/term', params }],
  })
}
