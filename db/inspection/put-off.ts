import { day, instantAt } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import type { PutOffForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { isShortNotice, obstaclesToPuttingOff } from '../../domain/inspection/notice.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { found } from '../subject.ts'
import { endTasks, openTasks } from '../tasks.ts'
import { inspectionForChange, type InspectionRow, inspectionOf, visitOf } from './inspection-row.ts'
import { processOf, told } from './move.ts'
import { teamOf } from './team.ts'
import { taskOf, tellPeople, tellRoles } from './tell.ts'

/**
 * An announced visit comes later. Days move, rules do not: where the new day too lies within ten
 * days of the notice, the unit is asked anew, because it agreed to another one.
 */
export const putOffVisit = performs(
  routes.putOff,
  async ({ tx, caller }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.visitPutOff, caller, { state: inspection.state })
    const selfReportDueOn = inspection.state === 'ANNOUNCED' ? inspection.selfReportDueOn : null
    refuse(
      'inspection.not-put-off',
      obstaclesToPuttingOff(daysOf({ ...inspection, selfReportDueOn }), daysOf(body)),
    )
    await layAnew(tx, inspection, body)
    const later = await inspectionOf(tx, inspection.id)
    await moveTasks(tx, later)
    await tellOfIt(tx, later, body.reason)
    const { visitFrom } = later
    const facts = { from: inspection.visitFrom, visitFrom, reason: body.reason }
    return told(inspection, inspection.state, { as, facts, content: body })
  },
  processOf,
)

type Days = { visitFrom: string; visitTo: string; selfReportDueOn: string | null }

function daysOf({ visitFrom, visitTo, selfReportDueOn }: Days) {
  return {
    visitFrom: day(visitFrom),
    visitTo: day(visitTo),
    selfReportDueOn: selfReportDueOn === null ? null : day(selfReportDueOn),
  }
}

async function layAnew(tx: Tx, inspection: InspectionRow, body: PutOffForm): Promise<void> {
  const { visitFrom, visitTo } = body
  await tx
    .updateTable('inspection')
    .set((update) => ({
      visitFrom,
      visitTo,
      selfReportDueOn: body.selfReportDueOn ?? inspection.selfReportDueOn,
      consentedAt: null,
      consentedBy: null,
      consentWords: null,
      // the new day of the report is reminded of as the old one was
      told: inspection.told.filter((moment) => moment !== 'reportDue'),
      revision: update('revision', '+', 1),
    }))
    .where('id', '=', inspection.id)
    .execute()
}

async function moveTasks(tx: Tx, inspection: InspectionRow): Promise<void> {
  const { id, unitId, visitFrom, visitTo, selfReportDueOn } = inspection
  const due = {
    'inspection.visit': instantAt(day(visitTo), '17:00'),
    'inspection.selfReport': instantAt(day(selfReportDueOn ?? visitFrom), '17:00'),
  }
  for (const [kind, dueAt] of Object.entries(due))
    await tx
      .updateTable('task')
      .set({ dueAt })
      .where('kind', '=', kind)
      .where('objectId', '=', id)
      .where('doneAt', 'is', null)
      .execute()
  const { announcedOn } = found(visitOf(inspection) ?? undefined)
  if (isShortNotice(announcedOn, day(visitFrom)))
    await openTasks(tx, [
      taskOf(inspection, { kind: 'inspection.consent', role: 'unitHead', unitId }),
    ])
  else
    await endTasks(tx, {
      kinds: ['inspection.consent'],
      objectIds: [id],
      because: 'visit-put-off',
    })
}

async function tellOfIt(tx: Tx, inspection: InspectionRow, reason: string): Promise<void> {
  const { id, unitId, visitFrom, revision } = inspection
  const letter = {
    event: `put-off/${revision}`,
    textKey: 'inspection.letters.putOff',
    params: { visitFrom, reason },
  }
  await tellRoles(tx, inspection, { roles: ['unitHead', 'unitDrafter'], unitId }, letter)
  const team = await teamOf(tx, id)
  const people = team.map(({ officialId }) => officialId)
  await tellPeople(tx, inspection, people, { ...letter, event: `${letter.event}/team` })
}
