import { randomUUID } from 'node:crypto'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { day, instantAt } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { type Criterion, TRAINING_CHECKLIST } from '../../domain/inspection/criteria.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import type { PlanForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { noticeDueOn } from '../../domain/inspection/notice.ts'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { openTasks } from '../tasks.ts'
import { factsOf, inspectionForChange, inspectionOf, objectOf } from './inspection-row.ts'
import { processOf, told } from './move.ts'
import { mustBeSeatable, seatTeam } from './team.ts'
import { taskOf } from './tell.ts'

/** Planned for a year, with its team and the standard checklist; its process begins to wait. */
export const planInspection = performs(routes.plan, async ({ tx, caller }, { body }) => {
  const as = mustAllow(deeds.planned, caller, {})
  const inspectionId = await enter(tx, body, caller.officialId)
  await setChecklist(tx, { id: inspectionId, federationId: caller.federationId }, standardFor(body))
  const inspection = await inspectionOf(tx, inspectionId)
  await openTasks(tx, [
    taskOf(inspection, {
      kind: 'inspection.announce',
      role: 'inspectionHead',
      dueAt: instantAt(noticeDueOn(day(inspection.visitFrom)), '17:00'),
    }),
  ])
  await requestProcess(tx, {
    federationId: inspection.federationId,
    workflowType: 'inspection',
    workflowId: inspection.processId,
    message: 'start',
    name: 'inspection',
    input: { inspectionId },
    key: `${inspection.processId}/start`,
  })
  return {
    reply: { inspectionId, state: 'PLANNED' as const },
    as,
    object: objectOf(inspection, 1),
    facts: factsOf(inspection),
    content: body,
  }
})

async function enter(tx: Tx, form: PlanForm, plannedBy: string): Promise<string> {
  const { planYear, unitId, team, ...plan } = form
  const cycle = await cycleOfYear(tx, planYear)
  const unit = found(
    await tx
      .selectFrom('unit')
      .select(['id', 'name', 'path', 'parentId'])
      .where('id', '=', unitId)
      .executeTakeFirst(),
  )
  if (unit.parentId === null)
    throw new Refusal('inspection.not-a-unit-below', 'invalid', {
      faults: [{ code: 'inspection.not-a-unit-below', at: '/unitId' }],
    })
  await mustBeSeatable(tx, team, { ...plan, unitId: unit.id })
  const id = randomUUID()
  const { federationId } = cycle
  await tx
    .insertInto('inspection')
    .values({
      ...plan,
      id,
      federationId,
      cycleId: cycle.id,
      unitId: unit.id,
      unitPath: unit.path,
      unitName: unit.name,
      state: 'PLANNED',
      processId: processIds.inspection(id),
      plannedBy,
    })
    .execute()
  await seatTeam(tx, { id, federationId }, team)
  return id
}

/** Other kinds begin with one line, which the team fills in; only training has a standard list. */
function standardFor({ kind, subject }: PlanForm): readonly Criterion[] {
  if (kind === 'TRAINING') return TRAINING_CHECKLIST
  return [{ section: 'Nội dung', criterion: subject, evidence: '', maxScore: 100, figure: null }]
}

async function setChecklist(
  tx: Tx,
  { id, federationId }: { id: string; federationId: string },
  criteria: readonly Criterion[],
): Promise<void> {
  await tx.deleteFrom('inspectionCriterion').where('inspectionId', '=', id).execute()
  await tx
    .insertInto('inspectionCriterion')
    .values(
      criteria.map((criterion, index) => ({
        ...criterion,
        inspectionId: id,
        federationId,
        number: index + 1,
      })),
    )
    .execute()
}

export const editInspection = performs(
  routes.edit,
  async ({ tx, caller }, { params, body, revision }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.edited, caller, { state: inspection.state })
    mustBeCurrent(inspection, revision, null)
    const { team, ...plan } = body
    await mustBeSeatable(tx, team, { ...plan, unitId: inspection.unitId })
    await tx
      .updateTable('inspection')
      .set((update) => ({ ...plan, told: [], revision: update('revision', '+', 1) }))
      .where('id', '=', inspection.id)
      .execute()
    await seatTeam(tx, inspection, team)
    await tx
      .updateTable('task')
      .set({ dueAt: instantAt(noticeDueOn(day(plan.visitFrom)), '17:00') })
      .where('kind', '=', 'inspection.announce')
      .where('objectId', '=', inspection.id)
      .where('doneAt', 'is', null)
      .execute()
    return told(inspection, 'PLANNED', { as, content: body })
  },
  processOf,
)

export const editChecklist = performs(
  routes.editChecklist,
  async ({ tx, caller }, { params, body, revision }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.checklistEdited, caller, { state: inspection.state })
    mustBeCurrent(inspection, revision, null)
    await setChecklist(tx, inspection, body.criteria)
    await tx
      .updateTable('inspection')
      .set((update) => ({ revision: update('revision', '+', 1) }))
      .where('id', '=', inspection.id)
      .execute()
    const facts = { criteria: body.criteria.length }
    return told(inspection, 'PLANNED', { as, facts, content: body })
  },
)
