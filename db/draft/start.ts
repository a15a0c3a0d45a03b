import { sql } from 'kysely'
import type { PlanState } from '../../domain/cycle/plan-state.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { suggestedTitle } from '../../domain/draft/plan.ts'
import { isWithin, parseTerm } from '../../domain/federation/term.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { copyText } from './copy.ts'
import { draftDueAt, draftTask } from './tasks.ts'

export const startPerformers = [
  performs(routes.start, async ({ tx, caller }, { params, body }) => {
    const cycle = await cycleOfYear(tx, params.planYear)
    const as = mustAllow(routes.start.deed, caller, { state: cycle.phase })
    await mustNotBeStarted(tx, cycle.id, body.planType)
    const source = body.copyOf ? await sourceOf(tx, body.copyOf, body.planType) : null
    const plan = await tx
      .insertInto('plan')
      .values({
        federationId: caller.federationId,
        cycleId: cycle.id,
        unitId: cycle.unitId,
        planType: body.planType,
        planYear: cycle.planYear,
        state: 'DRAFTING' satisfies PlanState,
        departmentId: as.departmentId,
        draftedBy: caller.officialId,
        ...headFrom(source, body.planType, cycle.planYear),
      })
      .returning(['id', 'state', 'revision', 'title'])
      .executeTakeFirstOrThrow()
    if (source) await copyText(tx, { from: source.id, to: plan.id })
    await finishTasks(tx, { kinds: ['draft.start'], objectId: cycle.id, by: caller.officialId })
    const { federationId, unitId, planYear } = cycle
    const ofPlan = { planId: plan.id, cycleId: cycle.id, federationId, unitId, planYear }
    const task = { ...ofPlan, title: plan.title, departmentId: as.departmentId }
    const dueAt = await draftDueAt(tx, cycle.id)
    await openTasks(tx, [draftTask('draft.write', 'departmentDrafter', task, dueAt)])
    return {
      reply: { id: plan.id, state: plan.state },
      as,
      object: {
        type: 'plan',
        id: plan.id,
        revision: plan.revision,
        cycleId: cycle.id,
        unitId: cycle.unitId,
      },
      facts: { title: plan.title, copiedFromYear: source?.planYear ?? null },
    }
  }),
]

async function mustNotBeStarted(tx: Tx, cycleId: string, planType: string): Promise<void> {
  const earlier = await tx
    .selectFrom('plan')
    .select('title')
    .where('cycleId', '=', cycleId)
    .where('planType', '=', planType)
    .executeTakeFirst()
  if (earlier)
    throw new Refusal('draft.already-started', 'wrong-state', { params: { title: earlier.title } })
}

async function sourceOf(tx: Tx, planId: string, planType: string) {
  const source = found(
    await tx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst(),
  )
  if (source.planType !== planType)
    throw new Refusal('grammar.invalid-input', 'invalid', {
      faults: [{ code: 'draft.source-of-other-kind', at: '/copyOf' }],
    })
  return source
}

type Source = Awaited<ReturnType<typeof sourceOf>>

function headFrom(source: Source | null, planType: Source['planType'], planYear: number) {
  if (!source)
    return {
      title: suggestedTitle(
        planType === 'TRAINING' ? planType : 'MEMBERSHIP_DEVELOPMENT',
        planYear,
      ),
    }
  return {
    title: source.title.replaceAll(String(source.planYear), String(planYear)),
    copiedFrom: source.id,
    term: termStillRunning(source.term, planYear),
    headlineClasses: source.headlineClasses,
    headlineTrainees: source.headlineTrainees,
    recipients: sql<string[]>`${source.recipients}::text[]`,
    signingCapacity: source.signingCapacity,
  }
}

/** The term of last year's paper may have ended with a congress: then somebody writes the new one. */
function termStillRunning(written: string | null, planYear: number): string | null {
  const read = written === null ? null : parseTerm(written)
  return read && 'term' in read && isWithin(read.term, planYear) ? written : null
}
