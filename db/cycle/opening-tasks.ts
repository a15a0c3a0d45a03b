import type { Moment } from '../../domain/cycle/moments.ts'
import { dayOfInstant, day, instantAt, yearOf } from '../../domain/grammar/day.ts'
import type { Role } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { type NewTask, openTasks } from '../tasks.ts'

export type Opened = {
  federationId: string
  cycleId: string
  planYear: number
  unitId: string
  at: string
  dueOf(moment: Moment): string | null
}

/**
 * What the opening of a year asks of the offices: the needs of the head of department, the next
 * opening of the leader, the decreed days off of the administrator, the new series of the clerk.
 */
export async function openOpeningTasks(tx: Tx, opened: Opened): Promise<void> {
  const { federationId, cycleId, planYear, unitId, at, dueOf } = opened
  const year = yearOf(dayOfInstant(at))
  const task = (kind: string, role: Role, more: Partial<NewTask>): NewTask => ({
    federationId,
    cycleId,
    kind,
    objectType: 'cycle',
    objectId: cycleId,
    role,
    unitId,
    params: { planYear },
    link: `/cycles/${planYear}`,
    ...more,
  })
  await openTasks(tx, [
    task('cycle.needs', 'departmentHead', { dueAt: dueOf('needsDue') }),
    task('cycle.openNext', 'committeeLeader', {
      params: { planYear, nextYear: planYear + 1 },
      dueAt: dueOf('nextYearOpens'),
    }),
    task('cycle.confirmHolidays', 'administrator', {
      link: `/admin/holidays?of=${planYear}`,
      dueAt: instantAt(day(`${planYear - 1}-12-31`), '17:00'),
    }),
    task('papers.openSeries', 'recordsClerk', {
      params: { planYear, seriesYear: year + 1 },
      link: '/papers',
      dueAt: instantAt(day(`${year}-12-31`), '17:00'),
    }),
  ])
}
