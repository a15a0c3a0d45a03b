import type { NominationState, ReleaseState } from '../../domain/classes/class-state.ts'
import { type OfEmployer, releaseOnNewDays } from '../../domain/classes/release.ts'
import type { Tx } from '../database.ts'
import { openTasks } from '../tasks.ts'
import { endUnitTasks, unitTask } from './announce.ts'
import type { ClassRow } from './class-row.ts'
import { quotasOf } from './quota-rows.ts'

/** Whose employer is asked follows the days of the class; the units are told what is left to do. */
export async function followDays(tx: Tx, trained: ClassRow): Promise<void> {
  const changed = await changedBy(tx, trained)
  const pairs = new Map(changed.map(({ next }) => [`${next.state}/${next.release}`, next]))
  for (const next of pairs.values()) await write(tx, changed.filter(isBecoming(next)), next)
  if (!trained.needsRelease)
    return endUnitTasks(tx, trained, 'classOnDaysOff', ['classes.askEmployers'])
  const units = new Set(
    changed.filter(({ next }) => next.state !== 'PROPOSED').map(({ unitId }) => unitId),
  )
  const quotas = (await quotasOf(tx, trained.id)).filter(({ unitId }) => units.has(unitId))
  const dueAt = trained.releaseDueAt
  await openTasks(
    tx,
    quotas.map((quota) =>
      unitTask(trained, quota, { kind: 'classes.askEmployers', role: 'unitDrafter', dueAt }),
    ),
  )
}

type Changed = { id: string; unitId: string; next: OfEmployer }

const isBecoming =
  ({ state, release }: OfEmployer) =>
  ({ next }: Changed) =>
    next.state === state && next.release === release

async function changedBy(tx: Tx, { id, needsRelease }: ClassRow): Promise<Changed[]> {
  const rows = await tx
    .selectFrom('nomination')
    .innerJoin('official', 'official.id', 'nomination.officialId')
    .select(['nomination.id', 'nomination.unitId', 'nomination.state', 'nomination.releaseState'])
    .select('official.employment')
    .where('nomination.classId', '=', id)
    .where('nomination.state', 'not in', ['WITHDRAWN', 'REFUSED_BY_EMPLOYER'])
    .execute()
  return rows.flatMap(({ state, releaseState, employment, ...row }) => {
    // Held to these words by checks of the table.
    const now = { state: state as NominationState, release: releaseState as ReleaseState }
    const next = releaseOnNewDays({ ...now, employment }, needsRelease)
    return next.release === now.release ? [] : [{ ...row, next }]
  })
}

async function write(tx: Tx, changed: readonly Changed[], next: OfEmployer): Promise<void> {
  await tx
    .updateTable('nomination')
    .set((update) => ({
      state: next.state,
      releaseState: next.release,
      revision: update('revision', '+', 1),
    }))
    .where(
      'id',
      'in',
      changed.map(({ id }) => id),
    )
    .execute()
}
