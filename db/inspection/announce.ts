import { day, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { isShortNotice } from '../../domain/inspection/notice.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { endTasks, finishTasks, openTasks } from '../tasks.ts'
import { inspectionForChange, type InspectionRow, inspectionOf } from './inspection-row.ts'
import { moveInspection, processOf, told } from './move.ts'
import { mustBeSeatable, teamOf } from './team.ts'
import { taskOf, tellPeople, tellRoles } from './tell.ts'

/** The unit learns of its inspection: who comes, when, what for, and what is asked beforehand. */
export const announceInspection = performs(
  routes.announce,
  async ({ tx, caller, at }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.announced, caller, { state: inspection.state })
    const today = dayOfInstant(at)
    const { selfReportDueOn } = body
    if (selfReportDueOn < today || selfReportDueOn > inspection.visitTo)
      throw new Refusal('inspection.report-due-between', 'invalid', {
        faults: [{ code: 'inspection.report-due-between', at: '/selfReportDueOn' }],
      })
    if (inspection.visitTo < today) throw new Refusal('inspection.visit-gone-by', 'invalid')
    // Somebody may have got a post there since the team was made up.
    await mustBeSeatable(tx, await teamOf(tx, inspection.id), inspection)
    await moveInspection(tx, inspection, { to: 'ANNOUNCED', announcedAt: at, selfReportDueOn })
    await finishTasks(tx, {
      kinds: ['inspection.announce'],
      objectId: inspection.id,
      by: caller.officialId,
    })
    const announced = await inspectionOf(tx, inspection.id)
    await tellUnit(tx, announced, isShortNotice(today, day(inspection.visitFrom)))
    await tellTeam(tx, announced)
    const facts = { visitFrom: inspection.visitFrom }
    return told(announced, 'ANNOUNCED', { as, facts })
  },
  processOf,
)

async function tellUnit(tx: Tx, inspection: InspectionRow, isShort: boolean): Promise<void> {
  const { unitId, visitFrom, selfReportDueOn } = inspection
  const reportDueOn = day(selfReportDueOn ?? visitFrom)
  const dueAt = instantAt(reportDueOn, '17:00')
  const report = { kind: 'inspection.selfReport', unitId, dueAt }
  await openTasks(tx, [
    taskOf(inspection, { ...report, role: 'unitDrafter' }),
    taskOf(inspection, { ...report, role: 'unitHead' }),
    ...(isShort
      ? [taskOf(inspection, { kind: 'inspection.consent', role: 'unitHead', unitId })]
      : []),
  ])
  await tellRoles(
    tx,
    inspection,
    { roles: ['unitHead', 'unitDrafter'], unitId },
    {
      event: 'announced',
      textKey: isShort ? 'inspection.letters.announcedSoon' : 'inspection.letters.announced',
      params: { visitFrom, reportDueOn },
    },
  )
}

/** Each of the team has the visit in the inbox, with its day. */
async function tellTeam(tx: Tx, inspection: InspectionRow): Promise<void> {
  const team = await teamOf(tx, inspection.id)
  await openTasks(
    tx,
    team.map(({ officialId }) =>
      taskOf(inspection, {
        kind: 'inspection.visit',
        role: 'inspector',
        officialId,
        dueAt: instantAt(day(inspection.visitTo), '17:00'),
      }),
    ),
  )
  await tellPeople(
    tx,
    inspection,
    team.map(({ officialId }) => officialId),
    {
      event: 'team',
      textKey: 'inspection.letters.team',
      params: { visitFrom: inspection.visitFrom },
    },
  )
}

export const consentToVisit = performs(
  routes.consent,
  async ({ tx, caller, at }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const { unitId, unitPath, state } = inspection
    const as = mustAllow(deeds.consented, caller, { unitId, unitPath, state })
    if (inspection.consentedAt) throw new Refusal('inspection.consented-already', 'wrong-state')
    await tx
      .updateTable('inspection')
      .set((update) => ({
        consentedAt: at,
        consentedBy: caller.officialId,
        consentWords: body.words,
        revision: update('revision', '+', 1),
      }))
      .where('id', '=', inspection.id)
      .execute()
    const done = { objectId: inspection.id, by: caller.officialId }
    await finishTasks(tx, { kinds: ['inspection.consent'], ...done })
    const team = await teamOf(tx, inspection.id)
    await tellPeople(
      tx,
      inspection,
      team.map(({ officialId }) => officialId),
      { event: 'consented', textKey: 'inspection.letters.consented' },
    )
    return told(inspection, state, { as, facts: { words: body.words } })
  },
  processOf,
)

const waiting = [
  'inspection.announce',
  'inspection.consent',
  'inspection.selfReport',
  'inspection.visit',
]

export const cancelInspection = performs(
  routes.cancel,
  async ({ tx, caller }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.cancelled, caller, { state: inspection.state })
    const { reason } = body
    await moveInspection(tx, inspection, { to: 'CANCELLED', stateBecause: reason })
    const ended = { objectIds: [inspection.id], because: 'cancelled' }
    await endTasks(tx, { kinds: waiting, ...ended })
    if (inspection.announcedAt)
      await tellRoles(
        tx,
        inspection,
        { roles: ['unitHead', 'unitDrafter'], unitId: inspection.unitId },
        { event: 'cancelled', textKey: 'inspection.letters.cancelled', params: { reason } },
      )
    return told(inspection, 'CANCELLED', { as, facts: { reason } })
  },
  processOf,
)
