import type { Role } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { tell, tellHolders } from '../outbox.ts'
import type { NewTask } from '../tasks.ts'
import { type InspectionRow, linkTo } from './inspection-row.ts'

type Wanted = Pick<NewTask, 'kind' | 'role'> &
  Partial<Pick<NewTask, 'unitId' | 'officialId' | 'dueAt' | 'departmentId' | 'params'>>

/** Something of the inspection that waits for a role, or for one person of the team. */
export function taskOf(inspection: InspectionRow, wanted: Wanted): NewTask {
  const { unitName, subject, cycleId, cycleClosedAt, topUnitId } = inspection
  return {
    federationId: inspection.federationId,
    // @NOTE a year that is closed waits for nobody, but its remedies do
    cycleId: cycleClosedAt ? null : cycleId,
    objectType: 'inspection',
    objectId: inspection.id,
    unitId: topUnitId,
    link: linkTo(inspection.id),
    ...wanted,
    params: { unitName, subject, ...wanted.params },
  }
}

type Letter = {
  event: string
  textKey: string
  params?: Record<string, string | number>
}

function letterOf(inspection: InspectionRow, { event, textKey, params }: Letter) {
  const { id, unitName, subject } = inspection
  return {
    eventKey: `inspection/${id}/${event}`,
    textKey,
    params: { unitName, subject, ...params },
    link: linkTo(id),
  }
}

/** To those who hold a role in the inspected unit or in the federation. */
export function tellRoles(
  tx: Tx,
  inspection: InspectionRow,
  to: { roles: readonly Role[]; unitId: string },
  letter: Letter,
): Promise<void> {
  const { roles, unitId } = to
  return tellHolders(
    tx,
    inspection.federationId,
    { roles, unitIds: [unitId] },
    letterOf(inspection, letter),
  )
}

export function tellPeople(
  tx: Tx,
  inspection: InspectionRow,
  officialIds: readonly string[],
  letter: Letter,
): Promise<void> {
  return tell(tx, inspection.federationId, officialIds, letterOf(inspection, letter))
}
