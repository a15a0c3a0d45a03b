import type { Tx } from '../database.ts'
import { openTasks } from '../tasks.ts'

type Year = { federationId: string; cycleId: string; planYear: number; unitId: string }

/** In its last station a year waits for its leader's close, or for the calendar's. */
export async function askToClose(tx: Tx, year: Year): Promise<void> {
  const { federationId, cycleId, planYear, unitId } = year
  const due = await tx
    .selectFrom('cycleMoment')
    .select('at')
    .where('cycleId', '=', cycleId)
    .where('moment', '=', 'cycleCloses')
    .executeTakeFirst()
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind: 'cycle.close',
      objectType: 'cycle',
      objectId: cycleId,
      role: 'committeeLeader',
      unitId,
      params: { planYear },
      link: `/cycles/${planYear}/results`,
      dueAt: due?.at ?? null,
    },
  ])
}
