import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { BEING_REVISED } from '../../domain/cycle/plan-state.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { movePlan } from '../cycle/move-plan.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { freezeVersion } from '../draft/version.ts'
import { performs, type Stage } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { standingCommittee } from './committee.ts'
import { openOpinions } from './opinion-cells.ts'
import { momentOf, planForChange, planOf, type PlanRow } from './plan.ts'
import { openRequestsOn } from './requests.ts'
import { obstaclesBeforeSubmitting, refuse } from './standing.ts'
import { isOfDepartment, revisionTasks } from './tasks.ts'

export const submitPlan = performs(
  routes.submitPlan,
  async (stage, { params }) => {
    const { tx, caller } = stage
    const plan = await planForChange(tx, params.planId)
    const as = mustAllow(deeds.planSubmitted, caller, { state: plan.state })
    if (plan.departmentId && !isOfDepartment(caller, plan.departmentId))
      throw new Refusal('revision.not-your-department', 'not-allowed')
    await mustBeFinished(stage, plan)
    const { version, contentSha256, content } = await freezeVersion(tx, plan.id, caller.officialId)
    const number = plan.approvalNumber + 1
    const approvalId = await openApproval(stage, plan, { version, contentSha256, number })
    await movePlan(tx, plan, { to: 'CHECKING', approvalNumber: number })
    await handToCheckers(stage, plan, approvalId)
    await enterApprovalPhase(tx, plan)
    await startApproval(stage, plan, { approvalId, number })
    return {
      reply: { planId: plan.id, version, contentSha256, approvalId },
      as,
      object: {
        type: 'plan',
        id: plan.id,
        revision: plan.revision + 1,
        cycleId: plan.cycleId,
        unitId: plan.unitId,
      },
      facts: { title: plan.title, version },
      content,
      process: { state: 'CHECKING', id: plan.id },
    }
  },
  async (tx, { params }) => (await planOf(tx, params.planId)).cycleProcessId,
)

async function mustBeFinished(stage: Stage, plan: PlanRow): Promise<void> {
  const { tx } = stage
  const content = await workingContent(tx, plan.id)
  const obstacles = obstaclesBeforeSubmitting({
    openComments: await openOpinions(tx, plan.id),
    openRequests: await openRequestsOn(tx, plan.id),
    tasks: await revisionTasks(stage, plan.id, content),
    content,
  })
  refuse('revision.not-finished', obstacles)
}

type Asked = { approvalId: string; number: number }

function startApproval({ tx, key }: Stage, plan: PlanRow, { approvalId, number }: Asked) {
  return requestProcess(tx, {
    federationId: plan.federationId,
    workflowType: 'approval',
    workflowId: processIds.approval(plan.id, number),
    message: 'start',
    name: 'approval',
    input: { approvalId, planId: plan.id },
    key: `${key}:approval`,
  })
}

type Frozen = { version: number; contentSha256: string; number: number }

/** The committee that will decide, with the number of its voting members as it is today. */
async function openApproval({ tx, caller, at }: Stage, plan: PlanRow, frozen: Frozen) {
  const committee = await standingCommittee(tx, plan.federationId)
  const dueAt = await momentOf(tx, plan.cycleId, 'checksDue')
  const { id } = await tx
    .insertInto('approval')
    .values({
      ...frozen,
      federationId: plan.federationId,
      planId: plan.id,
      cycleId: plan.cycleId,
      bodyId: committee.id,
      state: 'CHECKING',
      processId: processIds.approval(plan.id, frozen.number),
      dueAt: dueAt ?? at,
      membersTotal: committee.members.length,
      submittedBy: caller.officialId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function handToCheckers({ tx, caller }: Stage, plan: PlanRow, approvalId: string) {
  const kinds = ['revision.consolidate', 'revision.revise', 'revision.submit']
  await finishTasks(tx, { kinds, objectId: plan.id, by: caller.officialId })
  const task = {
    federationId: plan.federationId,
    cycleId: plan.cycleId,
    objectType: 'approval',
    objectId: approvalId,
    unitId: plan.unitId,
    params: { planTitle: plan.title },
    link: `/cycles/${plan.planYear}/approval?plan=${plan.id}`,
    dueAt: await momentOf(tx, plan.cycleId, 'checksDue'),
  }
  await openTasks(tx, [
    { ...task, kind: 'approval.checkContent', role: 'contentChecker' },
    { ...task, kind: 'approval.checkForm', role: 'formChecker' },
  ])
}

/** The year goes on to the approval once none of its plans is being revised any more. */
async function enterApprovalPhase(tx: Tx, plan: PlanRow): Promise<void> {
  await tx
    .updateTable('cycle')
    .set((update) => ({ phase: 'approval', revision: update('revision', '+', 1) }))
    .where('id', '=', plan.cycleId)
    .where('phase', '=', 'revision')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan')
            .select('plan.id')
            .where('plan.cycleId', '=', plan.cycleId)
            .where('plan.state', 'in', ['CONSULTING', ...BEING_REVISED]),
        ),
      ),
    )
    .execute()
}
