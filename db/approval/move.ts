import { type ApprovalState, mayBecome } from '../../domain/approval/signature.ts'
import type { PlanState } from '../../domain/cycle/plan-state.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { movePlan } from '../cycle/move-plan.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { requestProcess } from '../process-requests.ts'
import { endTasks, type NewTask, openTasks } from '../tasks.ts'
import { type ApprovalRow, linkTo } from './approval-row.ts'

type Facts = {
  dueAt?: string
  extendedAt?: string
  decidedAt?: string | null
  returnedBy?: string
  returnedBecause?: string
}

/** The approval and its plan reach a new state together; nothing else writes either. */
export async function moveApproval(
  tx: Tx,
  approval: ApprovalRow,
  { to, planState, ...facts }: Facts & { to: ApprovalState; planState?: PlanState },
): Promise<void> {
  if (approval.state !== to && !mayBecome(approval.state, to))
    throw new Refusal('grammar.wrong-state', 'wrong-state', { params: { state: approval.state } })
  await tx
    .updateTable('approval')
    .set((update) => ({ ...facts, state: to, revision: update('revision', '+', 1) }))
    .where('id', '=', approval.id)
    .execute()
  if (planState === undefined) return
  const plan = { id: approval.planId, state: approval.planState }
  await movePlan(tx, plan, { to: planState, reason: facts.returnedBecause })
}

const waiting = [
  'approval.checkContent',
  'approval.checkForm',
  'approval.vote',
  'approval.decide',
  'approval.sign',
]

/** Back to the revision: what waited for checkers, members and the chair waits no more. */
export async function returnPlan(
  tx: Tx,
  approval: ApprovalRow,
  by: { officialId: string; reason: string; at: string; key: string },
): Promise<void> {
  await moveApproval(tx, approval, {
    to: 'RETURNED',
    planState: 'REVISING',
    returnedBy: by.officialId,
    returnedBecause: by.reason,
    decidedAt: by.at,
  })
  await endTasks(tx, { kinds: waiting, objectIds: [approval.id], because: 'returned' })
  await tx
    .updateTable('cycle')
    .set((update) => ({ phase: 'revision', revision: update('revision', '+', 1) }))
    .where('id', '=', approval.cycleId)
    .where('phase', '=', 'approval')
    .execute()
  await handBack(tx, approval, by)
  await requestProcess(tx, {
    federationId: approval.federationId,
    workflowType: 'trainingCycle',
    workflowId: approval.cycleProcessId,
    message: 'signal',
    name: 'planMoved',
    input: { planId: approval.planId, state: 'REVISING' },
    key: `${by.key}:planMoved`,
  })
}

async function handBack(tx: Tx, approval: ApprovalRow, { reason }: { reason: string }) {
  const params = { planTitle: approval.title, planYear: approval.planYear, reason }
  const link = `/cycles/${approval.planYear}/revision?plan=${approval.planId}`
  const task: Omit<NewTask, 'role'> = {
    federationId: approval.federationId,
    cycleId: approval.cycleId,
    kind: 'revision.revise',
    objectType: 'plan',
    objectId: approval.planId,
    unitId: approval.unitId,
    departmentId: approval.departmentId,
    params,
    link,
  }
  await openTasks(tx, [
    { ...task, role: 'departmentDrafter' },
    { ...task, role: 'departmentHead' },
  ])
  await tellHolders(
    tx,
    approval.federationId,
    { roles: ['departmentDrafter', 'departmentHead'], unitIds: [approval.unitId] },
    {
      eventKey: `approval/${approval.id}/returned`,
      textKey: 'approval.letters.returned',
      params,
      link,
    },
  )
}

/** Something of the approval that waits for a role, or for one person. */
export function taskOf(
  approval: ApprovalRow,
  { kind, role, dueAt = null }: Pick<NewTask, 'kind' | 'role' | 'dueAt'>,
): NewTask {
  return {
    federationId: approval.federationId,
    cycleId: approval.cycleId,
    kind,
    role,
    dueAt,
    objectType: 'approval',
    objectId: approval.id,
    unitId: approval.unitId,
    params: { planTitle: approval.title, planYear: approval.planYear },
    link: linkTo(approval),
  }
}
