import { type AllowedAction, allowedActions } from '../../domain/grammar/deed.ts'
import { inspectionDeeds } from '../../domain/inspection/deeds.ts'
import type { Entered } from '../context.ts'
import type { InspectionRow } from './inspection-row.ts'
import type { Seat } from './team.ts'

const ofTeam: ReadonlySet<string> = new Set([
  inspectionDeeds.visitBegun.name,
  inspectionDeeds.findingWritten.name,
  inspectionDeeds.visitSummed.name,
  inspectionDeeds.minutesDrawn.name,
  inspectionDeeds.minutesSigned.name,
  inspectionDeeds.resultWritten.name,
  inspectionDeeds.resultDrafted.name,
])

/** The table of deeds, and who sits in the team. */
export function actionsOn(
  { caller }: Entered,
  inspection: InspectionRow,
  { team, lost }: { team: readonly Seat[]; lost: ReadonlyMap<string, unknown> },
): AllowedAction[] {
  const { unitId, unitPath, state } = inspection
  const seat = team.find(({ officialId }) => officialId === caller.officialId)
  const actions = allowedActions(Object.values(inspectionDeeds), caller, {
    unitId,
    unitPath,
    state,
  })
  return actions.map((action) => {
    if (!action.allowed || !ofTeam.has(action.deed)) return action
    const isForLead = action.deed === inspectionDeeds.minutesSigned.name
    if (seat && lost.has(seat.officialId))
      return { ...action, allowed: false, because: 'inspection.seat-lost' }
    if (seat && (!isForLead || seat.role === 'LEAD')) return action
    const because = seat ? 'inspection.lead-only' : 'inspection.not-in-team'
    return { ...action, allowed: false, because }
  })
}
