import { fillSeats, fixListOnItsDay } from '../db/classes/fix-list.ts'
import {
  beginClass,
  closeNominations,
  endClass,
  endReleases,
  openNominations,
} from '../db/classes/moments.ts'
import { standingOfClass } from '../db/classes/standing.ts'
import { clockOf } from '../db/context.ts'
import type { Tx } from '../db/database.ts'
import type { Ports } from '../workflows/activities.ts'

type InClass = <T>(classId: string, work: (tx: Tx) => Promise<T>) => Promise<T>

/** The hands of a class' process; each step is safe to do twice. */
export function classActivities(inClass: InClass) {
  const at = (classId: string, work: (tx: Tx, id: string, at: string) => Promise<void>) =>
    inClass(classId, async (tx) => work(tx, classId, await clockOf(tx)))
  return {
    standingOfClass: ({ classId }) => inClass(classId, (tx) => standingOfClass(tx, classId)),
    openNominations: ({ classId }) => at(classId, openNominations),
    closeNominations: ({ classId }) => at(classId, closeNominations),
    endReleases: ({ classId }) => at(classId, endReleases),
    fixList: ({ classId }) => at(classId, fixListOnItsDay),
    fillSeats: ({ classId }) => at(classId, fillSeats),
    beginClass: ({ classId }) => at(classId, beginClass),
    endClass: ({ classId }) => at(classId, endClass),
  } satisfies Partial<Ports>
}
