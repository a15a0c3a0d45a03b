import { judged } from '../../domain/draft/judged.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { type Deed, type Grant, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { movePlan } from '../cycle/move-plan.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { type Performed, performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { type DraftTaskKind, draftDueAt, draftTask } from './tasks.ts'
import { freezeMissing } from './denominator.ts'
import { workingContent } from './working-content.ts'

type Way = {
  deed: Deed
  to: 'DRAFTING' | 'WITH_HEAD' | 'WITH_LEADER'
  /** For whom the plan waits next, and what of. */
  task: DraftTaskKind
  role: 'departmentDrafter' | 'departmentHead' | 'committeeLeader'
  letter: string
}

const ways = {
  sendOn: {
    deed: routes.sendOn.deed,
    to: 'WITH_HEAD',
    task: 'draft.check',
    role: 'departmentHead',
    letter: 'draft.letters.sentOn',
  },
  forward: {
    deed: routes.forward.deed,
    to: 'WITH_LEADER',
    task: 'draft.publish',
    role: 'committeeLeader',
    letter: 'draft.letters.forwarded',
  },
  returnToDrafter: {
    deed: routes.returnToDrafter.deed,
    to: 'DRAFTING',
    task: 'draft.write',
    role: 'departmentDrafter',
    letter: 'draft.letters.returned',
  },
  sendBack: {
    deed: routes.sendBack.deed,
    to: 'DRAFTING',
    task: 'draft.write',
    role: 'departmentDrafter',
    letter: 'draft.letters.returned',
  },
} as const satisfies Record<string, Way>

export const movePerformers = [
  performs(routes.sendOn, async (stage, { params }) => {
    const sent = await walk(stage, params.planId, ways.sendOn)
    await freezeMissing(stage.tx, params.planId, dayOfInstant(stage.at))
    return sent
  }),
  performs(routes.forward, (stage, { params }) => walk(stage, params.planId, ways.forward)),
  performs(routes.returnToDrafter, (stage, { params, body }) =>
    walk(stage, params.planId, ways.returnToDrafter, body.reason),
  ),
  performs(routes.sendBack, (stage, { params, body }) =>
    walk(stage, params.planId, ways.sendBack, body.reason),
  ),
]

type Moved = { id: string; state: string; revision: number }

async function walk(
  stage: Stage,
  planId: string,
  way: Way,
  reason: string | null = null,
): Promise<Performed<Moved>> {
  const { tx, caller, key } = stage
  const plan = found(
    await tx.selectFrom('plan').selectAll().where('id', '=', planId).forUpdate().executeTakeFirst(),
  )
  const as = mustAllow(way.deed, caller, plan)
  if (way.to !== 'DRAFTING') await mustBeComplete(tx, planId)
  const { revision } = await movePlan(tx, plan, { to: way.to, reason: reason ?? undefined })
  await finishTasks(tx, { kinds: everyKind, objectId: planId, by: caller.officialId })
  const dueAt = await draftDueAt(tx, plan.cycleId)
  await openTasks(tx, [draftTask(way.task, way.role, { ...plan, planId }, dueAt)])
  await tellHolders(
    tx,
    plan.federationId,
    { roles: [way.role], unitIds: [plan.unitId] },
    {
      eventKey: `${way.deed.name}/${key}`,
      textKey: way.letter,
      params: { title: plan.title, by: caller.fullName, reason: reason ?? '' },
      link: `/cycles/${plan.planYear}/draft?plan=${planId}`,
    },
  )
  return moved({ ...plan, revision }, way, as, reason)
}

const everyKind = ['draft.write', 'draft.check', 'draft.publish'] as const

function moved(
  plan: { id: string; revision: number; cycleId: string; unitId: string; title: string },
  way: Way,
  as: Grant,
  reason: string | null,
): Performed<Moved> {
  const { id, revision, cycleId, unitId, title } = plan
  return {
    reply: { id, state: way.to, revision },
    as,
    object: { type: 'plan', id, revision, cycleId, unitId },
    facts: { title, ...(reason !== null && { reason }) },
  }
}

/** Every reason at once, each with its place, so that nobody comes back for the next one. */
async function mustBeComplete(tx: Tx, planId: string): Promise<void> {
  const { obstacles } = judged(await workingContent(tx, planId))
  if (obstacles.length === 0) return
  throw new Refusal('draft.not-complete', 'invalid', {
    params: { count: obstacles.length },
    faults: obstacles.map(({ code, params, at = '' }) => ({ code, at, ...(params && { params }) })),
  })
}
