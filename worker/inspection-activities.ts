import type { Tx } from '../db/database.ts'
import { comeToMoment } from '../db/inspection/moments.ts'
import { standingOfInspection } from '../db/inspection/standing.ts'
import type { Ports } from '../workflows/activities.ts'

type InInspection = <T>(inspectionId: string, work: (tx: Tx) => Promise<T>) => Promise<T>

/** The hands of an inspection's process. */
export function inspectionActivities(inInspection: InInspection) {
  return {
    standingOfInspection: ({ inspectionId }) =>
      inInspection(inspectionId, (tx) => standingOfInspection(tx, inspectionId)),
    comeToMoment: ({ inspectionId, moment }) =>
      inInspection(inspectionId, (tx) => comeToMoment(tx, inspectionId, moment)),
  } satisfies Partial<Ports>
}
