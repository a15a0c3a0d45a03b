import { replyDueAt, resultDueAt } from '../../domain/inspection/result.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import type { InspectionRow } from './inspection-row.ts'
import { moveInspection } from './move.ts'
import { teamOf } from './team.ts'
import { taskOf, tellPeople } from './tell.ts'

/** Both have signed: the unit answers the findings, the team drafts the result. */
export async function endVisit(tx: Tx, inspection: InspectionRow, at: string): Promise<void> {
  const replyDue = replyDueAt(at, await holidaysOf(tx))
  const resultDue = resultDueAt(at)
  await moveInspection(tx, inspection, {
    to: 'MINUTES_SIGNED',
    minutesSignedAt: at,
    replyDueAt: replyDue,
    resultDueAt: resultDue,
  })
  const { id: objectId, unitId } = inspection
  await finishTasks(tx, { kinds: ['inspection.visit'], objectId, by: null })
  const team = await teamOf(tx, objectId)
  const lead = team.find(({ role }) => role === 'LEAD')
  const result = { kind: 'inspection.result', role: 'inspector' as const, dueAt: resultDue }
  await openTasks(tx, [
    taskOf(inspection, { kind: 'inspection.reply', role: 'unitHead', unitId, dueAt: replyDue }),
    taskOf(inspection, { ...result, ...(lead && { officialId: lead.officialId }) }),
  ])
  await tellPeople(
    tx,
    inspection,
    team.map(({ officialId }) => officialId),
    { event: 'signed', textKey: 'inspection.letters.minutesSigned' },
  )
}
